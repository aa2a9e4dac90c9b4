import type { LateAnswer, PrinterStatus } from '../port.ts';
import type { Conversation } from './conversation.ts';
import { readStatus } from './read-status.ts';

const POLL_MS = 2_000;
/** A printer that is well again prints what it holds within seconds. */
const WELL_POLLS_WITHOUT_FENCE = 5;

/**
 * Keeps a line open after a ticket got stuck, until the fence is answered after all (the same ticket came out whole),
 * the line is lost, or the printer has been well for ten seconds without it. Never sends the ticket again.
 */
export async function waitForLateFence(
  talk: Conversation,
  tell: (status: PrinterStatus) => void,
): Promise<LateAnswer> {
  for (let wellPolls = 0; wellPolls < WELL_POLLS_WITHOUT_FENCE && !talk.lost;) {
    if (await talk.fence(POLL_MS)) return 'confirmed';
    const status = await readStatus(talk);
    tell(status);
    wellPolls = status.state === 'ready' ? wellPolls + 1 : 0;
  }
  return talk.fenceSeen ? 'confirmed' : 'none';
}
