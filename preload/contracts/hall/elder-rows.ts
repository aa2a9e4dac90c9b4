import { z } from 'zod';
import { Instant, RequestId, StaffNumber } from '../ids.ts';
import type { OperationTable, Role } from '../operation.ts';
import {
  benefitSchema,
  CERTIFICATION_MODES,
  CERTIFICATION_PROOFS,
  CERTIFICATION_RESULTS,
  CONSENT_ANSWERS,
  CONSENT_WAYS,
  CycleView,
  DueView,
  ElderView,
  ListFault,
  PROACTIVE_STATES,
  REMINDER_REASONS,
  STOP_CAUSES,
  STOP_DECISIONS,
  TierChangeView,
} from './benefit-values.ts';
import { Person } from './person.ts';
import { allStaff, clerks, floorStaff, leaders, overseers } from './rows.ts';

const office = ['admin'] as const satisfies readonly Role[];
/** A list as it is, base64: the hall finds out whether it is UTF-8 or GB 18030. */
const content = z.base64().max(40_000);
const state = z.enum(PROACTIVE_STATES);

const StopTaskView = ElderView.extend({
  taskId: z.uuid(),
  cause: z.enum(STOP_CAUSES),
  reportedAt: Instant,
  decision: z.enum(STOP_DECISIONS).nullable(),
  decidedBy: StaffNumber.nullable(),
});
export type StopTaskView = z.output<typeof StopTaskView>;

/** A person's file at the counter: what is open for them. */
export const ElderFileView = ElderView.extend({
  due: z.array(benefitSchema),
  dueState: z.enum(['due', 'late', 'to-confirm', 'needs-visit']).nullable(),
  /** A check that waits for somebody to look at it. */
  certificationId: z.uuid().nullable(),
  proactive: state,
  /** Null: no tier begins soon. */
  begins: z.iso.date().nullable(),
});
export type ElderFileView = z.output<typeof ElderFileView>;

const byCounts = z.record(z.string(), z.int().nonnegative());

