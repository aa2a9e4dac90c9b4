import { mkdirSync } from 'node:fs';
import { hallCollections, hallOperations } from '../../preload/contracts/hall-operations.ts';
import { ROLES } from '../../preload/contracts/operation.ts';
import { systemClock, type Clock } from '../foundation/clock.ts';
import { virtualDevices, type LoadedConfiguration } from '../foundation/configuration/index.ts';
import { createFeedHub } from '../foundation/feed/index.ts';
import { createApiServer } from '../foundation/http/index.ts';
import { Lifetime } from '../foundation/lifetime.ts';
import { createLog, type Log, type LogOptions } from '../foundation/log/index.ts';
import type { HallProcessOptions } from '../foundation/process-messages.ts';
import { pagesFolder } from '../foundation/resources.ts';
import type { RunningService } from '../foundation/run-as-process.ts';
import { accessFor, configurationFor } from '../foundation/service-parts.ts';
import { productVersion } from '../foundation/version.ts';
import { CallWatch } from './announcements/index.ts';
import { loadCatalogue, type Catalogue } from './catalogue/catalogue.ts';
import { configurationGaps } from './configuration-gaps.ts';
import { createHallFeed, type HallFeed } from './hall-feed.ts';
import { openHall, type Hall, type HallStaff } from './hall.ts';
import { HelpWatch } from './help/index.ts';
import { catalogueType, displayView, elderPolicy, hallPolicy, type PolicyFiles } from './policy.ts';
import { BENEFITS_FILE, loadBenefits } from './policies/benefits.ts';
import { BOOKABLE_SERVICES_FILE, loadBookableServices } from './policies/bookable-services.ts';
import { loadMeals, MEALS_FILE } from './policies/meals.ts';
import { loadOrganisationFigures, ORGANISATION_FIGURES_FILE } from './policies/organisation-figures.ts';
import { openRatingPage } from './rating-page/open-rating-page.ts';
import { DEFAULT_BALLAST_BYTES } from './recovery/ballast.ts';
import { openAccounts } from './staff/accounts.ts';
import { makeDemoStaff } from './staff/demo-staff.ts';

export interface HallServiceOptions extends HallProcessOptions {
  readonly logTo?: NonNullable<LogOptions['destination']>;
  /** Room kept for the day the disk is full; 0 keeps none. */
  readonly ballastBytes?: number;
  /** The queue's time, for a rehearsal that runs a day in minutes. Lines, tokens and alarms stay on the system's. */
  readonly clock?: Clock;
}

/**
 * The hall service: core, feed, pages of counters and displays, and the API on one port. Throws one readable sentence
 * for whatever keeps it from starting: a mistake in the configuration, a file in use, a port that is taken.
 */
export async function startHallService(options: HallServiceOptions): Promise<RunningService> {
  const configuration = configurationFor(options.configurationFile, options.release ?? false);
  const simulated = virtualDevices(configuration);
  const log = createLog({ name: 'hall', simulated, destination: options.logTo ?? 'stderr' });
  const life = new Lifetime();
  try {
    mkdirSync(options.dataDirectory, { recursive: true, mode: 0o700 });
    const hub = createFeedHub(hallCollections);
    const feed: { current?: HallFeed } = {};
    const staff = await openStaff(options, configuration, log);
    const hall = life.own(openCore(options, configuration, staff, log, feed), (core) => core.close());
    const watch = life.own(watchCalls(hall, configuration, log, feed), (watching) => watching.stop());
    const onFault = (fault: unknown): void => log.bug('the feed cannot be published', fault);
    const display = displayView(configuration.hall);
    const helpWatch = life.own(watchHelp(hall, configuration, log, options.clock), (watching) =>
      watching.stop(),
    );
    const publisher = createHallFeed({ hall, hub, watch, helpWatch, display, onFault });
    feed.current = life.own(publisher, (publishing) => publishing.stop());
    const server = life.own(
      await createApiServer({
        operations: hallOperations,
        handlers: hall.handlers,
        access: accessFor(options.dataDirectory, options.tokens, log),
        feed: { hub, roles: ROLES, onAnnounced: (said, { name }) => watch.hear(said, name) },
        sessions: hall.sessions,
        pages: {
          folder: pagesFolder(),
          mounts: ['counter', 'display', 'rating', 'admin', 'guide'],
          home: { links: LINKS },
        },
        listen: { ...configuration.hall.listen, ...(options.port !== undefined && { port: options.port }) },
        allowOrigins: options.allowOrigins,
        log,
        info: { name: 'songting-hall', version: productVersion(), title: 'Songting hall' },
      }),
      (opened) => opened.close(),
    );
    await openRatings(life, hall, configuration, log);
    return { address: server.address, stop: () => life.end() };
  } catch (failure) {
    await life.end();
    throw failure;
  }
}

/** A call that nobody could see or hear is a fact, a line in the log, and an alarm on the counter's page. */
function watchCalls(
  hall: Hall,
  { hall: { call } }: LoadedConfiguration,
  log: Log,
  feed: { readonly current?: HallFeed },
): CallWatch {
  return new CallWatch({
    withinMs: call.announceWithinSeconds * 1000,
    clock: systemClock,
    onUnanswered: (unanswered) => {
      log.warn('a call was announced by no display and no voice', { counterId: unanswered.counterId });
      hall.noteUnanswered(unanswered);
    },
    onChange: () => feed.current?.changed(),
  });
}

