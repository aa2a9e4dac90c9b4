import type { CallView } from '../../../../preload/contracts/hall-operations.ts';
import type { CallAnnouncer } from '../../calls/call-sink.ts';
import type { WindowDisplay } from './port.ts';

export interface CallBoardOptions {
  /** The counter that it hangs above. */
  readonly counterId: string;
  readonly display: WindowDisplay;
  /** What stands there while nobody is called to the window. Without it the display is cleared. */
  readonly idleText?: string | undefined;
}

/**
 * The display above one counter shows the calls to it, and only those: the newest, until its person came or was missed.
 * A display shows late what it could not show in time: whoever is still awaited is still awaited.
 */
export class CallBoard implements CallAnnouncer {
  readonly announces = 'window-display';
  readonly #options: CallBoardOptions;
  readonly #listeners = new Set<(call: CallView) => void>();
  /** The call that stands there, or that will as soon as the display takes it. */
  #call: CallView | undefined;
  #acknowledged = false;
  #unsubscribe: () => void = () => undefined;

  constructor(options: CallBoardOptions) {
    this.#options = options;
  }

  /** What the last run of this station left on the display may be over: it begins empty. */
  start(): void {
    const { display } = this.#options;
    this.#unsubscribe = display.onStatus(() => this.#lookForAcknowledgement());
    this.#rest();
    display.start();
  }

  async stop(): Promise<void> {
    this.#unsubscribe();
    await this.#options.display.stop();
  }

  called(call: CallView): void {
    const { counterId, display } = this.#options;
    if (call.counterId !== counterId) {
      // Passed on and called elsewhere: the person must not read two windows.
      if (call.ticketId === this.#call?.ticketId) this.#rest();
      return;
    }
    this.#call = call;
    this.#acknowledged = false;
    display.show({ number: call.number, counterId, priority: call.priority });
  }

  ended({ callSequence, ticketId }: CallView): void {
    if (callSequence === this.#call?.callSequence && ticketId === this.#call.ticketId) this.#rest();
  }

  onAnnounced(listener: (call: CallView) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #rest(): void {
    const { counterId, display, idleText } = this.#options;
    this.#call = undefined;
    if (idleText === undefined) display.clear();
    else display.show({ number: '', counterId, priority: false, text: idleText });
  }

  #lookForAcknowledgement(): void {
    const status = this.#options.display.status();
    const call = this.#call;
    if (call === undefined || this.#acknowledged || status.state !== 'ready' || !status.upToDate) return;
    this.#acknowledged = true;
    for (const listener of [...this.#listeners]) listener(call);
  }
}