/** Staff's work with the people of the hall's own list. Lists show masked people; looking behind the mask is a fact. */
export const elderRows = {
  importBeneficiaries: {
    effect: 'mutation',
    summary:
      'Takes the good rows of the local list of elders (CSV) into the vault and names the bad ones. `adds`: a further part.',
    roles: office,
    staff: leaders,
    input: z.object({ requestId: RequestId, content, adds: z.boolean().default(false) }).strict(),
    output: z.object({
      listId: z.uuid().nullable(),
      listed: z.int().nonnegative(),
      faults: z.array(ListFault),
    }),
  },
  importStopList: {
    effect: 'mutation',
    summary:
      'Compares a list of who died or moved away with the hall’s list: each match is a task for staff.',
    roles: office,
    staff: leaders,
    input: z.object({ requestId: RequestId, content }).strict(),
    output: z.object({ tasks: z.int().nonnegative(), faults: z.array(ListFault) }),
  },
  listDue: {
    effect: 'query',
    summary: 'Who must still be certified in the cycle that counts now.',
    roles: clerks,
    staff: allStaff,
    input: z.object({}).strict(),
    output: z.object({ cycle: CycleView, people: z.array(DueView) }),
  },
  listReaching: {
    effect: 'query',
    summary: 'Who reaches a tier within two months, and what they answered.',
    roles: clerks,
    staff: allStaff,
    input: z.object({}).strict(),
    output: z.object({ people: z.array(TierChangeView) }),
  },
  listTierChanges: {
    effect: 'query',
    summary: 'Whose amount changes between two days, for review before anything is paid.',
    roles: clerks,
    staff: allStaff,
    input: z
      .object({ from: z.iso.date(), to: z.iso.date() })
      .strict()
      .refine(({ from, to }) => from <= to, { path: ['to'], error: 'from or later' })
      .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 366 * 86_400_000, {
        path: ['to'],
        error: 'at most a year after from',
      }),
    output: z.object({ people: z.array(TierChangeView) }),
  },
  findBeneficiary: {
    effect: 'query',
    summary: 'What is open for the person at the counter, by their number.',
    roles: clerks,
    staff: floorStaff,
    input: z.object({ holder: Person }).strict(),
    output: ElderFileView,
  },
  recordCertification: {
    effect: 'mutation',
    summary:
      'A check that a person lives and may still be paid (资格认证). By others it needs proof and a second person of staff.',
    roles: clerks,
    staff: floorStaff,
    input: z
      .object({
        requestId: RequestId,
        beneficiaryId: z.uuid(),
        benefit: benefitSchema,
        mode: z.enum(CERTIFICATION_MODES),
        result: z.enum(CERTIFICATION_RESULTS),
        proofs: z.array(z.enum(CERTIFICATION_PROOFS)).max(CERTIFICATION_PROOFS.length).default([]),
      })
      .strict()
      .refine(({ mode, proofs }) => mode !== 'OTHER' || proofs.length > 0, {
        path: ['proofs'],
        error: `for OTHER at least one of ${CERTIFICATION_PROOFS.join(', ')}`,
      }),
    output: z.object({
      certificationId: z.uuid(),
      cycle: z.string(),
      /** All that this check is good for. */
      benefits: z.array(benefitSchema),
      confirmed: z.boolean(),
    }),
  },
  confirmCertification: {
    effect: 'mutation',
    summary: 'Somebody of staff looked at a check that a kiosk noted, or a colleague for somebody else.',
    roles: clerks,
    staff: floorStaff,
    input: z.object({ requestId: RequestId, certificationId: z.uuid(), agrees: z.boolean() }).strict(),
    output: z.object({ confirmed: z.boolean() }),
  },
  recordConsent: {
    effect: 'mutation',
    summary: 'What a person answered to an allowance that is offered to them, and how they answered.',
    roles: clerks,
    staff: floorStaff,
    input: z
      .object({
        requestId: RequestId,
        beneficiaryId: z.uuid(),
        answer: z.enum(CONSENT_ANSWERS),
        how: z.enum(CONSENT_WAYS).exclude(['kiosk']),
      })
      .strict(),
    output: z.object({ state }),
  },
  acceptOffer: {
    effect: 'mutation',
    summary: 'The allowance to which a person agreed is accepted (受理).',
    roles: clerks,
    staff: floorStaff,
    input: z.object({ requestId: RequestId, beneficiaryId: z.uuid() }).strict(),
    output: z.object({ state }),
  },
  confirmTierChange: {
    effect: 'mutation',
    summary: 'Somebody reviewed the new amount of a person.',
    roles: clerks,
    staff: leaders,
    input: z.object({ requestId: RequestId, beneficiaryId: z.uuid(), on: z.iso.date() }).strict(),
    output: z.object({ state }),
  },
  stopTasks: {
    effect: 'query',
    summary: 'Matches of the lists of who died or moved away, which staff decide.',
    roles: clerks,
    staff: allStaff,
    input: z.object({ open: z.boolean().optional() }).strict(),
    output: z.object({ tasks: z.array(StopTaskView) }),
  },
  decideStopTask: {
    effect: 'mutation',
    summary: 'What somebody found who looked at a match.',
    roles: clerks,
    staff: leaders,
    input: z.object({ requestId: RequestId, taskId: z.uuid(), decision: z.enum(STOP_DECISIONS) }).strict(),
    output: z.object({ decision: z.enum(STOP_DECISIONS) }),
  },
  exportReminders: {
    effect: 'mutation',
    summary:
      'Names and telephone numbers of who reaches a tier soon and has not answered, as CSV for an outside system. Kept as a fact with its reason; the list itself is kept nowhere.',
    roles: office,
    staff: leaders,
    input: z.object({ requestId: RequestId, reason: z.enum(REMINDER_REASONS) }).strict(),
    output: z.object({ count: z.int().nonnegative(), csv: z.string() }),
  },
  benefitCounts: {
    effect: 'query',
    summary: 'How many were certified, asked, visited between two days. Counts only.',
    roles: office,
    staff: overseers,
    input: z
      .object({ from: z.iso.date(), to: z.iso.date() })
      .strict()
      .refine(({ from, to }) => from <= to, { path: ['to'], error: 'from or later' }),
    output: z.object({
      listed: z.int().nonnegative(),
      certifications: byCounts,
      answers: byCounts,
      stopDecisions: byCounts,
      careVisits: byCounts,
      homeVisits: byCounts,
    }),
  },
} as const satisfies OperationTable;