/** A call for help that nobody answers is a fact, a line in the log, and told to the supervisors. */
function watchHelp(
  hall: Hall,
  { hall: { help } }: LoadedConfiguration,
  log: Log,
  queueClock: Clock = systemClock,
): HelpWatch {
  return new HelpWatch({
    withinMs: help.escalateAfterSeconds * 1000,
    clock: { monotonicMs: () => systemClock.monotonicMs(), nowMs: () => queueClock.nowMs() },
    onUnanswered: ({ helpId, kind }) => {
      log.warn('nobody answers a call for help: the supervisors are told', { kind });
      return hall.escalateHelp(helpId);
    },
  });
}

/** The page behind the QR codes, where the hall has one: a listener of its own. */
async function openRatings(
  life: Lifetime,
  hall: Hall,
  configuration: LoadedConfiguration,
  log: Log,
): Promise<void> {
  const options = { hall: configuration.hall, ratings: hall.ratingByCode, log, clock: systemClock };
  const page = await openRatingPage(options);
  if (page !== undefined) life.own(page, (opened) => opened.close());
}

const LINKS = [
  { href: '/counter/', label: '窗口 Counter' },
  { href: '/display/', label: '综合屏 Display' },
  { href: '/admin/', label: '大厅管理 Office' },
  { href: '/guide/', label: '引导员 Guide' },
  { href: '/rating/', label: '评价屏 Rating' },
];

async function openStaff(
  { dataDirectory, demo }: HallServiceOptions,
  { hall }: LoadedConfiguration,
  log: Log,
): Promise<HallStaff> {
  const accountsOfDemo = demo === true ? await makeDemoStaff(dataDirectory, systemClock) : [];
  const accounts = openAccounts({
    dataFolder: dataDirectory,
    clock: systemClock,
    onProblem: ({ kind }) => log.warn('staff file cannot be read', { kind }),
  });
  if (!accounts.ok) throw new Error(`The staff file cannot be read: ${accounts.error.kind}`);
  return { accounts: accounts.value, idleMinutes: hall.staff.idleMinutes, demo: accountsOfDemo, log };
}

/** What the file names and this hall does not have costs itself only, and IT staff are told where it stands. */
function warnOfGaps(configuration: LoadedConfiguration, catalogue: Catalogue, log: Log): void {
  for (const { path, kind, word } of configurationGaps(configuration, catalogue)) {
    const source = configuration.source.placeOf(path);
    log.warn('the configuration names what this hall does not have; left out', {
      kind,
      code: kind === 'unknown-service' ? word : `counter-${word}`,
      fields: [path.join('.')],
      ...(source !== null && { source }),
    });
  }
}

/** Rules as data: a hall's own file that has a mistake is not used, and IT staff are told where it stands. */
function loadPolicies(dataDirectory: string, hallId: string, log: Log): PolicyFiles {
  const { figures, faults } = loadOrganisationFigures(dataDirectory);
  const benefits = loadBenefits(dataDirectory);
  const meals = loadMeals(dataDirectory);
  const bookable = loadBookableServices(dataDirectory);
  const mistakes = [
    ...faults.map(({ kind, line }) => ({ kind, source: `${ORGANISATION_FIGURES_FILE}:${line}` })),
    ...benefits.faults.map(({ kind, row }) => ({ kind, source: `${BENEFITS_FILE}:${row}` })),
    ...meals.faults.map(({ kind, row }) => ({ kind, source: `${MEALS_FILE}:${row}` })),
    ...bookable.faults.map(({ kind, line }) => ({ kind, source: `${BOOKABLE_SERVICES_FILE}:${line}` })),
  ];
  for (const mistake of mistakes) log.error('a policy file has a mistake and is not used', mistake);
  return {
    organisationFigures: figures,
    elders: elderPolicy(hallId, benefits.data, meals.meals),
    bookable: bookable.services,
  };
}

function openCore(
  options: HallServiceOptions,
  configuration: LoadedConfiguration,
  staff: HallStaff,
  log: Log,
  feed: { current?: HallFeed },
): Hall {
  const catalogue = loadCatalogue(catalogueType(configuration.hall.type));
  warnOfGaps(configuration, catalogue, log);
  const files = loadPolicies(options.dataDirectory, configuration.hall.id, log);
  const opened = openHall({
    dataDirectory: options.dataDirectory,
    policy: hallPolicy(configuration.hall, catalogue, virtualDevices(configuration), files),
    timeZone: configuration.hall.timeZone,
    catalogue,
    clock: options.clock ?? systemClock,
    version: productVersion(),
    staff,
    ballastBytes: options.ballastBytes ?? DEFAULT_BALLAST_BYTES,
    onChange: () => feed.current?.changed(),
    onDevices: (views) => feed.current?.devices(views),
    onStorageTrouble: (trouble, code) => {
      log.error('storage trouble', { kind: trouble, code });
      feed.current?.changed();
    },
  });
  if (!opened.ok)
    throw new Error(`The hall's file cannot be opened: ${opened.error.kind} (${opened.error.file})`);
  if (opened.value.vaultProblem !== undefined) {
    log.error('no names can be kept until the vault key is in order, the queue works', {
      kind: opened.value.vaultProblem.kind,
    });
  }
  return opened.value;
}
