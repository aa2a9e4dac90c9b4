import { MOST_FURTHER_SERVICES } from '../../../preload/contracts/hall/closed-lists.ts';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations, TicketView } from '../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { servesAny } from '../domain/meant-for.ts';
import type { TicketRow } from '../store/ticket-row.ts';
import type { HallContext } from './hall-context.ts';
import { step } from './ticket-step.ts';
import { ticketView } from './views.ts';

type FinishWish = Input<HallOperations, 'finishService'>;

interface NextMatter {
  readonly nextServiceCode: string;
  /** The same counter serves it, and the person is there. */
  readonly stays: boolean;
}

/**
 * The matter is over. Where others of the same visit remain it goes on by itself: at this counter when it serves one of
 * them, else waiting for a counter that does, with the time already waited. `endVisit`: the person goes.
 */
export function finishService(hall: HallContext, input: FinishWish): Result<TicketView, ApiError> {
  const ticket = hall.stores.tickets.byId(input.ticketId);
  const next = ticket && input.endVisit !== true ? nextMatter(hall, ticket) : undefined;
  const finished = next === undefined ? endVisit(hall, input) : goOn(hall, input, next);
  return finished.ok ? ok(ticketView(hall, finished.value)) : finished;
}

/** What is served here comes first, so that nobody walks twice; else the order of the wish. */
function nextMatter(
  hall: HallContext,
  { laterServices, state, counterId }: TicketRow,
): NextMatter | undefined {
  const [first] = laterServices;
  if (first === undefined) return undefined;
  const desk = state === 'serving' ? hall.stores.counters.byId(counterId ?? '') : undefined;
  const here = desk && laterServices.find((code) => servesAny(desk.services, code));
  return { nextServiceCode: here ?? first, stays: here !== undefined };
}

function goOn(hall: HallContext, input: FinishWish, next: NextMatter): Result<TicketRow, ApiError> {
  return step(
    hall,
    input,
    next.stays ? 'next-here' : 'next-elsewhere',
    ({ ticketId, counterId, serviceCode }) =>
      hall.journal.append('ticket.matter-finished', 1, {
        ...{ ticketId, counterId: counterId ?? '', serviceCode, outcome: input.outcome },
        ...next,
      }),
  );
}

function endVisit(hall: HallContext, input: FinishWish): Result<TicketRow, ApiError> {
  return step(hall, input, 'finish', ({ ticketId, counterId, laterServices }) =>
    hall.journal.append('ticket.finished', 1, {
      ...{ ticketId, counterId: counterId ?? '', outcome: input.outcome },
      ...(laterServices.length > 0 && { dropped: [...laterServices] }),
    }),
  );
}

/** One more matter of the person who is being served: it follows under the same number. */
export function addService(
  hall: HallContext,
  input: Input<HallOperations, 'addService'>,
): Result<TicketView, ApiError> {
  const { serviceCode } = input;
  if (!hall.catalogue.has(serviceCode)) return err({ kind: 'unknown-service', serviceCode });
  const ticket = hall.stores.tickets.byId(input.ticketId);
  const problem = ticket?.state === 'serving' ? whyNotAdded(ticket, serviceCode) : undefined;
  if (problem !== undefined)
    return err({ kind: 'bad-input', problems: [{ where: 'serviceCode', allowed: problem }] });
  const added = step(hall, input, 'add-service', ({ ticketId, counterId }) =>
    hall.journal.append('ticket.service-added', 1, { ticketId, counterId: counterId ?? '', serviceCode }),
  );
  return added.ok ? ok(ticketView(hall, added.value)) : added;
}

function whyNotAdded(ticket: TicketRow, serviceCode: string): string | undefined {
  const { laterServices } = ticket;
  if (ticket.serviceCode === serviceCode || laterServices.includes(serviceCode))
    return 'a service that this visit does not have before it already';
  return laterServices.length < MOST_FURTHER_SERVICES
    ? undefined
    : `at most ${MOST_FURTHER_SERVICES} further services in one visit`;
}
