import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '../../preload/contracts/configuration.ts';
import type { HallOperations } from '../../preload/contracts/hall-operations.ts';
import type { Client, Handlers } from '../../preload/contracts/operation.ts';
import type { DeviceView, StationOperations } from '../../preload/contracts/station-operations.ts';
import type { Clock } from '../foundation/clock.ts';
import { Lifetime } from '../foundation/lifetime.ts';
import { localTimeIn } from '../foundation/local-time.ts';
import type { Log } from '../foundation/log/index.ts';
import { openDatabase } from '../foundation/sqlite/open-database.ts';
import type { HallFeedAccess } from './calls/index.ts';
import type { StationDevices } from './devices/open-devices.ts';
import { FormPrints } from './forms/form-prints.ts';
import type { FormTemplate } from './forms/form-template.ts';
import { loadShippedForms } from './forms/load-forms.ts';
import { openHelp } from './help/index.ts';
import { openHallListeners } from './hall-listeners.ts';
import { lookForBookings } from './services/appointments.ts';
import { lookForRatable } from './services/rating.ts';
import { createStationHandlers } from './services/handlers.ts';
import { DeviceReports } from './services/device-reports.ts';
import { KnownServices } from './services/known-services.ts';
import { checkStanding } from './services/proxy-standing.ts';
import { PrintReports } from './services/print-reports.ts';
import type { StationContext } from './services/station-context.ts';
import { StepCards } from './services/step-cards.ts';
import type { StationFacts } from './services/views.ts';
import {
  createSpool,
  spoolMigrations,
  type PrintSpool,
  type PrintStateChange,
  type StepCardPrintChange,
  type TicketPrintChange,
} from './spool/index.ts';
import { StationWatch, type StationFeed } from './station-watch.ts';
import { VisitDesk } from './visit/visit-desk.ts';
import { openVoice } from './voice/open-voice.ts';

export const SPOOL_FILE = 'spool.sqlite';
const DAY_MS = 24 * 3_600_000;

