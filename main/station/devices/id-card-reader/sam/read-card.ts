import { pause } from '../../lines/pause.ts';
import type { UnreadableAdvice } from '../port.ts';
import type { SamTimings } from '../timings.ts';
import type { CardText } from './card-text.ts';
import { SAM_COMMANDS, type SamCommandName } from './commands.ts';
import { takeReadReply } from './read-reply.ts';
import type { SamAnswer, SamLine } from './sam-line.ts';

/** What stops the work with the module as a whole, not with one card. */
export type SamTrouble = 'silent' | 'noise' | 'fault' | 'closed';

export type ReadOutcome =
  | { readonly kind: 'card'; readonly text: CardText }
  | { readonly kind: 'unreadable'; readonly advice: UnreadableAdvice }
  | { readonly kind: 'trouble'; readonly trouble: SamTrouble };

export interface SamContext {
  readonly line: SamLine;
  readonly timings: SamTimings;
  readonly signal: AbortSignal;
}

type Step = ReadOutcome | { readonly kind: 'go'; readonly data: Uint8Array } | { readonly kind: 'again' };

const ROUNDS = 3;
const AGAIN = { kind: 'again' } as const;

/** The trouble behind an answer, or undefined when the module is at work. */
export function troubleIn(answer: SamAnswer): SamTrouble | undefined {
  if (answer.kind === 'closed') return 'closed';
  if (answer.kind === 'no-answer') return answer.noise ? 'noise' : 'silent';
  if (answer.kind === 'damaged') return undefined;
  const broken = answer.status.verdict === 'self-test-failed' || answer.status.verdict === 'not-authorised';
  return broken ? 'fault' : undefined;
}

/** Asks; once more when the module says that our own frame arrived damaged. */
export async function ask({ line }: SamContext, name: SamCommandName): Promise<SamAnswer> {
  const answer = await line.ask(SAM_COMMANDS[name]);
  const damagedOnTheWay = answer.kind === 'answer' && answer.status.verdict === 'host-checksum';
  return damagedOnTheWay ? line.ask(SAM_COMMANDS[name]) : answer;
}

/**
 * Reads the card that a find has just reported. Order is always find, select, read; whatever fails, the next
 * round begins at find. After three rounds the module is reset and the person asked to lift the card.
 */
export async function readFoundCard(context: SamContext): Promise<ReadOutcome> {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const step = await oneRound(context, round === 1);
    if (step.kind !== 'again' && step.kind !== 'go') return step;
  }
  const reset = await ask(context, 'reset');
  if (reset.kind === 'closed') return { kind: 'trouble', trouble: 'closed' };
  return { kind: 'unreadable', advice: 'lift-and-replace' };
}

async function oneRound(context: SamContext, alreadyFound: boolean): Promise<Step> {
  if (!alreadyFound) {
    const found = await step(context, 'find');
    if (found.kind !== 'go') return found;
  }
  await pause(context.timings.settleMs, context.signal);
  const selected = await step(context, 'select');
  if (selected.kind !== 'go') return selected;
  const read = await step(context, 'read');
  if (read.kind !== 'go') return read;
  const reply = takeReadReply(read.data);
  if (reply.ok) return { kind: 'card', text: reply.value.text };
  // The frame was whole, so reading again gives the same: a kind of card that this program does not know.
  return { kind: 'unreadable', advice: 'go-to-counter' };
}

async function step(context: SamContext, name: SamCommandName): Promise<Step> {
  const answer = await ask(context, name);
  const trouble = troubleIn(answer);
  if (trouble === 'closed' || trouble === 'fault') return { kind: 'trouble', trouble };
  // No answer to find means that the module is gone; to select or read it may still be busy with the card.
  if (trouble !== undefined && name === 'find') return { kind: 'trouble', trouble };
  if (answer.kind !== 'answer') return AGAIN;
  const { ok, verdict } = answer.status;
  if (ok) return { kind: 'go', data: answer.data };
  if (verdict === 'unknown-card-type') return { kind: 'unreadable', advice: 'not-an-id-card' };
  if (verdict === 'unrecognised-error') await ask(context, 'reset');
  if (verdict === 'find-failed') await pause(context.timings.settleMs, context.signal);
  return AGAIN;
}
