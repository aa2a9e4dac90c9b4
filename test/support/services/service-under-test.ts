import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createClient } from '../../../main/foundation/http/index.ts';
import type { Client, OperationTable, Role } from '../../../preload/contracts/operation.ts';
import { sendRequest, type Received } from '../send-request.ts';
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
export type Post = (operation: string, body: unknown, role?: Role) => Promise<Received>;

export function postTo(address: () => string, tokens: Tokens): Post {
  return (operation, body, role = 'admin') =>
    sendRequest(address(), {
      method: 'POST',
      path: `/api/${operation}`,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.of(role)}` },
      body: JSON.stringify(body),
    });
}

/** The product's own client, speaking with the token of a role. */
export function clientOf<Table extends OperationTable>(
  operations: Table,
  address: string,
  token: string,
): Client<Table> {
  return createClient(operations, { baseAddress: address, token, timeoutMs: 30_000 });
}

/** The value of an answer; a refusal is a failed test. */
export async function must<Value>(
  answer: Promise<{ ok: true; value: Value } | { ok: false; error: unknown }>,
): Promise<Value> {
  const settled = await answer;
  if (!settled.ok) throw new Error(`refused: ${JSON.stringify(settled.error)}`);
  return settled.value;
}
