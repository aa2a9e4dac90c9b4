import { connect } from 'node:net';
import { err, ok } from '../../../../preload/contracts/result.ts';
import type { OpenLink } from './byte-link.ts';

const CONNECT_TIMEOUT_MS = 3000;
/** More than two of the largest frames waiting means that the display takes none: stop piling them up. */
const MOST_UNSENT_BYTES = 4096;

/** A display on the network, or behind a serial server. A new connection for every opening. */
export function tcpLink(host: string, port: number): OpenLink {
  return ({ data, closed }) =>
    new Promise((resolve) => {
      const socket = connect({ host, port, noDelay: true, keepAlive: true });
      let open = false;
      const timer = setTimeout(() => socket.destroy(new Error('no answer to connect')), CONNECT_TIMEOUT_MS);
      let reason = 'closed';
      socket.on('error', (error) => (reason = error.message));
      socket.on('data', data);
      socket.on('end', () => socket.destroy());
      socket.once('close', () => {
        clearTimeout(timer);
        if (open) closed();
        else resolve(err({ kind: 'cannot-open', reason }));
      });
      socket.once('connect', () => {
        clearTimeout(timer);
        open = true;
        resolve(
          ok({
            write(bytes) {
              if (!socket.writable || socket.writableLength > MOST_UNSENT_BYTES) return false;
              socket.write(bytes);
              return true;
            },
            flushInput: () => Promise.resolve(),
            close: () =>
              new Promise((done) => {
                if (socket.closed) return done();
                socket.once('close', () => done());
                socket.destroy();
              }),
          }),
        );
      });
    });
}
