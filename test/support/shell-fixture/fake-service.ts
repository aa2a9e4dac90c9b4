import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { HallProcessOptions } from '../../../main/foundation/process-messages.ts';
import { runAsProcess } from '../../../main/foundation/run-as-process.ts';

/**
 * Stands for hall and station in tests of the shell: says by HTTP (`GET /who`) and by WebSocket who it takes the
 * caller for, and ends when told to (`POST /crash`).
 */
runAsProcess<HallProcessOptions>(async (options) => {
  const who = (request: IncomingMessage): string => {
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const sha256 = createHash('sha256').update(token).digest('hex');
    return options.tokens.find((accepted) => accepted.sha256 === sha256)?.role ?? 'nobody';
  };
  const server = createServer((request, response) => {
    const { origin } = request.headers;
    if (origin !== undefined && options.allowOrigins.includes(origin)) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Allow-Headers', 'content-type, authorization');
    }
    if (request.url === '/crash') process.exit(7);
    if (request.url === '/file') response.setHeader('Content-Disposition', 'attachment; filename=a.txt');
    response.end(JSON.stringify({ who: who(request), pid: process.pid }));
  });
  new WebSocketServer({ server }).on('connection', (socket, request) => socket.send(who(request)));
  await new Promise<void>((resolve) => void server.listen(options.port ?? 0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => void server.close(),
  };
});
