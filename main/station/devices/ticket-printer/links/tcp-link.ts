import { connect, type Socket } from 'node:net';
import { err, ok, type Result } from '../../../../../preload/contracts/result.ts';
import { systemTimers, type Timers } from '../timers.ts';
import {
  failureOf,
  type LinkFailure,
  type LinkListener,
  type OpenLink,
  type PrinterLink,
} from './printer-link.ts';

const CONNECT_TIMEOUT_MS = 3_000;
/** How long a printer may take to accept the last bytes and say goodbye. */
const GOODBYE_MS = 2_000;

/** A network printer (raw printing, usually port 9100). One connection for each ticket. */
export function tcpLink(host: string, port: number, timers: Timers = systemTimers): OpenLink {
  return () =>
    new Promise((resolve) => {
      const socket = connect({ host, port, noDelay: true, keepAlive: true });
      const finish = (result: Result<PrinterLink, LinkFailure>): void => {
        cancel();
        socket.removeAllListeners('error').removeAllListeners('connect');
        socket.on('error', () => {}); // told by `close`; without a listener it would be an exception
        if (!result.ok) socket.destroy();
        resolve(result);
      };
      const cancel = timers.after(CONNECT_TIMEOUT_MS, () =>
        finish(err({ kind: 'absent', detail: 'no answer to connect' })),
      );
      socket.once('connect', () => finish(ok(overSocket(socket, timers))));
      socket.once('error', (error) => finish(err(failureOf(error, 'absent'))));
    });
}

function overSocket(socket: Socket, timers: Timers): PrinterLink {
  let listener: LinkListener | undefined;
  let early: LinkFailure | undefined;
  let closing = false;
  const lose = (detail: string): void => {
    if (closing || early !== undefined) return;
    early = { kind: 'lost', detail };
    listener?.lost(early);
  };
  socket.on('data', (chunk) => listener?.bytes(chunk));
  socket.on('end', () => lose('closed by the printer'));
  socket.on('error', (error) => lose(failureOf(error).detail));
  socket.on('close', () => lose('closed'));

  return {
    listen(given) {
      listener = given;
      if (early !== undefined) given.lost(early);
    },
    write: (bytes) =>
      new Promise((resolve) => {
        const gone = (): void => resolve(err(early ?? { kind: 'lost', detail: 'closed' }));
        if (early !== undefined) return gone();
        socket.once('close', gone);
        socket.write(bytes, (error) => {
          socket.off('close', gone);
          resolve(error ? err(failureOf(error)) : ok(undefined));
        });
      }),
    close() {
      closing = true;
      return goodbye(socket, timers);
    },
  };
}

function goodbye(socket: Socket, timers: Timers): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) return resolve();
    const cancel = timers.after(GOODBYE_MS, () => socket.destroy());
    socket.once('close', () => {
      cancel();
      resolve();
    });
    socket.end();
  });
}
