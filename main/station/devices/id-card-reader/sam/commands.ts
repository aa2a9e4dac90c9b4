import { encodeFrame } from './frame.ts';
import { readReplyLengths } from './read-reply.ts';
import { readStatus, STATUS_BYTES, type SamVerdict } from './status.ts';

/**
 * What this product asks of a SAM. Two commands are left out on purpose: 30 10 would read the fingerprint,
 * which a hall has no use for, and 60 xx changes the module's speed for good.
 */
export type SamCommandName = 'reset' | 'status' | 'find' | 'select' | 'read' | 'read-address';

export interface SamCommand {
  readonly name: SamCommandName;
  readonly frame: Uint8Array;
  /** The answer to success, by its shape: answers carry no number and no echo, so a late one must not pass. */
  readonly success: (verdict: SamVerdict, data: Uint8Array) => boolean;
  /** Failures that only other commands give: seeing one here means an answer came late. */
  readonly foreignFailures: readonly SamVerdict[];
}

const SELECT_DATA_BYTES = 8;
const FIND_DATA_BYTES = 4;

function command(
  name: SamCommandName,
  code: readonly [number, number],
  success: SamCommand['success'],
  foreignFailures: readonly SamVerdict[],
): SamCommand {
  return { name, frame: encodeFrame(Uint8Array.from(code)), success, foreignFailures };
}

const doneWith = (bytes: number) => (verdict: SamVerdict, data: Uint8Array) =>
  verdict === 'done' && data.length === bytes;

const CARD_FAILURES = ['find-failed', 'select-failed', 'read-failed', 'no-content'] as const;

export const SAM_COMMANDS: Readonly<Record<SamCommandName, SamCommand>> = {
  reset: command('reset', [0x10, 0xff], doneWith(0), CARD_FAILURES),
  status: command('status', [0x11, 0xff], doneWith(0), CARD_FAILURES),
  find: command(
    'find',
    [0x20, 0x01],
    (verdict, data) => verdict === 'card-found' && data.length === FIND_DATA_BYTES,
    ['select-failed', 'no-content'],
  ),
  select: command('select', [0x20, 0x02], doneWith(SELECT_DATA_BYTES), ['find-failed', 'no-content']),
  read: command(
    'read',
    [0x30, 0x01],
    (verdict, data) => verdict === 'done' && readReplyLengths(data) !== undefined,
    ['find-failed', 'no-content'],
  ),
  'read-address': command(
    'read-address',
    [0x30, 0x03],
    (verdict, data) => verdict === 'no-content' || (verdict === 'done' && data.length > SELECT_DATA_BYTES),
    [],
  ),
};

/** Whether an answer can belong to the command: its success shape, or a bare failure of its kind. */
export function fitsCommand(asked: SamCommand, body: Uint8Array): boolean {
  const status = readStatus(body);
  const data = body.subarray(STATUS_BYTES);
  if (asked.success(status.verdict, data)) return true;
  return !status.ok && data.length === 0 && !asked.foreignFailures.includes(status.verdict);
}
