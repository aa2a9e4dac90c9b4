import { z } from 'zod';

/**
 * Where a ticket stands. `parked`: being served, sent off for a copy or a signature, comes back to its counter.
 * `missed`: called and nobody came. `lapsed`: not used up by the end of the service day, or missed too often.
 */
export const TICKET_STATES = [
  'waiting',
  'called',
  'serving',
  'parked',
  'missed',
  'done',
  'cancelled',
  'lapsed',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];
export const ticketStateSchema = z.enum(TICKET_STATES);

/** States from which a ticket never moves again. */
export const FINAL_TICKET_STATES = ['done', 'cancelled', 'lapsed'] as const satisfies readonly TicketState[];

export function isFinalTicketState(state: TicketState): boolean {
  return (FINAL_TICKET_STATES as readonly TicketState[]).includes(state);
}

/**
 * Where the paper stands. `unknown`: power or line went while the job was at the printer; it is never retried by
 * itself, a reprint carries the same number and says that it is one.
 */
export const PAPER_STATES = ['pending', 'sent', 'confirmed', 'unknown'] as const;
export type PaperState = (typeof PAPER_STATES)[number];
export const paperStateSchema = z.enum(PAPER_STATES);

/** `none`: served without a ticket, nothing was to be printed. */
export const PRINT_STATES = [...PAPER_STATES, 'none'] as const;
export type PrintState = (typeof PRINT_STATES)[number];
export const printStateSchema = z.enum(PRINT_STATES);

/** Words for people, on pages and in the handbook. */
export const TICKET_STATE_LABELS: Readonly<
  Record<TicketState, { readonly zh: string; readonly en: string }>
> = {
  waiting: { zh: '等候', en: 'waiting' },
  called: { zh: '已呼叫', en: 'called' },
  serving: { zh: '办理中', en: 'being served' },
  parked: { zh: '暂离', en: 'away for a moment' },
  missed: { zh: '过号', en: 'missed' },
  done: { zh: '已办结', en: 'done' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  lapsed: { zh: '已失效', en: 'lapsed' },
};
