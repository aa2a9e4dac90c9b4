import { z } from 'zod';
import { ServiceCode, TicketId } from '../ids.ts';

/** The two sides of a letter of authority: whose matter it is (委托人), and who comes for them (代办人). */
export const PROXY_SIDES = ['principal', 'agent'] as const;
export type ProxySide = (typeof PROXY_SIDES)[number];

/** As lists and slips show people: nothing here is in clear. */
export const ProxyPersonView = z.object({
  /** Null for a typed number: the name is written on the letter by hand. */
  maskedName: z.string().nullable(),
  maskedIdNumber: z.string(),
  /** Full years; null where the card or number tells no birth date. */
  age: z.int().nonnegative().nullable(),
  from: z.enum(['card', 'typed']),
});
export type ProxyPersonView = z.output<typeof ProxyPersonView>;

/**
 * Why the card that was read last changed nothing. `same-person`: it belongs to the other side; `agent-too-young`: under 18;
 * `both-known`: nobody is missing; `whose-first`: the card that was there before still belongs to nobody.
 */
export const PROXY_NOTICES = ['same-person', 'agent-too-young', 'both-known', 'whose-first'] as const;
export type ProxyNotice = (typeof PROXY_NOTICES)[number];

export const LETTER_STATES = ['printing', 'confirmed', 'unknown', 'refused'] as const;

/** What is prepared for somebody else at this kiosk. */
export const ProxyView = z.object({
  serviceCode: ServiceCode,
  /** A card that had been read before: whose it is has to be said. */
  unassigned: ProxyPersonView.nullable(),
  principal: ProxyPersonView.nullable(),
  agent: ProxyPersonView.nullable(),
  notice: z.enum(PROXY_NOTICES).nullable(),
  /** The agent acts for so many people already that staff decide. */
  staffNeeded: z.boolean(),
  /** What became of the paper; null before the first. `reason` for whoever mends it, words come from the page. */
  letter: z.object({ state: z.enum(LETTER_STATES), reason: z.string().nullable() }).nullable(),
  /** Among the visit's tickets, the one for both people. */
  ticketId: TicketId.nullable(),
});
export type ProxyView = z.output<typeof ProxyView>;
