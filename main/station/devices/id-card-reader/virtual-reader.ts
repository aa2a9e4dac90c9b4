import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import type { Clock } from '../../../foundation/clock.ts';
import type { ByteLink, LinkError, LinkHandlers } from '../lines/byte-link.ts';
import type { CardFields } from './compose-card.ts';
import type { IdCardReader, IdCardReaderEvent, IdCardReaderStatus } from './port.ts';
import { SamReader } from './sam-reader.ts';
import { simulateCard } from './sam/simulated-card.ts';
import { SimulatedSam, type SamFault } from './sam/simulated-sam.ts';
import type { TextEncodingError } from './sam/text-block.ts';
import type { SamTimings } from './timings.ts';

/** What can go wrong with a reader in the hall, on cue. */
export type VirtualReaderCue =
  'card-lifted-mid-read' | 'silent' | 'cable-pulled' | 'unreadable' | 'not-an-id-card';

export interface VirtualReaderOptions {
  readonly timings?: Partial<SamTimings>;
  readonly clock?: Clock;
  readonly reReadable?: boolean;
}

const FAULTS: Readonly<Record<Exclude<VirtualReaderCue, 'cable-pulled'>, SamFault>> = {
  'card-lifted-mid-read': { mode: 'lift-mid-read' },
  silent: { mode: 'silent' },
  unreadable: { mode: 'status', on: 'read', status: '000041' },
  'not-an-id-card': { mode: 'status', on: 'select', status: '000040' },
};

/**
 * The reader's virtual twin, shipped with the product. Only the cable is missing: invented cards become real
 * frames, and the driver that also serves real modules reads them back byte by byte.
 */
export class VirtualIdCardReader implements IdCardReader {
  readonly simulated = true;
  readonly #sam: SimulatedSam;
  readonly #reader: SamReader;
  #handlers: LinkHandlers | undefined;
  #cablePulled = false;

  constructor(options: VirtualReaderOptions = {}) {
    const { reReadable = false, ...rest } = options;
    this.#sam = new SimulatedSam((bytes) => this.#handlers?.data(bytes), { reReadable });
    this.#reader = new SamReader({
      ...rest,
      simulated: true,
      openLink: (handlers) => Promise.resolve(this.#plugIn(handlers)),
    });
  }

  /** Puts an invented card on the reader, in place of any other. Refuses a field that no chip could hold. */
  placeCard(fields: CardFields): Result<void, TextEncodingError> {
    const card = simulateCard(fields);
    if (!card.ok) return card;
    this.#sam.placeCard(card.value);
    return ok(undefined);
  }

  liftCard(): void {
    this.#sam.liftCard();
  }

  /** Goes wrong in one way, until `repair`. */
  fail(cue: VirtualReaderCue): void {
    this.repair();
    if (cue !== 'cable-pulled') {
      this.#sam.fail(FAULTS[cue]);
      return;
    }
    this.#cablePulled = true;
    this.#unplug();
  }

  repair(): void {
    this.#cablePulled = false;
    this.#sam.recover();
  }

  start(): void {
    this.#reader.start();
  }

  async stop(): Promise<void> {
    await this.#reader.stop();
    this.#sam.end();
  }

  status(): IdCardReaderStatus {
    return this.#reader.status();
  }

  onEvent(listener: (event: IdCardReaderEvent) => void): () => void {
    return this.#reader.onEvent(listener);
  }

  #plugIn(handlers: LinkHandlers): Result<ByteLink, LinkError> {
    if (this.#cablePulled) return err({ kind: 'cannot-open', reason: 'the virtual cable is pulled' });
    this.#handlers = handlers;
    const isOurs = () => this.#handlers === handlers;
    return ok({
      write: (bytes) => {
        // Answers arrive later than the call, as on any wire.
        setImmediate(() => isOurs() && this.#sam.receive(bytes));
        return isOurs();
      },
      flushInput: () => Promise.resolve(),
      close: () => {
        if (isOurs()) this.#unplug();
        return Promise.resolve();
      },
    });
  }

  #unplug(): void {
    const handlers = this.#handlers;
    this.#handlers = undefined;
    handlers?.closed();
  }
}
