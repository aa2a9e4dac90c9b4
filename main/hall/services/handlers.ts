import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { StaffOperation } from '../staff/sign-in-desk.ts';
import type { Handlers, Output } from '../../../preload/contracts/operation.ts';
import { ok, type Result } from '../../../preload/contracts/result.ts';
import { callNext, callTicket, recallTicket } from './calling.ts';
import { createAppointmentHandlers } from './appointments/handlers.ts';
import { createAssistHandlers } from './assist/handlers.ts';
import { createCatalogueHandlers } from './catalogue/handlers.ts';
import type { LedgerFileOperation } from './ledger/export/export-ledger.ts';
import { createLedgerHandlers } from './ledger/handlers.ts';
import { closeCounter, openCounter, pauseCounter } from './counters.ts';
import { createElderHandlers } from './elders/handlers.ts';
import { assignServices } from './floor.ts';
import type { HallContext } from './hall-context.ts';
import { keepDraft, recallDraft } from './forms/drafts.ts';
import { printForm } from './forms/print-form.ts';
import { issueTicket } from './issue-ticket.ts';
import { queueSnapshot, ticketStatus, type Storage } from './looking.ts';
import { listServices } from './service-waits.ts';
import { correctPriority, parkTicket, resumeTicket } from './passing-on.ts';
import { revealPerson, ticketPeople } from './people.ts';
import { createOrganisationHandlers } from './organisations/handlers.ts';
import { proxyStanding } from './proxy/proxy-standing.ts';
import { recordProxyLetter } from './proxy/record-proxy-letter.ts';
import { createRatingHandlers } from './rating/handlers.ts';
import { ratingUrlOf } from './rating/rating-code.ts';
import { createRuleHandlers } from './rule-handlers.ts';
import { createRunners, type Runners } from './runners.ts';
import { cancelTicket, missTicket, recordPrint, returnTicket, startService } from './serving.ts';
import { serveNow } from './serve-now.ts';
import { explainServiceOrder } from './service-order/explain.ts';
import type { StatisticsOperation } from './statistics/index.ts';
import type { Transact } from './transact.ts';
import { transferTicket } from './transfer.ts';
import { undoStep } from './undo.ts';
import { addService, finishService } from './visit-matters.ts';

/**
 * Rows that answer in one turn out of the file that is open. Signing in is judged before the file is asked
 * (staff/sign-in-desk.ts), what reads much or
 * becomes a file takes several turns (statistics/, ledger/export/), and how
 * devices are is no fact (devices/).
 */
export type CoreHandlers = Omit<
  Handlers<HallOperations>,
  StaffOperation | StatisticsOperation | LedgerFileOperation | 'reportDevices'
>;

/** One function per row of the contract: queries read, mutations run once per request id in one transaction. */
export function createHallHandlers(
  hall: HallContext,
  transact: Transact,
  turnDay: () => void,
  storage: () => Storage,
): CoreHandlers {
  const runners = createRunners(hall, transact, turnDay);
  const { mutation, today, unkept } = runners;
  return {
    issueTicket: (input, caller) => withRatingUrl(hall, mutation('issueTicket', issueTicket)(input, caller)),
    listServices: () => ok({ services: listServices(hall) }),
    serviceOrder: () => ok(explainServiceOrder(hall)),
    queueSnapshot: () => ok(queueSnapshot(hall, storage())),
    ticketStatus: (input) => ticketStatus(hall, input),
    openCounter: mutation('openCounter', openCounter),
    pauseCounter: mutation('pauseCounter', pauseCounter),
    closeCounter: mutation('closeCounter', closeCounter),
    assignServices: mutation('assignServices', assignServices),
    callNext: today('callNext', callNext),
    undoStep: mutation('undoStep', undoStep),
    callTicket: today('callTicket', callTicket),
    recallTicket: mutation('recallTicket', recallTicket),
    serveNow: today('serveNow', serveNow),
    startService: mutation('startService', startService),
    finishService: mutation('finishService', finishService),
    addService: mutation('addService', addService),
    missTicket: mutation('missTicket', missTicket),
    returnTicket: today('returnTicket', returnTicket),
    cancelTicket: mutation('cancelTicket', cancelTicket),
    parkTicket: mutation('parkTicket', parkTicket),
    resumeTicket: mutation('resumeTicket', resumeTicket),
    transferTicket: mutation('transferTicket', transferTicket),
    correctPriority: mutation('correctPriority', correctPriority),
    recordPrint: mutation('recordPrint', recordPrint),
    ticketPeople: (input) => ticketPeople(hall, input),
    revealPerson: unkept('revealPerson', revealPerson),
    proxyStanding: (input) => proxyStanding(hall, input),
    recordProxyLetter: mutation('recordProxyLetter', recordProxyLetter),
    printForm: mutation('printForm', printForm),
    keepDraft: mutation('keepDraft', keepDraft),
    recallDraft: unkept('recallDraft', recallDraft),
    ...ofEachSlice(hall, runners),
  };
}

/** What each part of the hall's work answers besides the queue. */
function ofEachSlice(hall: HallContext, runners: Runners) {
  return {
    ...createRuleHandlers(hall),
    ...createAppointmentHandlers(hall, runners),
    ...createAssistHandlers(hall, runners),
    ...createCatalogueHandlers(hall, runners),
    ...createElderHandlers(hall, runners),
    ...createLedgerHandlers(hall, runners),
    ...createOrganisationHandlers(hall, runners),
    ...createRatingHandlers(hall, runners),
  };
}

type Issued = Result<Output<HallOperations, 'issueTicket'>, ApiError>;

function withRatingUrl(hall: HallContext, issued: Issued): Issued {
  return issued.ok ? ok({ ...issued.value, ratingUrl: ratingUrlOf(hall, issued.value) }) : issued;
}
