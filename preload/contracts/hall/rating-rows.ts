import { z } from 'zod';
import {
  CounterId,
  Instant,
  RatingCaseId,
  RequestId,
  ServiceCode,
  StaffNumber,
  TicketId,
  TicketNumber,
} from '../ids.ts';
import type { OperationTable, Role } from '../operation.ts';
import {
  JUDGEMENTS,
  judgementSchema,
  RATING_CASE_NOTES,
  RATING_CASE_STATES,
  ratingCaseNoteSchema,
  ratingCaseStepSchema,
  type RatingCaseNote,
} from '../rating-case.ts';
import { DEVICE_RATING_CHANNELS, RATING_CHANNELS, ratingLevelSchema } from '../rating.ts';
import { leaders, nobody, overseers } from './rows.ts';

/** Levels are shown at the administration's PC only: a counter's never gets to see who rated what. */
const administration = ['admin'] as const satisfies readonly Role[];

const count = z.int().nonnegative();
const date = z.iso.date();

const RatingCaseStepView = z.object({
  step: ratingCaseStepSchema,
  note: ratingCaseNoteSchema.nullable(),
  at: Instant,
  by: StaffNumber.nullable(),
});

/** A bad rating and what has been done about it. No name: who it was stands in the vault. */
export const RatingCaseView = z.object({
  caseId: RatingCaseId,
  ticketId: TicketId,
  number: TicketNumber,
  visitedOn: date,
  serviceCode: ServiceCode,
  serviceName: z.string(),
  counterId: CounterId.nullable(),
  level: ratingLevelSchema,
  channel: z.enum(RATING_CHANNELS),
  realName: z.boolean(),
  state: z.enum(RATING_CASE_STATES),
  judgement: judgementSchema.nullable(),
  receivedAt: Instant,
  /** The last day for the next duty; null when nothing has a limit any more. */
  dueOn: date.nullable(),
  overdue: z.boolean(),
  /** Steps that were done after their last day. */
  late: z.array(ratingCaseStepSchema),
  steps: z.array(RatingCaseStepView),
  /** What may be done next. */
  possible: z.array(ratingCaseStepSchema),
});
export type RatingCaseView = z.output<typeof RatingCaseView>;

const CaseStep = z
  .object({
    requestId: RequestId,
    caseId: RatingCaseId,
    step: ratingCaseStepSchema,
    /** With `judge`, and only there. */
    judgement: judgementSchema.optional(),
    /** One of the step's own list; `close` has none. */
    note: ratingCaseNoteSchema.optional(),
  })
  .strict()
  .superRefine(({ step, judgement, note }, context) => {
    const complain = (key: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [key], message });
    if ((step === 'judge') !== (judgement !== undefined)) {
      complain('judgement', step === 'judge' ? JUDGEMENTS.join(', ') : 'only with the step judge');
    }
    const notes: readonly RatingCaseNote[] = RATING_CASE_NOTES[step];
    const fits = note === undefined ? notes.length === 0 : notes.includes(note);
    if (!fits) complain('note', notes.length === 0 ? `none with ${step}` : notes.join(', '));
  });

/** A finished visit as its own visitor is shown it. */
export const RatableVisit = z.object({ ticketId: TicketId, number: TicketNumber, serviceName: z.string() });
export type RatableVisit = z.output<typeof RatableVisit>;

/** What visitors say of their visits (好差评). No answer carries a level back: who rated what is nobody's at the floor. */
export const ratingRows = {
  rateVisit: {
    effect: 'mutation',
    summary:
      'A visitor rates a visit of today whose service is finished. One visit, one rating, whatever the channel.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: nobody,
    input: z
      .object({
        requestId: RequestId,
        ticketId: TicketId,
        level: ratingLevelSchema,
        channel: z.enum(DEVICE_RATING_CHANNELS),
      })
      .strict(),
    output: z.object({ ticketId: TicketId, number: TicketNumber }),
  },
  ratableVisits: {
    effect: 'query',
    summary:
      'The visits of today that the holder of this ID card can still rate. For the card on a kiosk’s reader.',
    roles: ['kiosk'],
    staff: nobody,
    input: z.object({ idNumber: z.string().trim().min(1).max(32) }).strict(),
    output: z.object({ visits: z.array(RatableVisit) }),
  },
  listRatingCases: {
    effect: 'query',
    summary: 'Bad ratings and what has been done about each: those still open, or all of some days.',
    roles: administration,
    staff: overseers,
    input: z.union([
      z.object({ open: z.literal(true) }).strict(),
      z.object({ from: date, to: date }).strict(),
    ]),
    output: z.object({
      /** Most pressing first. */
      cases: z.array(RatingCaseView),
      /** Their public holidays are not entered: limits in them know weekends only. */
      yearsWithoutHolidays: z.array(z.int()),
    }),
  },
  advanceRatingCase: {
    effect: 'mutation',
    summary: 'One step of the work on a bad rating: contact, judge, fix, visit again, close.',
    roles: administration,
    staff: leaders,
    input: CaseStep,
    output: RatingCaseView,
  },
  ratingStatistics: {
    effect: 'query',
    summary:
      'What visitors said in some days, in numbers fit to be published: no visit can be told from them.',
    roles: administration,
    staff: overseers,
    input: z.object({ from: date, to: date }).strict(),
    output: z.object({
      from: date,
      to: date,
      /** Visits that a counter finished. */
      visits: count,
      rated: count,
      /** Best first. `share` is of those rated. */
      levels: z.array(z.object({ level: ratingLevelSchema, count, share: z.number().min(0).max(1) })),
      average: z.number().min(1).max(5).nullable(),
      /** 5, 4 and 3 of those rated. */
      satisfied: z.number().min(0).max(1).nullable(),
      channels: z.array(z.object({ channel: z.enum(RATING_CHANNELS), count })),
      /** Said nothing, and a rule of the place counts that as level 3. Never among the numbers above. */
      assumed: z.object({ level: ratingLevelSchema, afterDays: count.nullable(), count }),
      cases: z.object({ received: count, open: count, overdue: count, closed: count, mistaken: count }),
    }),
  },
} as const satisfies OperationTable;
