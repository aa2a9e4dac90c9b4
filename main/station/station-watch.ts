import type { DeviceView, StationView } from '../../preload/contracts/station-operations.ts';
import { visitView } from './visit/visit.ts';
import { today, type StationContext } from './services/station-context.ts';
import {
  formPrinterView,
  printerView,
  ratingPadView,
  readAloudView,
  readerView,
  speakerView,
  windowDisplayView,
} from './services/views.ts';
import type { Log } from '../foundation/log/index.ts';
import type { FormPrinterStatus } from './devices/form-printer/port.ts';
import type { PrinterStatus } from './devices/ticket-printer/index.ts';
import { troubleNote } from './devices/trouble-note.ts';

const PRINTER_LOOK_MS = 10_000;
const HALL_LOOK_MS = 2_000;
const TIDY_UP_MS = 2_000;

export interface StationFeed {
  replace(
    collection: 'station' | 'visit' | 'reading' | 'devices' | 'services',
    items: Record<string, unknown>,
  ): void;
}

/**
 * Looks at the devices and at the hall, and keeps the pages' feed true. Printers are asked seldom: each question is a
 * connection or a program. The hall is asked often: a page that offers a dead hall's services lies.
 */
export class StationWatch {
  readonly #station: StationContext;
  readonly #feed: StationFeed;
  readonly #log: Log;
  readonly #noteFormPrinter: ReturnType<typeof troubleNote>;
  #timers: NodeJS.Timeout[] = [];
  /** What the hall refused with; `null` = it answers. */
  #refusal: string | null = 'not-asked';
  #waiting = 0;
  #printer: PrinterStatus | undefined;
  #formPrinter: FormPrinterStatus | undefined;
  #looking = { hall: false, printer: false, formPrinter: false };

  constructor(station: StationContext, feed: StationFeed, log: Log) {
    this.#station = station;
    this.#feed = feed;
    this.#log = log;
    this.#noteFormPrinter = troubleNote(log, { device: 'formPrinter' });
  }

  async start(): Promise<void> {
    this.#timers = [
      setInterval(() => void this.lookAtHall(), HALL_LOOK_MS),
      setInterval(() => void this.lookAtPrinter(), PRINTER_LOOK_MS),
      setInterval(() => void this.lookAtFormPrinter(), PRINTER_LOOK_MS),
      setInterval(() => this.#station.desk.tidyUp(), TIDY_UP_MS),
    ];
    await Promise.all([this.lookAtHall(), this.lookAtPrinter(), this.lookAtFormPrinter()]);
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
  }

  async lookAtHall(): Promise<void> {
    if (this.#looking.hall) return;
    this.#looking.hall = true;
    const answer = await this.#station.hall.listServices({});
    this.#looking.hall = false;
    this.#noteHall(answer.ok ? null : answer.error.kind);
    if (answer.ok) {
      const { services } = answer.value;
      this.#station.services.note(services);
      this.#waiting = services.reduce((sum, { waiting }) => sum + waiting, 0);
    }
    this.publish();
  }

  /** Whoever looks for the reason finds it in the log: a line that is cut, or a token that the hall does not know. */
  #noteHall(refusal: string | null): void {
    if (refusal === this.#refusal) return;
    this.#refusal = refusal;
    if (refusal === null) this.#log.info('the hall answers');
    else this.#log.warn('the hall does not answer this station', { kind: refusal });
  }

  async lookAtPrinter(): Promise<void> {
    const { printer } = this.#station;
    if (printer === undefined || this.#looking.printer) return;
    this.#looking.printer = true;
    this.#printer = await printer.status();
    this.#looking.printer = false;
    this.publish();
  }

  async lookAtFormPrinter(): Promise<void> {
    const { formPrinter } = this.#station;
    if (formPrinter === undefined || this.#looking.formPrinter) return;
    this.#looking.formPrinter = true;
    const status = await formPrinter.status();
    this.#looking.formPrinter = false;
    this.#formPrinter = status;
    if (status.state !== 'busy') this.#noteFormPrinter(status);
    this.publish();
  }

  stationView(): StationView {
    return {
      ...this.#station.facts,
      hall: this.#refusal === null ? 'reachable' : 'unreachable',
      waiting: this.#waiting,
      readerAdvice: this.#station.desk.advice ?? null,
      help: this.#station.help.view,
      stepCard: this.#station.stepCards.view(),
      form: this.#station.formPrints.view(this.#station.desk.visit?.visitId),
    };
  }

  deviceViews(): DeviceView[] {
    const { reader, printer, formPrinter, speaker, readAloud, windowDisplays, ratingPad } = this.#station;
    return [
      readerView(reader?.status()),
      printerView(this.#printer, printer?.simulated ?? false),
      ...(formPrinter === undefined ? [] : [formPrinterView(this.#formPrinter, formPrinter.simulated)]),
      ...(speaker === undefined ? [] : [speakerView(speaker.status(), speaker.simulated)]),
      ...(readAloud === undefined ? [] : [readAloudView(readAloud.status(), readAloud.simulated)]),
      ...windowDisplays.map(windowDisplayView),
      ...(ratingPad === undefined ? [] : [ratingPadView(ratingPad)]),
    ];
  }

  /**
   * Tells the pages how things stand. Cheap when nothing has changed. What cannot be shown is a bug for the log: it
   * must not end a kiosk that works.
   */
  publish(): void {
    try {
      this.#publish();
    } catch (fault) {
      this.#log.bug('the feed cannot be published', fault);
    }
  }

  #publish(): void {
    const { desk, elderAgeYears } = this.#station;
    const policy = { elderAgeYears, today: today(this.#station) };
    this.#feed.replace('station', { now: this.stationView() });
    this.#feed.replace('visit', desk.visit === undefined ? {} : { now: visitView(desk.visit, policy) });
    this.#feed.replace('reading', { now: this.#station.voice.view() });
    this.#feed.replace('devices', byDevice(this.deviceViews()));
    this.#feed.replace(
      'services',
      Object.fromEntries(this.#station.services.all().map((view) => [view.serviceCode, view])),
    );
  }
}

/** One of each kind, and any number of displays, which are told apart by their place. */
function byDevice(views: readonly DeviceView[]): Record<string, DeviceView> {
  let displays = 0;
  return Object.fromEntries(
    views.map((view) => {
      if (view.device !== 'windowDisplay') return [view.device, view];
      displays += 1;
      return [`${view.device}-${displays}`, view];
    }),
  );
}
