import { randomUUID } from 'node:crypto';
import { AGENT_AGE_YEARS } from '../../../preload/contracts/hall-operations.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { ProxyNotice, ProxySide, ProxyView } from '../../../preload/contracts/station-operations.ts';
import type { IdCard } from '../devices/id-card-reader/port.ts';
import { ageOf, personOfCard, proxyPersonView, type ProxyPerson } from './proxy-person.ts';

/** The matter, as the catalogue names it. */
export interface ProxyMatter {
  readonly serviceCode: string;
  readonly serviceName: string;
  readonly rule: string | null;
}

/** What is prepared for somebody else. Part of a visit, and forgotten with it. */
export interface Proxy {
  readonly proxyId: string;
  readonly matter: ProxyMatter;
  /** A card that was read before anybody said that they come for somebody else. */
  readonly unassigned: ProxyPerson | undefined;
  readonly principal: ProxyPerson | undefined;
  readonly agent: ProxyPerson | undefined;
  readonly notice: ProxyNotice | undefined;
  readonly staffNeeded: boolean;
  readonly letter: ProxyView['letter'];
  readonly ticketId: string | undefined;
}

export type ProxyRefusal =
  | { readonly kind: 'same-person' }
  | { readonly kind: 'agent-too-young'; readonly ageYears: number }
  | { readonly kind: 'proxy-place-taken' };

/** The card that the visit began with stays: most people put their own down first. */
export function beginProxy(matter: ProxyMatter, card: IdCard | undefined): Proxy {
  return {
    proxyId: randomUUID(),
    matter,
    unassigned: card === undefined ? undefined : personOfCard(card),
    ...{ principal: undefined, agent: undefined, notice: undefined },
    ...{ staffNeeded: false, letter: null, ticketId: undefined },
  };
}

/** Another matter for the same people; nothing about them has to be said again. */
export function withMatter(proxy: Proxy, matter: ProxyMatter): Proxy {
  return { ...proxy, matter, letter: null };
}

const OTHER: Readonly<Record<ProxySide, ProxySide>> = { principal: 'agent', agent: 'principal' };

/**
 * Puts a person into an empty place. Errors: nobody acts for themselves; whoever acts is of age (民法典 art. 17, 18; where no
 * birth date is known, the counter looks); the place is taken.
 * @param today YYYY-MM-DD.
 */
export function withPerson(
  proxy: Proxy,
  side: ProxySide,
  person: ProxyPerson,
  today: string,
): Result<Proxy, ProxyRefusal> {
  if (proxy[side] !== undefined) return err({ kind: 'proxy-place-taken' });
  if (proxy[OTHER[side]]?.number.equals(person.number) === true) return err({ kind: 'same-person' });
  const age = side === 'agent' ? ageOf(person, today) : undefined;
  if (age !== undefined && age < AGENT_AGE_YEARS)
    return err({ kind: 'agent-too-young', ageYears: AGENT_AGE_YEARS });
  return ok({ ...proxy, [side]: person, notice: undefined, letter: null });
}

/** Says whose the card was that had been read before. */
export function withOwner(proxy: Proxy, side: ProxySide, today: string): Result<Proxy, ProxyRefusal> {
  const { unassigned } = proxy;
  if (unassigned === undefined) return ok(proxy);
  const placed = withPerson(proxy, side, unassigned, today);
  return placed.ok ? ok({ ...placed.value, unassigned: undefined }) : placed;
}

/** Takes somebody out again; a letter that named them does not count any more. */
export function withoutPerson(proxy: Proxy, side: ProxySide): Proxy {
  return { ...proxy, [side]: undefined, notice: undefined, staffNeeded: false, letter: null };
}

/** A card on the reader fills the next empty place, the principal's first. What does not fit changes nothing and is told. */
export function withCard(proxy: Proxy, card: IdCard, today: string): Proxy {
  const person = personOfCard(card);
  if (proxy.unassigned !== undefined) {
    const isTheSame = proxy.unassigned.number.equals(person.number);
    return { ...proxy, notice: isTheSame ? undefined : 'whose-first' };
  }
  const side = nextEmpty(proxy);
  if (side === undefined) return { ...proxy, notice: isOneOf(proxy, card) ? undefined : 'both-known' };
  const placed = withPerson(proxy, side, person, today);
  if (placed.ok) return placed.value;
  const { kind } = placed.error;
  return { ...proxy, notice: kind === 'proxy-place-taken' ? 'both-known' : kind };
}

function nextEmpty({ principal, agent }: Proxy): ProxySide | undefined {
  if (principal === undefined) return 'principal';
  return agent === undefined ? 'agent' : undefined;
}

/** Whether a card belongs to somebody of this proxy. */
export function isOneOf({ principal, agent, unassigned }: Proxy, card: IdCard): boolean {
  return [principal, agent, unassigned].some((person) => person?.number.equals(card.number) === true);
}

/** Once both have their number, a card on the reader is somebody else's visit again. */
export const isPreparing = ({ ticketId }: Proxy): boolean => ticketId === undefined;

/** What a page may know of it. */
export function proxyView(proxy: Proxy, today: string): ProxyView {
  const view = (person: ProxyPerson | undefined) =>
    person === undefined ? null : proxyPersonView(person, today);
  return {
    serviceCode: proxy.matter.serviceCode,
    unassigned: view(proxy.unassigned),
    principal: view(proxy.principal),
    agent: view(proxy.agent),
    notice: proxy.notice ?? null,
    staffNeeded: proxy.staffNeeded,
    letter: proxy.letter,
    ticketId: proxy.ticketId ?? null,
  };
}
