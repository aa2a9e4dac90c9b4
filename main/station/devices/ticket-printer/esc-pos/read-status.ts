import type { PrinterStatus } from '../port.ts';
import type { Conversation } from './conversation.ts';
import { decodeStatusByte, type StatusFlags, type StatusQuery } from './status-bytes.ts';

interface Answers {
  readonly roll: StatusFlags[4] | undefined;
  readonly cause: StatusFlags[2] | undefined;
  readonly printer: StatusFlags[1] | undefined;
}

/** Asks the roll, the cause and the printer (DLE EOT 4, 2, 1), one at a time. */
export async function readStatus(talk: Conversation): Promise<PrinterStatus> {
  const roll = await flags(talk, 4);
  const cause = await flags(talk, 2);
  const printer = await flags(talk, 1);
  return talk.lost ? { state: 'unavailable', reason: 'disconnected' } : judge({ roll, cause, printer });
}

async function flags<Query extends StatusQuery>(
  talk: Conversation,
  query: Query,
): Promise<StatusFlags[Query] | undefined> {
  const byte = await talk.ask(query);
  const decoded = byte === undefined ? undefined : decodeStatusByte(query, byte);
  return decoded?.ok ? decoded.value : undefined;
}

/** The cause a person can put right comes first; a printer that answers nothing is silent, never fine. */
export function judge({ roll, cause, printer }: Answers): PrinterStatus {
  if (!roll && !cause && !printer) return { state: 'unavailable', reason: 'silent' };
  if (cause?.coverOpen) return { state: 'unavailable', reason: 'cover-open' };
  if (roll?.paperOut || cause?.paperStop) return { state: 'unavailable', reason: 'no-paper' };
  if (cause?.error || printer?.online === false) return { state: 'unavailable', reason: 'fault' };
  return { state: 'ready', paperLow: roll?.nearEnd ?? false };
}
