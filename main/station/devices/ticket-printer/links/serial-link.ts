import { SerialPort } from 'serialport';
import { err, ok } from '../../../../../preload/contracts/result.ts';
import {
  failureOf,
  type LinkFailure,
  type LinkListener,
  type OpenLink,
  type PrinterLink,
} from './printer-link.ts';

/**
 * A printer on a serial line. A new SerialPort for each opening: an old one keeps unsent bytes and sends them when it
 * is opened again. The data listener is there from the start, for without one a hang-up goes unnoticed.
 */
export function serialLink(path: string, baudRate: number): OpenLink {
  return () =>
    new Promise((resolve) => {
      const port = new SerialPort({ path, baudRate, autoOpen: false });
      const link = overPort(port);
      port.open((error) => resolve(error ? err(failureOf(error, 'absent')) : ok(link)));
    });
}

function overPort(port: SerialPort): PrinterLink {
  let listener: LinkListener | undefined;
  let lost: LinkFailure | undefined;
  let closing = false;
  const lose = (detail: string): void => {
    if (closing || lost !== undefined) return; // `close` can fire twice
    lost = { kind: 'lost', detail };
    listener?.lost(lost);
  };
  port.on('data', (chunk: Uint8Array) => listener?.bytes(chunk));
  port.on('error', (error: Error) => lose(error.message));
  port.on('close', () => lose('hang-up'));

  return {
    listen(given) {
      listener = given;
      if (lost !== undefined) given.lost(lost);
    },
    write: (bytes) =>
      new Promise((resolve) => {
        const gone = (): void => resolve(err(lost ?? { kind: 'lost', detail: 'closed' }));
        if (lost !== undefined || !port.isOpen) return gone();
        port.once('close', gone);
        port.write(Buffer.from(bytes));
        port.drain((error) => {
          port.off('close', gone);
          resolve(error ? err(failureOf(error)) : ok(undefined));
        });
      }),
    close() {
      closing = true;
      return new Promise((resolve) => (port.isOpen ? port.close(() => resolve()) : resolve()));
    },
  };
}
