import { z } from 'zod';
import { CounterId, RequestId, StaffNumber, TicketId } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { DifficultyView, HelpView } from './assist-views.ts';
import { DIFFICULTY_KINDS, DIFFICULTY_RESULTS, HELP_KINDS } from './closed-lists.ts';
import { allStaff, clerks, floorStaff, leaders } from './rows.ts';

const HelpStep = z.object({ requestId: RequestId, helpId: z.uuid() }).strict();

/** Help on the floor, and what was hard for visitors. */
export const assistRows = {
  callForHelp: {
    effect: 'mutation',
    summary:
      'Ask for a colleague, a supervisor, or for help now. A kiosk asks for somebody to come to the visitor.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: floorStaff,
    input: z
      .object({
        requestId: RequestId,
        kind: z.enum(HELP_KINDS),
        counterId: CounterId.optional(),
        staffNumber: StaffNumber.optional(),
      })
      .strict(),
    output: HelpView,
  },
  answerHelp: {
    effect: 'mutation',
    summary: 'Somebody is on the way; the others see who.',
    roles: clerks,
    staff: floorStaff,
    input: HelpStep,
    output: HelpView,
  },
  endHelp: {
    effect: 'mutation',
    summary: 'Help was given, or is no longer needed. A kiosk ends what was asked there.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: floorStaff,
    input: HelpStep,
    output: HelpView,
  },
  reportDifficulty: {
    effect: 'mutation',
    summary: 'Something was hard for a visitor (困难上报): one of a closed list, without a name.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: floorStaff,
    input: z
      .object({
        requestId: RequestId,
        kind: z.enum(DIFFICULTY_KINDS),
        counterId: CounterId.optional(),
        ticketId: TicketId.optional(),
      })
      .strict(),
    output: DifficultyView,
  },
  listDifficulties: {
    effect: 'query',
    summary: 'The ledger of difficulties, newest first.',
    roles: clerks,
    staff: allStaff,
    input: z
      .object({
        state: z.enum(['open', 'settled']).optional(),
        from: z.iso.date().optional(),
        to: z.iso.date().optional(),
      })
      .strict(),
    output: z.object({ difficulties: z.array(DifficultyView) }),
  },
  settleDifficulty: {
    effect: 'mutation',
    summary: 'What became of a difficulty.',
    roles: clerks,
    staff: leaders,
    input: z
      .object({ requestId: RequestId, difficultyId: z.uuid(), result: z.enum(DIFFICULTY_RESULTS) })
      .strict(),
    output: DifficultyView,
  },
} as const satisfies OperationTable;
