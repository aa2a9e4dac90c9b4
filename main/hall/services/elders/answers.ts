import type { ConsentAnswer } from '../../../../preload/contracts/hall/benefit-values.ts';
import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { nextProactive, type ProactiveEvent } from '../../domain/benefits/proactive.ts';
import { tierChanges } from '../../domain/benefits/tiers.ts';
import type { EventBody } from '../../journal/event-catalogue.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceDay } from '../service-day.ts';
import { elderOf, elderWithNumber, openVault, tableOf, todayOf, type KnownElder } from './elder-people.ts';
import { offerOf, stateOf } from './offers.ts';

type Answer<Name extends keyof HallOperations> = Result<Output<HallOperations, Name>, ApiError>;
type How = EventBody<'elder.answered'>['how'];

/** The wording that is shown and read out before somebody answers; a new one gets a new version. */
const CONSENT_TEXT_VERSION = '2026.1';

/** The person themselves, with their card, at a kiosk. */
export function answerOffer(
  hall: HallContext,
  { holder, answer }: Input<HallOperations, 'answerOffer'>,
): Answer<'answerOffer'> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const known =
    holder.idNumber === undefined ? undefined : elderWithNumber(hall, vault.value, holder.idNumber);
  return known === undefined ? err({ kind: 'not-found' }) : answered(hall, known, answer, 'kiosk');
}

/** What somebody of staff heard, and how. */
export function recordConsent(
  hall: HallContext,
  { beneficiaryId, answer, how }: Input<HallOperations, 'recordConsent'>,
): Answer<'recordConsent'> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const known = elderOf(hall, vault.value, beneficiaryId);
  return known.ok ? answered(hall, known.value, answer, how) : known;
}

function answered(
  hall: HallContext,
  known: KnownElder,
  answer: ConsentAnswer,
  how: How,
): Answer<'recordConsent'> {
  const offer = offerOf(hall, known);
  if (offer === undefined) return err({ kind: 'not-found' });
  const event: ProactiveEvent = answer === 'agreed' ? 'agree' : 'decline';
  const state = nextProactive(offer.state, event);
  if (state === undefined) return err({ kind: 'not-now', state: offer.state, step: event });
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const { beneficiaryId } = known.elder;
  hall.journal.append('elder.answered', 1, { beneficiaryId, answer, how, textVersion: CONSENT_TEXT_VERSION });
  return ok({ state });
}

/** Only who agreed is accepted. */
export function acceptOffer(
  hall: HallContext,
  { beneficiaryId }: Input<HallOperations, 'acceptOffer'>,
): Answer<'acceptOffer'> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const known = elderOf(hall, vault.value, beneficiaryId);
  if (!known.ok) return known;
  const now = offerOf(hall, known.value)?.state ?? stateOf(known.value, undefined, todayOf(hall));
  const state = nextProactive(now, 'accept');
  if (state === undefined) return err({ kind: 'not-now', state: now, step: 'accept' });
  const day = serviceDay(hall);
  if (!day.ok) return day;
  hall.journal.append('elder.offer-accepted', 1, { beneficiaryId });
  return ok({ state });
}

/** The amount of somebody who is paid changes on that day, and a supervisor looked at it. */
export function confirmTierChange(
  hall: HallContext,
  { beneficiaryId, on }: Input<HallOperations, 'confirmTierChange'>,
): Answer<'confirmTierChange'> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const known = elderOf(hall, vault.value, beneficiaryId);
  if (!known.ok) return known;
  if (tierChanges(tableOf(hall), known.value.birth, on, on).length === 0) return err({ kind: 'not-found' });
  const now = stateOf(known.value, on, todayOf(hall));
  const state = nextProactive(now, 'change-tier');
  if (state === undefined || known.value.elder.tierConfirmed === on)
    return err({ kind: 'not-now', state: now, step: 'change-tier' });
  const day = serviceDay(hall);
  if (!day.ok) return day;
  hall.journal.append('elder.tier-confirmed', 1, { beneficiaryId, on });
  return ok({ state });
}
