import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { TicketState } from '../../../preload/contracts/ticket-state.ts';
import type { TicketRow } from '../store/ticket-row.ts';
import type { RevealError, Vault } from '../vault/index.ts';
import type { HallContext } from './hall-context.ts';

type People = Output<HallOperations, 'ticketPeople'>;

const HERE: readonly TicketState[] = ['called', 'serving', 'parked'];

/** Masked names of the people at a counter. Before the call, and for other counters, a ticket has no people. */
export function ticketPeople(
  hall: HallContext,
  { ticketId, counterId }: Input<HallOperations, 'ticketPeople'>,
): Result<People, ApiError> {
  const ticket = ticketAt(hall, ticketId, counterId, HERE, 'see-people');
  if (!ticket.ok) return ticket;
  if (hall.vault === undefined) return err({ kind: 'storage', trouble: 'vault-key-lost' });
  const { holderVaultId, companionVaultId, companionRelation } = ticket.value;
  return ok({
    holder: masked(hall.vault, holderVaultId),
    companion: masked(hall.vault, companionVaultId),
    companionRelation,
  });
}

/** What was never given, or has been erased since, is not there. */
function masked(vault: Vault, vaultId: string | null): People['holder'] {
  if (vaultId === null) return null;
  const name = vault.reveal(vaultId, 'name', 'staff-view');
  const idNumber = vault.reveal(vaultId, 'idNumber', 'staff-view');
  if (!name.ok) return null;
  return {
    maskedName: name.value.value.masked,
    maskedIdNumber: idNumber.ok ? idNumber.value.value.masked : null,
  };
}

/**
 * One field in clear, for the person being served at this counter. The fact that somebody looked is written before they
 * see it, at every look; the answer itself is told and forgotten (see `transact`).
 */
export function revealPerson(
  hall: HallContext,
  input: Input<HallOperations, 'revealPerson'>,
): Result<Output<HallOperations, 'revealPerson'>, ApiError> {
  const { ticketId, counterId, who, field, purpose } = input;
  const ticket = ticketAt(hall, ticketId, counterId, ['serving'], 'reveal-person');
  if (!ticket.ok) return ticket;
  if (hall.vault === undefined) return err({ kind: 'storage', trouble: 'vault-key-lost' });
  const vaultId = who === 'holder' ? ticket.value.holderVaultId : ticket.value.companionVaultId;
  if (vaultId === null) return err({ kind: 'not-found' });
  const revealed = hall.vault.reveal(vaultId, field, purpose);
  if (!revealed.ok) return err(whyNotRevealed(revealed.error));
  hall.journal.append('person.revealed', 1, { ...revealed.value.record, ticketId, counterId });
  return ok({ value: revealed.value.value.revealFor(purpose) });
}

/** To whoever asks, what was erased was never there. */
export const whyNotRevealed = ({ kind }: RevealError): ApiError => WHY_NOT[kind];

const WHY_NOT: Readonly<Record<RevealError['kind'], ApiError>> = {
  unknown: { kind: 'not-found' },
  erased: { kind: 'not-found' },
  damaged: { kind: 'storage', trouble: 'corrupt' },
};

function ticketAt(
  { stores }: HallContext,
  ticketId: string,
  counterId: string,
  states: readonly TicketState[],
  step: string,
): Result<TicketRow, ApiError> {
  const ticket = stores.tickets.byId(ticketId);
  if (ticket === undefined) return err({ kind: 'unknown-ticket' });
  if (!states.includes(ticket.state)) return err({ kind: 'not-now', state: ticket.state, step });
  return ticket.counterId === counterId
    ? ok(ticket)
    : err({ kind: 'other-counters-ticket', counterId: ticket.counterId ?? '' });
}
