import { z } from 'zod';
import { ApiError } from '../../../preload/contracts/errors.ts';
import type { Client, OperationTable } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';

/** Long enough for a hall that is busy checking its disk, short enough that a finger is still near the button. */
const ANSWER_TIMEOUT_MS = 8_000;

const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: ApiError }),
]);

type Send = typeof fetch;

async function ask(
  send: Send,
  url: string,
  token: string | null,
  body: unknown,
  withinMs: number,
): Promise<Result<unknown, ApiError>> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (token !== null) headers['authorization'] = `Bearer ${token}`;
  try {
    const signal = AbortSignal.timeout(withinMs);
    const response = await send(url, { method: 'POST', headers, body: JSON.stringify(body), signal });
    const answer = Answer.safeParse(await response.json());
    return answer.success ? answer.data : err({ kind: 'internal' });
  } catch {
    // No line, no answer in time, or no JSON: whatever stands there is not our service. Nothing can be said of the
    // outcome, which is why every mutation carries a request id and may be sent again.
    return err({ kind: 'hall-unreachable' });
  }
}

/**
 * A client for one contract table: one function per row. Failures are values; `hall-unreachable` covers the network.
 * Answers are parsed too: the service may be of another version.
 */
export function createClient<Table extends OperationTable>(
  table: Table,
  base: string,
  token: string | null,
  send: Send = (input, init) => fetch(input, init),
): Client<Table> {
  const rows = Object.entries(table).map(([name, row]) => {
    const { input, output, answerWithinMs = ANSWER_TIMEOUT_MS } = row;
    const call = async (raw: unknown): Promise<Result<unknown, ApiError>> => {
      const answer = await ask(send, `${base}/api/${name}`, token, input.parse(raw), answerWithinMs);
      if (!answer.ok) return answer;
      const value = output.safeParse(answer.value);
      return value.success ? ok(value.data) : err({ kind: 'internal' });
    };
    return [name, call] as const;
  });
  return Object.fromEntries(rows) as Client<Table>;
}