export interface StationOptions {
  readonly configuration: Configuration;
  readonly dataDirectory: string;
  readonly devices: StationDevices;
  /** Those that ship with the program, unless the hall has others. */
  readonly forms?: readonly FormTemplate[];
  readonly hall: Client<HallOperations>;
  /** The hall's own feed, for devices that attend to what goes on there. */
  readonly hallFeed?: HallFeedAccess;
  readonly feed: StationFeed;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Station {
  readonly handlers: Handlers<StationOperations>;
  /** Devices are opened, what the last run left in the spool is settled. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The service of one PC: its devices, its print spool, the person before it. Throws when its file cannot be opened. */
export function openStation(options: StationOptions): Station {
  const { clock, hall, devices, log } = options;
  const life = new Lifetime();
  const desk = new VisitDesk(clock, () => {
    voice.visitIs(desk.visit?.visitId);
    publish();
  });
  const publish = (): void => watch.publish();
  const services = () => context.services.all();
  const voice = openVoice({ ...devices, services, life, onChange: publish });
  const stepCards = new StepCards(clock);
  const formPrints = new FormPrints(publish);
  const reports = life.own(new PrintReports(hall, clock), (sender) => sender.stop());
  const spool = openSpool(options, life, (change) => {
    if (change.kind === 'step-card') showStepCard(stepCards, change, log);
    else showPaper({ desk, reports, log }, change);
    publish();
  });
  const { listeners, ...help } = openHelp(options, life, publish);
  const context = contextOf(options, { desk, voice, spool, stepCards, formPrints, ...help });
  const reported = reportDevices(options, life);
  const watch: StationWatch = new StationWatch(context, reported.feed, log);
  attendReader(context, life, log);
  const attend = openHallListeners({ ...options, life, others: listeners, onStatus: publish });
  return {
    handlers: createStationHandlers(context, {
      station: () => watch.stationView(),
      devices: () => watch.deviceViews(),
    }),
    start: async () => {
      spool?.start();
      reported.start();
      reportAgain(spool, reports, clock);
      help.difficulties.start();
      devices.reader?.start();
      devices.readAloud?.start();
      attend();
      await watch.start();
    },
    stop: async () => {
      watch.stop();
      await devices.reader?.stop();
      // The line first: a ticket under way then ends as unknown at once, instead of holding up the end.
      await devices.printer?.printer.close();
      await devices.formPrinter?.close();
      await spool?.stop();
      await life.end();
    },
  };
}

function attendReader(context: StationContext, life: Lifetime, log: Log): void {
  const attended = context.reader?.onEvent((event) => {
    log.info('card reader', { kind: event.kind });
    context.desk.onReaderEvent(event);
    if (event.kind !== 'card-placed') return;
    void lookForRatable(context);
    void lookForBookings(context);
    void checkStanding(context);
  });
  if (attended !== undefined) life.own(attended, (unsubscribe) => unsubscribe());
}

/** What the pages of this PC hear of its devices, the hall hears too. */
function reportDevices(
  { hall, feed, configuration }: StationOptions,
  life: Lifetime,
): { readonly feed: StationFeed; readonly start: () => void } {
  const stationId = configuration.station.id;
  const reports = life.own(new DeviceReports({ hall, stationId }), (sender) => sender.stop());
  return {
    start: () => reports.start(),
    feed: {
      replace: (collection, items) => {
        feed.replace(collection, items);
        if (collection === 'devices') reports.note(Object.values(items) as DeviceView[]);
      },
    },
  };
}

function openSpool(
  { devices, dataDirectory, clock }: StationOptions,
  life: Lifetime,
  onState: (change: PrintStateChange) => void,
): PrintSpool | undefined {
  if (devices.printer === undefined) return undefined;
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const opened = openDatabase({ file: join(dataDirectory, SPOOL_FILE), migrations: spoolMigrations });
  if (!opened.ok) throw new Error(`The print spool cannot be opened: ${opened.error.kind}`);
  const database = life.own(opened.value, (file) => void file.close());
  const { printer, render } = devices.printer;
  return createSpool({ database, printer, render, clock, onState });
}

/** What the last run of this station knew may not have reached the hall. */
function reportAgain(spool: PrintSpool | undefined, reports: PrintReports, clock: Clock): void {
  for (const change of spool?.changedSince(clock.nowMs() - DAY_MS) ?? []) reports.report(change);
}

/** The hall hears what became of a ticket's paper; the page shows it while the person still stands there. */
function showPaper(
  { desk, reports, log }: { desk: VisitDesk; reports: PrintReports; log: Log },
  change: TicketPrintChange,
): void {
  const { ticketId, number, state } = change;
  reports.report(change);
  const { visit } = desk;
  const ticket = visit?.tickets.find((known) => known.ticketId === ticketId);
  if (visit !== undefined && ticket !== undefined)
    desk.noteTicket(visit.visitId, { ...ticket, printState: state, printProblem: change.reason });
  log.info('paper', { ticketId, number, state });
}

/** A step card is nobody's: neither the hall nor a visit hears of it. */
function showStepCard(cards: StepCards, change: StepCardPrintChange, log: Log): void {
  cards.note(change);
  log.info('step card', { state: change.state });
}

function contextOf(
  options: StationOptions,
  own: Pick<
    StationContext,
    'desk' | 'voice' | 'spool' | 'stepCards' | 'formPrints' | 'help' | 'difficulties'
  >,
): StationContext {
  const { configuration, devices, hall, clock } = options;
  return {
    ...own,
    facts: factsOf(options),
    services: new KnownServices(),
    forms: options.forms ?? loadShippedForms(),
    elderAgeYears: configuration.hall.priority.elderAge,
    clock,
    localTime: localTimeIn(configuration.hall.timeZone),
    hall,
    reader: devices.reader,
    virtualReader: devices.virtualReader,
    printer: devices.printer?.printer,
    formPrinter: devices.formPrinter,
    speaker: devices.speaker,
    readAloud: devices.readAloud,
    windowDisplays: devices.windowDisplays ?? [],
    ratingPad: devices.ratingPad,
  };
}

function factsOf({ configuration, devices }: StationOptions): StationFacts {
  const { hall, station } = configuration;
  return {
    stationId: station.id,
    hallName: hall.name,
    hallType: hall.type,
    panel: station.panel,
    manualCounters: hall.manualCounters,
    telephone: hall.telephone,
    waitingArea: hall.waitingArea,
    counterLooks: Object.fromEntries(
      hall.counters.map(({ id, name, colour, sign, place }) => [id, { name, colour, sign, place }]),
    ),
    languages: hall.languages,
    readerSide: station.readerSide,
    lowReach: station.lowReach,
    elderAge: hall.priority.elderAge,
    simulated: simulatedOf(devices),
  };
}

/** The names under which the configuration has them. */
function simulatedOf(devices: StationDevices): string[] {
  const { reader, printer, formPrinter, speaker, readAloud, recogniser } = devices;
  const { windowDisplays = [], ratingPad } = devices;
  return [
    ...(reader?.simulated === true ? ['idCardReader'] : []),
    ...(printer?.printer.simulated === true ? ['ticketPrinter'] : []),
    ...(formPrinter?.simulated === true ? ['formPrinter'] : []),
    ...(speaker?.simulated === true ? ['speaker'] : []),
    ...(readAloud?.simulated === true ? ['readAloud'] : []),
    ...(recogniser?.simulated === true ? ['voiceHelp'] : []),
    ...(windowDisplays.some(({ display }) => display.simulated) ? ['windowDisplays'] : []),
    ...(ratingPad?.pad.simulated === true ? ['ratingPad'] : []),
  ];
}
