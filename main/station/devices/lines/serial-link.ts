import { SerialPort } from 'serialport';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import type { ByteLink, LinkError, LinkHandlers, OpenLink } from './byte-link.ts';

export interface SerialLinkOptions {
  readonly path: string;
  readonly baudRate: number;
}

/** More than a few requests waiting means that the device takes none: stop piling them up. */
const MOST_UNSENT_BYTES = 256;

/** Opens a serial port as a byte link, 8N1 without flow control. A new port object for every opening. */
export function serialLink(options: SerialLinkOptions): OpenLink {
  return (handlers) => openPort(options, handlers);
}

function openPort(options: SerialLinkOptions, handlers: LinkHandlers): Promise<Result<ByteLink, LinkError>> {
  const port = new SerialPort({ ...options, autoOpen: false });
  let over = false;
  const closed = () => {
    if (over) return; // `close` comes twice after a write error
    over = true;
    handlers.closed();
  };
  port.on('data', (chunk: Buffer) => handlers.data(chunk));
  port.on('close', closed);
  port.on('error', () => {
    if (!port.isOpen) closed();
  });
  return new Promise((resolve) => {
    port.open((failure) => {
      if (failure) resolve(err({ kind: 'cannot-open', reason: failure.message }));
      else resolve(ok(linkOn(port)));
    });
  });
}

function linkOn(port: SerialPort): ByteLink {
  return {
    write(bytes) {
      // A closed port keeps the bytes for its next opening: a request of yesterday must not go out then.
      if (!port.isOpen || port.writableLength > MOST_UNSENT_BYTES) return false;
      port.write(Buffer.from(bytes));
      return true;
    },
    flushInput: () =>
      new Promise((resolve) => {
        if (port.isOpen) port.flush(() => resolve());
        else resolve();
      }),
    close: () =>
      new Promise((resolve) => {
        if (port.isOpen) port.close(() => resolve());
        else resolve();
      }),
  };
}
