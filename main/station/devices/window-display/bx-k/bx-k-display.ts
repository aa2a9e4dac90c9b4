import { systemClock, type Clock } from '../../../../foundation/clock.ts';
import type { OpenLink } from '../../lines/byte-link.ts';
import { pause } from '../../lines/pause.ts';
import { callText, type DisplaySize } from '../call-text.ts';
import type { DisplayedCall, DisplayTrouble, WindowDisplay, WindowDisplayStatus } from '../port.ts';
import { DEFAULT_TIMINGS, type DisplayTimings } from '../timings.ts';
import { BoardSession, OWN_AREA, type Wish } from './board-session.ts';
import { Conversation } from './conversation.ts';
import { FACTORY_ADDRESS } from './frame.ts';
import { DELETE_ALL_AREAS } from './requests.ts';
import { encodeText } from './styled-text.ts';
import { Wishes } from './wishes.ts';

export interface BxKDisplayOptions {
  /** The ways to the card, tried in turn: one for a network, one for each speed of a serial line. */
  readonly links: readonly OpenLink[];
  readonly simulated: boolean;
  readonly size: DisplaySize;
  readonly address?: number;
  readonly timings?: Partial<DisplayTimings>;
  readonly clock?: Clock;
}

interface Run {
  readonly stop: AbortController;
  readonly finished: Promise<void>;
}

/** Red of the 16-dot font, which every card has. */
const STYLE = { font: 'O000', colour: '1' };
/**
 * Room for text in one request to the smallest card, a 5K with 512 bytes to receive and for each area: less header
 * and check (16), request (7) with the length of its area (2), and what stands in an area before its text (27).
 */
export const TEXT_CAPACITY = 512 - 16 - 7 - 2 - 27;
const PAGE_HALF_SECONDS = 10;
const SPEED = 2;
const STATIC = 1;

/** A window display with a BX-5K or BX-6K font card; found again whenever it was gone. */
export class BxKDisplay implements WindowDisplay {
  readonly simulated: boolean;
  readonly #options: BxKDisplayOptions;
  readonly #timings: DisplayTimings;
  readonly #clock: Clock;
  readonly #wishes = new Wishes();
  readonly #listeners = new Set<(status: WindowDisplayStatus) => void>();
  #status: WindowDisplayStatus;
  #run: Run | undefined;
  /** The way that led to an answer last. */
  #firstLink = 0;

  constructor(options: BxKDisplayOptions) {
    this.simulated = options.simulated;
    this.#options = options;
    this.#timings = { ...DEFAULT_TIMINGS, ...options.timings };
    this.#clock = options.clock ?? systemClock;
    this.#status = { state: 'connecting', simulated: this.simulated };
  }

  start(): void {
    if (this.#run !== undefined) return;
    const stop = new AbortController();
    this.#run = { stop, finished: this.#keepConnected(stop.signal) };
  }

  async stop(): Promise<void> {
    const run = this.#run;
    run?.stop.abort();
    await run?.finished;
    if (this.#run === run) this.#run = undefined;
  }

  show(call: DisplayedCall): void {
    const { size } = this.#options;
    const text = encodeText(callText(call, size), TEXT_CAPACITY, STYLE);
    const area = {
      x: 0,
      y: 0,
      ...size,
      location: OWN_AREA,
      run: 0,
      timeoutSeconds: 0,
      mode: STATIC,
      speed: SPEED,
      stayHalfSeconds: PAGE_HALF_SECONDS,
      text,
    };
    this.#wish({ request: { kind: 'areas', delete: [], show: [area] }, shows: true });
  }

  clear(): void {
    this.#wish({ request: DELETE_ALL_AREAS, shows: false });
  }

  status(): WindowDisplayStatus {
    return this.#status;
  }

  onStatus(listener: (status: WindowDisplayStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #wish(wish: Wish): void {
    this.#wishes.put(wish);
    if (this.#status.state === 'ready') this.#become({ ...this.#status, upToDate: false });
  }

  async #keepConnected(signal: AbortSignal): Promise<void> {
    this.#become({ state: 'connecting', simulated: this.simulated });
    for (let failures = 0; !signal.aborted; failures += 1) {
      if (await this.#tryEveryLink(signal)) failures = 0;
      const { reopenFirstMs, reopenMostMs } = this.#timings;
      await pause(Math.min(reopenMostMs, reopenFirstMs * 2 ** failures), signal);
    }
  }

  /** True when the card answered on one of them. */
  async #tryEveryLink(signal: AbortSignal): Promise<boolean> {
    const { links } = this.#options;
    const first = this.#firstLink;
    const troubles: DisplayTrouble[] = [];
    for (let turn = 0; turn < links.length && !signal.aborted; turn += 1) {
      const index = (first + turn) % links.length;
      const link = links[index];
      const trouble = link === undefined ? 'disconnected' : await this.#connectOnce(link, signal);
      if (trouble === 'answered') {
        this.#firstLink = index;
        return true;
      }
      troubles.push(trouble);
    }
    // The other speed of a line only adds noise or silence: the most telling finding counts.
    const telling = (['wrong-device', 'silent'] as const).find((trouble) => troubles.includes(trouble));
    if (!signal.aborted) this.#unavailable(telling ?? 'disconnected');
    return false;
  }

  /** One connection from open to close. */
  async #connectOnce(openLink: OpenLink, signal: AbortSignal): Promise<DisplayTrouble | 'answered'> {
    const line = new Conversation(this.#options.address ?? FACTORY_ADDRESS, this.#timings.answerMs);
    const closeEarly = (): void => void line.close();
    signal.addEventListener('abort', closeEarly);
    try {
      const opened = await line.open(openLink);
      if (!opened.ok) return 'disconnected';
      const heard = await line.ask({ kind: 'ping' });
      if (heard.kind === 'closed') return 'disconnected';
      if (heard.kind === 'silence') return heard.noise ? 'wrong-device' : 'silent';
      await this.#converse(line, signal);
      return 'answered';
    } finally {
      signal.removeEventListener('abort', closeEarly);
      await line.close();
    }
  }

  async #converse(line: Conversation, signal: AbortSignal): Promise<void> {
    const context = { line, timings: this.#timings, clock: this.#clock };
    const session = new BoardSession(context, this.#wishes, {
      answering: (done) => {
        const upToDate = this.#wishes.newest === done;
        this.#become({ state: 'ready', upToDate, simulated: this.simulated });
      },
      unwilling: (refusal) => {
        const reason = refusal === 'busy' ? 'busy' : 'refused';
        this.#become({ state: 'unavailable', reason, refusal, simulated: this.simulated });
      },
      dark: () => this.#unavailable('switched-off'),
    });
    const trouble = await session.run();
    if (!signal.aborted) this.#unavailable(trouble === 'closed' ? 'disconnected' : 'silent');
  }

  #unavailable(reason: DisplayTrouble): void {
    this.#become({ state: 'unavailable', reason, simulated: this.simulated });
  }

  #become(status: WindowDisplayStatus): void {
    if (JSON.stringify(status) === JSON.stringify(this.#status)) return;
    this.#status = status;
    for (const listener of [...this.#listeners]) listener(status);
  }
}
