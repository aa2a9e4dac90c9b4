import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createClient } from '../../../main/foundation/http/index.ts';
import type { Client, OperationTable, Role, StaffRole } from '../../../preload/contracts/operation.ts';
import { sendRequest, type Received } from '../send-request.ts';
import type { SignIns } from './staff.ts';
import type { Tokens } from './tokens.ts';

/** A folder that goes away with its test, or with whoever calls `remove`. */
export function makeFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'songting-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function folderForTest(): string {
  const { folder, remove } = makeFolder();
  onTestFinished(remove);
  return folder;
}

/** One request as a program would write it, to a row of a contract table. */
export type Post = (operation: string, body: unknown, role?: Role, staff?: StaffRole) => Promise<Received>;

/** With `signIns` a person stands behind every request of a PC of staff: see `usualStaff`. */
export function postTo(address: () => string, tokens: Tokens, signIns?: SignIns): Post {
  return async (operation, body, role = 'admin', staff) =>
    sendRequest(address(), {
      method: 'POST',
      path: `/api/${operation}`,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${tokens.of(role)}`,
        ...(await signIns?.headers(tokens.of(role), role, staff)),
      },
      body: JSON.stringify(body),
    });
}

/** The product's own client, speaking with the token of a role; who stands behind it signs in before the first request. */
export function clientOf<Table extends OperationTable>(
  operations: Table,
  address: string,
  token: string,
  signIn?: () => Promise<string>,
): Client<Table> {
  let secret: string | undefined;
  const client = createClient(operations, {
    ...{ baseAddress: address, token, timeoutMs: 30_000 },
    session: () => secret,
  });
  if (signIn === undefined) return client;
  const rows = Object.entries(client).map(([name, call]) => [
    name,
    async (input: unknown) => {
      secret ??= await signIn();
      return (call as (input: unknown) => Promise<unknown>)(input);
    },
  ]);
  return Object.fromEntries(rows) as Client<Table>;
}

/** The value of an answer; a refusal is a failed test. */
export async function must<Value>(
  answer: Promise<{ ok: true; value: Value } | { ok: false; error: unknown }>,
): Promise<Value> {
  const settled = await answer;
  if (!settled.ok) throw new Error(`refused: ${JSON.stringify(settled.error)}`);
  return settled.value;
}
