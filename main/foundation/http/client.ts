import {
  ApiError,
  err,
  ok,
  SESSION_HEADER,
  type Client,
  type Operation,
  type OperationTable,
  type Result,
} from '../../../preload/contracts/index.ts';

export interface ClientOptions {
  /** "http://127.0.0.1:7300" */
  readonly baseAddress: string;
  readonly token: string;
  /** Of the person who has signed in, if the operation wants one. */
  readonly session?: () => string | undefined;
  /** The whole request: connecting, sending, waiting, reading. */
  readonly timeoutMs?: number;
}

/** A hall on the same floor answers in milliseconds; a person at a kiosk waits no longer than this. */
const DEFAULT_TIMEOUT_MS = 5_000;

type Answer = Result<unknown, ApiError>;

/**
 * The table's rows over the wire. Never throws: no connection, no answer in time, or an answer that is not the
 * contract's is `hall-unreachable` — then nobody knows whether a mutation was done, so repeat it with the same
 * requestId. Nothing is repeated here.
 */
export function createClient<Table extends OperationTable>(
  operations: Table,
  options: ClientOptions,
): Client<Table> {
  const rows = Object.entries(operations).map(([name, operation]) => [
    name,
    (input: unknown) => call(name, operation, input, options),
  ]);
  return Object.fromEntries(rows) as Client<Table>;
}

async function call(
  name: string,
  operation: Operation,
  input: unknown,
  options: ClientOptions,
): Promise<Answer> {
  const body = await post(new URL(`/api/${name}`, options.baseAddress), input, options);
  return body === undefined ? UNREACHABLE : readAnswer(operation, body);
}

const UNREACHABLE = err({ kind: 'hall-unreachable' } as const);

/** `undefined` = no JSON came back in time. */
async function post(
  address: URL,
  input: unknown,
  { token, session, timeoutMs }: ClientOptions,
): Promise<unknown> {
  const secret = session?.();
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(secret !== undefined && { [SESSION_HEADER]: secret }),
      },
      body: JSON.stringify(input),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs ?? DEFAULT_TIMEOUT_MS),
    });
    return await response.json();
  } catch {
    return undefined;
  }
}

/** Answers are checked too: the other side may be a newer version, or another program on the same port. */
function readAnswer(operation: Operation, body: unknown): Answer {
  if (typeof body !== 'object' || body === null || !('ok' in body)) return UNREACHABLE;
  if (body.ok === true && 'value' in body) {
    const value = operation.output.safeParse(body.value);
    return value.success ? ok(value.data) : UNREACHABLE;
  }
  const error = ApiError.safeParse('error' in body ? body.error : undefined);
  // A refusal of a kind that this version does not know is still a refusal.
  return err(error.success ? error.data : { kind: 'internal' });
}
