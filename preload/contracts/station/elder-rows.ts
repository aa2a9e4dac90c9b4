import { z } from 'zod';
import { BenefitStandingView, BenefitTableView, MealsView } from '../hall/benefit-rows.ts';
import { CONSENT_ANSWERS, PROACTIVE_STATES } from '../hall/benefit-values.ts';
import { CARE_WISHES, DAY_PARTS, HOME_VISIT_PURPOSES } from '../hall/care-rows.ts';
import { PhoneText } from '../hall/elder-person.ts';
import { RequestId } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { FORM_SIZES, printedForm } from './form-rows.ts';

/** Allowances, meals and visits at home, for the person before the kiosk. Who they are only their card says. */
export const kioskElderRows = {
  elderStanding: {
    effect: 'query',
    summary: 'The table of allowances, and with a card what it gives this person and what waits for them.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({}).strict(),
    output: z.object({
      table: BenefitTableView,
      /** Null without a card whose birth date can be read. */
      standing: BenefitStandingView.nullable(),
    }),
  },
  answerOffer: {
    effect: 'mutation',
    summary:
      'The person agrees to the allowance that is offered to them, or declines it. Leaving is no answer.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({ requestId: RequestId, answer: z.enum(CONSENT_ANSWERS) }).strict(),
    output: z.object({ state: z.enum(PROACTIVE_STATES) }),
  },
  certifyInPerson: {
    effect: 'mutation',
    summary: 'The person came themselves and their card was read: noted as a check that staff still confirm.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({ requestId: RequestId }).strict(),
    output: z.object({ cycle: z.string() }),
  },
  listMeals: {
    effect: 'query',
    summary: 'Where elders eat, what it costs and what they pay themselves.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({}).strict(),
    output: MealsView,
  },
  printMeals: {
    effect: 'mutation',
    summary: 'Print the whole list of meal points with what is paid towards a meal.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({ requestId: RequestId, size: z.enum(FORM_SIZES).default('large') }).strict(),
    output: printedForm,
  },
  homeVisitDays: {
    effect: 'query',
    summary: 'The next working days on which somebody can come home.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({}).strict(),
    output: z.object({ days: z.array(z.iso.date()) }),
  },
  bookHomeVisit: {
    effect: 'mutation',
    summary: 'Somebody of staff shall come home. A slip with the day comes out, without a name.',
    roles: ['kiosk'],
    staff: [],
    input: z
      .object({
        requestId: RequestId,
        purpose: z.enum(HOME_VISIT_PURPOSES),
        date: z.iso.date(),
        part: z.enum(DAY_PARTS),
        phone: PhoneText,
      })
      .strict(),
    // What becomes of the slip is told by the feed: paper may take longer than an answer is waited for.
    output: z.object({ date: z.iso.date(), part: z.enum(DAY_PARTS) }),
  },
  askForCare: {
    effect: 'mutation',
    summary:
      'The person wants to be visited or helped at home (走访探视), and consents to be on the register.',
    roles: ['kiosk'],
    staff: [],
    input: z
      .object({
        requestId: RequestId,
        wish: z.enum(CARE_WISHES),
        category: z.string().max(30),
        phone: PhoneText,
        consent: z.literal(true),
      })
      .strict(),
    output: z.object({ followUpOn: z.iso.date() }),
  },
} as const satisfies OperationTable;
