import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import type { ByteLink, LinkError, LinkHandlers, OpenLink } from './byte-link.ts';

/** The cable between a driver and its virtual device: in memory, and it can be pulled. */
export class VirtualCable {
  readonly #toDevice: (bytes: Uint8Array) => void;
  #handlers: LinkHandlers | undefined;
  #pulled = false;

  /** `toDevice` takes what the driver writes. */
  constructor(toDevice: (bytes: Uint8Array) => void) {
    this.#toDevice = toDevice;
  }

  /** The driver's end. */
  readonly open: OpenLink = (handlers) => Promise.resolve(this.#plugIn(handlers));

  /** From the device to the driver; lost when nobody has opened the line. */
  send(bytes: Uint8Array): void {
    this.#handlers?.data(bytes);
  }

  pull(): void {
    this.#pulled = true;
    this.#unplug();
  }

  /** It can be opened again. */
  plug(): void {
    this.#pulled = false;
  }

  #plugIn(handlers: LinkHandlers): Result<ByteLink, LinkError> {
    if (this.#pulled) return err({ kind: 'cannot-open', reason: 'the virtual cable is pulled' });
    this.#handlers = handlers;
    const isOurs = (): boolean => this.#handlers === handlers;
    return ok({
      write: (bytes) => {
        // Answers arrive later than the call, as on any wire.
        setImmediate(() => isOurs() && this.#toDevice(bytes));
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
