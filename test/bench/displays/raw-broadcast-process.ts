import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { FromServiceProcess } from '../../../main/foundation/process-messages.ts';
import { FEED_PROTOCOL } from '../../../preload/contracts/index.ts';
import { monotonicMs } from './monotonic.ts';

/** A page that shows what it hears, and nothing else. */
const PAGE = `<!doctype html><meta charset="utf-8"><p data-listed="">-</p><script>
  const shown = document.querySelector('p');
  new WebSocket(location.origin.replace('http', 'ws')).onmessage = ({ data }) => {
    const { callSequence = '' } = JSON.parse(data);
    shown.textContent = shown.dataset.listed = 'R' + callSequence;
  };
</script>`;

/**
 * The least that telling everybody costs: what was posted goes to every connection as it is. Answers when it began.
 * Nothing is checked, kept or looked for.
 */
const server = createServer((request, response) => {
  if (request.method === 'GET') return void response.setHeader('content-type', 'text/html').end(PAGE);
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { text } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { text: string };
    const sentAtMs = monotonicMs();
    for (const listener of sockets.clients) listener.send(text);
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ sentAtMs }));
  });
});
const sockets = new WebSocketServer({
  server,
  perMessageDeflate: false,
  handleProtocols: () => FEED_PROTOCOL,
});
sockets.on('connection', (listener) => listener.send('{"type":"snapshot"}'));

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ type: 'ready', address: `http://127.0.0.1:${port}` } satisfies FromServiceProcess);
});
process.on('message', () => undefined); // stays until its parent goes
process.on('disconnect', () => process.exit(0));
