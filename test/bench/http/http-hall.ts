import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { hashToken, mintToken } from '../../../main/foundation/access/index.ts';
import type { Lifetime } from '../../../main/foundation/lifetime.ts';
import type { AcceptedToken, HallProcessOptions } from '../../../main/foundation/process-messages.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../preload/contracts/operation.ts';
import { addTestStaff, SignIns } from '../../support/services/staff.ts';
import { openClient, type Post } from './keep-alive-client.ts';
import { startProcess, type StartedProcess } from './start-process.ts';

const HALL_PROCESS = fileURLToPath(new URL('../../../main/hall/process.ts', import.meta.url));
/** Each token may ask so often a second; a morning in some seconds needs several kiosks and counters to take turns. */
const TOKENS_A_ROLE = 32;

type Role = 'kiosk' | 'counter' | 'display';

/** The hall service as it runs, in a process of its own, spoken to as kiosks and counters do. */
export class HttpHall {
  /** The process it runs in. */
  readonly process: StartedProcess;
  readonly #post: Post;
  readonly #signIns: SignIns;
  readonly #tokens: Readonly<Record<Role, readonly string[]>>;
  #asked = 0;

  constructor(started: StartedProcess, post: Post, tokens: Readonly<Record<Role, readonly string[]>>) {
    this.process = started;
    this.#post = post;
    this.#signIns = new SignIns(() => started.address);
    this.#tokens = tokens;
  }

  /** One operation with a request id of its own. A refusal is a broken measurement and throws. */
  async do<Name extends keyof HallOperations>(
    operation: Name,
    input: Omit<Input<HallOperations, Name>, 'requestId'>,
  ): Promise<Output<HallOperations, Name>> {
    const role = operation === 'issueTicket' ? 'kiosk' : 'counter';
    const token = this.#nextToken(role);
    const headers = await this.#signIns.headers(token, role);
    const wish = { requestId: randomUUID(), ...input };
    const answer = await this.#post(`/api/${operation}`, wish, token, headers);
    return (answer as { value: Output<HallOperations, Name> }).value;
  }

  /** A question changes nothing and needs no request id. */
  async ask<Name extends 'ticketStatus' | 'queueSnapshot'>(
    operation: Name,
    input: Input<HallOperations, Name>,
  ): Promise<Output<HallOperations, Name>> {
    const answer = await this.#post(`/api/${operation}`, input, this.#nextToken('kiosk'));
    return (answer as { value: Output<HallOperations, Name> }).value;
  }

  /** With which a display listens. */
  get displayToken(): string {
    return this.#tokens.display[0] ?? '';
  }

  #nextToken(role: Role): string {
    const tokens = this.#tokens[role];
    this.#asked += 1;
    return tokens[this.#asked % tokens.length] ?? '';
  }
}

/** `file`: the program of the service's process, when it is not the product's own. */
export async function startHttpHall(
  dataDirectory: string,
  lifetime: Lifetime,
  file: string = HALL_PROCESS,
): Promise<HttpHall> {
  const tokens = { kiosk: newTokens(), counter: newTokens(), display: newTokens() };
  const accepted = (role: Role): AcceptedToken[] =>
    tokens[role].map((token, place) => ({
      role,
      name: `bench ${place}`,
      sha256: hashToken(token),
    }));
  const options: HallProcessOptions = {
    dataDirectory,
    tokens: [...accepted('kiosk'), ...accepted('counter'), ...accepted('display')],
    allowOrigins: [],
    port: 0,
  };
  await addTestStaff(dataDirectory);
  const started = await startProcess(file, options, lifetime);
  return new HttpHall(started, openClient(started.address, lifetime), tokens);
}

const newTokens = (): string[] => Array.from({ length: TOKENS_A_ROLE }, mintToken);
