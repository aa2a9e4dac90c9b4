import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations, TicketView } from '../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { Visit, VisitTicket } from '../visit/visit.ts';
import type { StationContext } from './station-context.ts';
import { ticketPaperOf, type PaperFacts } from './ticket-paper-of.ts';
import { proxyOf, wishOf } from './ticket-wish.ts';
import { UnansweredWishes } from './unanswered-wishes.ts';

type TakeInput = Input<StationOperations, 'takeTicket'>;
type Taken = Output<StationOperations, 'takeTicket'>;
type Issued = Output<HallOperations, 'issueTicket'>;
type Answer = Result<Taken, ApiError>;

export type TakeTicket = (input: TakeInput) => Promise<Answer>;

/**
 * The person chose a service: a number from the hall first, then paper. One visit has one ticket for one service,
 * however often the button is touched and whatever request ids come: touches at the same time share one answer.
 */
export function createTakeTicket(station: StationContext): TakeTicket {
  const underWay = new Map<string, Promise<Answer>>();
  const unanswered = new UnansweredWishes();
  return (input) => {
    const { visit } = station.desk;
    if (visit === undefined) return Promise.resolve(err({ kind: 'nobody-at-the-kiosk' }));
    station.desk.touch();
    const proxy = proxyOf(visit, input.serviceCode);
    const taken = visit.tickets.find((ticket) =>
      proxy === undefined
        ? ticket.people === 1 && ticket.serviceCode === input.serviceCode
        : ticket.ticketId === proxy.ticketId,
    );
    if (taken !== undefined) return Promise.resolve(ok(answerOf(taken)));
    const key = `${visit.visitId} ${input.serviceCode} ${proxy?.proxyId ?? ''}`;
    const already = underWay.get(key);
    if (already !== undefined) return already;
    const taking = takeTicket(station, unanswered, visit, input).finally(() => underWay.delete(key));
    underWay.set(key, taking);
    return taking;
  };
}

async function takeTicket(
  station: StationContext,
  unanswered: UnansweredWishes,
  visit: Visit,
  input: TakeInput,
): Promise<Answer> {
  const { visitId } = visit;
  const proxy = proxyOf(visit, input.serviceCode);
  const wish = `${input.serviceCode} ${input.priorityClass ?? ''} ${proxy?.proxyId ?? ''}`;
  const requestId = unanswered.requestIdFor(visitId, wish, input.requestId);
  const issued = await issueTo(station, visit, { ...input, requestId });
  unanswered.settle(visitId, wish, requestId, issued.ok ? undefined : issued.error);
  if (issued.ok) return print(station, visit, issued.value);
  if (issued.error.kind !== 'already-waiting') return issued;
  return showHeldTicket(station, visit, issued.error.ticketId);
}

/** A card that says what cannot be true still belongs to a person: they get their ticket without those facts. */
async function issueTo(
  { hall }: StationContext,
  visit: Visit,
  input: TakeInput,
): Promise<Result<Issued, ApiError>> {
  const issued = await hall.issueTicket(wishOf(visit, input));
  const isDoubted = !issued.ok && DOUBTED.includes(issued.error.kind);
  return isDoubted ? hall.issueTicket(wishOf(visit, input, 'name-only')) : issued;
}

const DOUBTED: readonly ApiError['kind'][] = ['bad-birth-date', 'bad-id-number'];

function print(station: StationContext, visit: Visit, issued: Issued): Answer {
  const proxy = proxyOf(visit, issued.serviceCode);
  return printIssued(station, visit, issued, {
    people: proxy === undefined ? 1 : 2,
    holderMasked: proxy === undefined ? visit.card?.name.masked : proxy.principal?.name?.masked,
  });
}

/** The number that the hall gave stands on the screen and goes to the printer. */
export function printIssued(
  station: StationContext,
  visit: Visit,
  issued: Issued,
  { people, holderMasked }: Pick<PaperFacts, 'people' | 'holderMasked'>,
): Result<Taken, ApiError> {
  // Not the code to rate with: it is for the paper in the person's hand, not for a screen in the hall.
  const { waitingAhead, waitMinutes, counters } = issued;
  const { appointment } = issued;
  const shown = {
    ...{ ...pickShared(issued), waitingAhead, waitMinutes, counters },
    ...(appointment !== undefined && { appointment }),
  };
  const ticket: VisitTicket = { ...shown, people, alreadyHeld: false, printProblem: null };
  noteTicket(station, visit, ticket);
  const queued = station.spool?.enqueue({
    jobId: issued.ticketId,
    ticketId: issued.ticketId,
    paper: ticketPaperOf({
      station: station.facts,
      ticket: issued,
      documents: station.services.documentsOf(issued.serviceCode),
      people,
      holderMasked,
      elderAgeYears: station.elderAgeYears,
      simulated: station.printer?.simulated ?? false,
    }),
  });
  // The number counts without paper: the page shows it and says that none will come.
  const problem = queued === undefined ? 'no-printer' : queued.ok ? null : 'storage';
  if (problem !== null) station.desk.noteTicket(visit.visitId, { ...ticket, printProblem: problem });
  return ok(answerOf(ticket));
}

/** The person has this number already: it is shown again, and paper is printed only when they ask for it. */
async function showHeldTicket(station: StationContext, visit: Visit, ticketId: string): Promise<Answer> {
  const status = await station.hall.ticketStatus({ ticketId });
  if (!status.ok) return status;
  const { ticket, waitingAhead, waitMinutes } = status.value;
  const held: VisitTicket = {
    ...pickShared(ticket),
    waitingAhead: waitingAhead ?? 0,
    waitMinutes: waitMinutes ?? { low: 0, high: 0 },
    counters: ticket.counterId === null ? [] : [ticket.counterId],
    people: ticket.people,
    alreadyHeld: true,
    printProblem: null,
  };
  noteTicket(station, visit, held);
  return ok(answerOf(held));
}

/** Once both have a number, the next card is somebody else's. */
function noteTicket({ desk }: StationContext, visit: Visit, ticket: VisitTicket): void {
  desk.noteTicket(visit.visitId, ticket);
  const proxy = proxyOf(visit, ticket.serviceCode);
  const { ticketId } = ticket;
  if (proxy !== undefined) desk.changeProxy(proxy.proxyId, (now) => ({ ...now, ticketId }));
}

function pickShared(ticket: TicketView | Issued) {
  const { ticketId, number, serviceCode, serviceName, priorityClass, priorityReason, issuedAt, printState } =
    ticket;
  return { ticketId, number, serviceCode, serviceName, priorityClass, priorityReason, issuedAt, printState };
}

function answerOf({ ticketId, number, alreadyHeld }: VisitTicket): Taken {
  return { ticketId, number, alreadyHeld };
}
