import { z } from 'zod';
import { Instant, RequestId, StaffNumber } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { ElderPerson, PhoneText } from './elder-person.ts';
import { Person } from './person.ts';
import { allStaff, clerks, floorStaff, nobody } from './rows.ts';

const asking = ['kiosk', 'counter', 'admin'] as const;
/** A word of the hall's own list (resources/policy/benefits.json): emptyNest, livingAlone. */
const listed = z
  .string()
  .regex(/^[a-z][A-Za-z]{1,29}$/, { error: 'a word of the hall’s list, such as livingAlone' });

export const CARE_WISHES = ['visit', 'telephone', 'volunteer-help'] as const;
export const CARE_OUTCOMES = ['visited', 'helped', 'not-there', 'passed-on', 'declined'] as const;
export const HOME_VISIT_PURPOSES = [
  'certification',
  'application',
  'elder-card',
  'assessment',
  'other',
] as const;
export const HOME_VISIT_OUTCOMES = ['done', 'not-there', 'called-off'] as const;
export const DAY_PARTS = ['morning', 'afternoon'] as const;

const MaskedElder = z.object({
  maskedName: z.string().nullable(),
  /** To the street. The full address is seen behind the mask only. */
  street: z.string().nullable(),
  maskedPhone: z.string().nullable(),
});
const CareVisitView = MaskedElder.extend({
  careId: z.uuid(),
  category: z.string(),
  wish: z.enum(CARE_WISHES),
  need: z.string(),
  followUpOn: z.iso.date().nullable(),
  overdue: z.boolean(),
  outcome: z.enum(CARE_OUTCOMES).nullable(),
  maskedHelper: z.string().nullable(),
  registeredAt: Instant,
  by: StaffNumber.nullable(),
});
export type CareVisitView = z.output<typeof CareVisitView>;
const HomeVisitView = MaskedElder.extend({
  visitId: z.uuid(),
  purpose: z.enum(HOME_VISIT_PURPOSES),
  date: z.iso.date(),
  part: z.enum(DAY_PARTS),
  outcome: z.enum(HOME_VISIT_OUTCOMES).nullable(),
  overdue: z.boolean(),
  bookedAt: Instant,
});
export type HomeVisitView = z.output<typeof HomeVisitView>;

/** Visits to people at home: care (走访探视) and service (上门服务). */
export const careRows = {
  registerCareVisit: {
    effect: 'mutation',
    summary:
      'Somebody wants to be visited or helped (走访探视). Only with their consent; `companion`: who helps them as a pair.',
    roles: asking,
    staff: floorStaff,
    input: z
      .object({
        requestId: RequestId,
        holder: ElderPerson,
        category: listed,
        wish: z.enum(CARE_WISHES),
        /** Missing: asked at the first visit. */
        need: listed.optional(),
        consent: z.literal(true, { error: 'true: without consent nobody is put on the register' }),
        followUpOn: z.iso.date().optional(),
        companion: Person.optional(),
      })
      .strict(),
    output: z.object({ careId: z.uuid(), followUpOn: z.iso.date() }),
  },
  followCareVisit: {
    effect: 'mutation',
    summary: 'What came of a visit, and when the next one is due.',
    roles: clerks,
    staff: floorStaff,
    input: z
      .object({
        requestId: RequestId,
        careId: z.uuid(),
        outcome: z.enum(CARE_OUTCOMES),
        nextOn: z.iso.date().optional(),
      })
      .strict(),
    output: z.object({ followUpOn: z.iso.date().nullable() }),
  },
  careVisits: {
    effect: 'query',
    summary: 'The register of care visits; who is overdue stands first.',
    roles: clerks,
    staff: allStaff,
    input: z.object({ category: listed.optional(), overdue: z.literal(true).optional() }).strict(),
    output: z.object({
      categories: z.array(z.object({ id: z.string(), name: z.string() })),
      needs: z.array(z.object({ id: z.string(), name: z.string() })),
      visits: z.array(CareVisitView),
    }),
  },
  homeVisitDays: {
    effect: 'query',
    summary: 'The next working days on which somebody can come home.',
    roles: asking,
    staff: nobody,
    input: z.object({}).strict(),
    output: z.object({ days: z.array(z.iso.date()) }),
  },
  bookHomeVisit: {
    effect: 'mutation',
    summary: 'Somebody of staff shall come home: when, for what, and how to call back.',
    roles: asking,
    staff: floorStaff,
    input: z
      .object({
        requestId: RequestId,
        holder: ElderPerson.extend({ phone: PhoneText }),
        purpose: z.enum(HOME_VISIT_PURPOSES),
        date: z.iso.date(),
        part: z.enum(DAY_PARTS),
      })
      .strict(),
    output: z.object({ visitId: z.uuid(), date: z.iso.date(), part: z.enum(DAY_PARTS) }),
  },
  endHomeVisit: {
    effect: 'mutation',
    summary: 'What came of a home visit.',
    roles: clerks,
    staff: floorStaff,
    input: z
      .object({ requestId: RequestId, visitId: z.uuid(), outcome: z.enum(HOME_VISIT_OUTCOMES) })
      .strict(),
    output: z.object({ outcome: z.enum(HOME_VISIT_OUTCOMES) }),
  },
  homeVisits: {
    effect: 'query',
    summary: 'Home visits that are booked, by day.',
    roles: clerks,
    staff: allStaff,
    input: z.object({ open: z.literal(true).optional() }).strict(),
    output: z.object({ visits: z.array(HomeVisitView) }),
  },
  revealElder: {
    effect: 'mutation',
    summary:
      'One field of one person of a list in clear, for the task at hand. Each look is a fact of its own; the answer is kept nowhere.',
    roles: clerks,
    staff: floorStaff,
    input: z
      .object({
        requestId: RequestId,
        of: z.enum(['beneficiary', 'care-visit', 'home-visit', 'organisation']),
        id: z.uuid(),
        field: z.enum(['name', 'idNumber', 'phone', 'address']),
        purpose: z.enum(['staff-view', 'eligibility-check']),
      })
      .strict(),
    output: z.object({ value: z.string() }),
  },
} as const satisfies OperationTable;
