import { z } from 'zod';
import { KIOSK_DIFFICULTY_KINDS } from '../hall/closed-lists.ts';
import { RequestId } from '../ids.ts';
import type { OperationTable } from '../operation.ts';

/** A person to help, and what was too hard. */
export const kioskHelpRows = {
  callForHelp: {
    effect: 'mutation',
    summary:
      'Somebody of staff comes to this kiosk (叫人帮忙). Asked again while nobody has come, it is one call.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({ requestId: RequestId }).strict(),
    output: z.object({ helpId: z.uuid() }),
  },
  cancelHelp: {
    effect: 'mutation',
    summary: 'Nobody needs to come any more.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({ requestId: RequestId }).strict(),
    output: z.object({}),
  },
  reportDifficulty: {
    effect: 'mutation',
    summary:
      'Something was too hard for the person at the kiosk. Without a name; kept here while the hall is away.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({ requestId: RequestId, kind: z.enum(KIOSK_DIFFICULTY_KINDS) }).strict(),
    output: z.object({}),
  },
} as const satisfies OperationTable;
