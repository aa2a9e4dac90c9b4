import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTP_STATUS, type ApiError } from '../../../preload/contracts/errors.ts';
import type { Collections } from '../../../preload/contracts/feed.ts';
import type { Input, OperationTable, Output } from '../../../preload/contracts/operation.ts';
import { err, type Result } from '../../../preload/contracts/result.ts';
import { FakeFeed } from './fake-feed.ts';
import { sendPage } from './send-page.ts';

/** An operation that was asked for, as it came. */
export interface Asked {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly authorization: string | undefined;
  readonly headers: IncomingMessage['headers'];
}

type Answers<Table extends OperationTable> = {
  -readonly [Name in keyof Table]?: (
    input: Input<Table, Name>,
  ) => Result<Output<Table, Name>, ApiError> | Promise<Result<Output<Table, Name>, ApiError>>;
};

/**
 * A service as the pages see it: pages, operations, feed on one port of the loop-back. It decides nothing by itself:
 * a test says what it answers and what its feed tells. Whatever it says is checked by the contract first.
 */
export class FakeService<Operations extends OperationTable, Items extends Collections> {
  readonly asked: Asked[] = [];
  readonly feed: FakeFeed<Items>;
  readonly answers: Answers<Operations> = {};
  readonly #operations: Operations;
  readonly #pages: string;
  readonly #server: Server;

  constructor(operations: Operations, collections: Items, pages: string) {
    this.#operations = operations;
    this.#pages = pages;
    this.feed = new FakeFeed(collections);
    this.#server = createServer((request, response) => void this.#serve(request, response));
    this.#server.on('upgrade', (request, socket, head) => this.feed.join(request, socket, head));
  }

  async open(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How often an operation was asked for. */
  count(operation: keyof Operations & string): number {
    return this.asked.filter((one) => one.operation === operation).length;
  }

  async close(): Promise<void> {
    this.feed.close();
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', this.origin).pathname;
    if (request.method === 'GET') return sendPage(this.#pages, path, request, response);
    const operation = path.replace('/api/', '');
    const answer = await this.#answer(operation, await readJson(request), request.headers);
    response.writeHead(answer.ok ? 200 : HTTP_STATUS[answer.error.kind], {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify(answer));
  }

  async #answer(
    operation: string,
    raw: unknown,
    headers: IncomingMessage['headers'],
  ): Promise<Result<unknown, ApiError>> {
    const row = this.#operations[operation];
    if (row === undefined)
      throw new Error(`the page asked for ${operation}, which the contract does not know`);
    const input = row.input.parse(raw) as Readonly<Record<string, unknown>>;
    this.asked.push({ operation, input, headers, authorization: headers.authorization });
    const handler = this.answers[operation] as ((input: unknown) => Result<unknown, ApiError>) | undefined;
    const answer = handler === undefined ? err({ kind: 'internal' } as const) : await handler(input);
    return answer.ok ? { ok: true, value: row.output.parse(answer.value) } : answer;
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
