import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FromServiceProcess } from '../../../main/foundation/process-messages.ts';

/** The least an HTTP service does: reads a message whole and sends it back. Speaks to its parent as the hall does. */
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => response.setHeader('content-type', 'application/json').end(Buffer.concat(chunks)));
});

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ type: 'ready', address: `http://127.0.0.1:${port}` } satisfies FromServiceProcess);
});
process.on('message', () => undefined); // stays until its parent goes or stops it
process.on('disconnect', () => process.exit(0));
