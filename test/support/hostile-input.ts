import { setTimeout as sleep } from 'node:timers/promises';
import { ROLES, type OperationTable, type Role, type StaffRole } from '../../preload/contracts/index.ts';
import { sendRequest, type Received } from './send-request.ts';

export interface ServerUnderTest {
  readonly address: string;
  readonly tokenOf: (role: Role) => string;
  /** What a person who signed in there sends besides, where a row asks for one. */
  readonly headersOf?: (role: Role, staff: StaffRole) => Promise<Readonly<Record<string, string>>>;
}

interface Attack {
  readonly what: string;
  readonly status: number;
  readonly kind: string;
  readonly method?: string;
  /** `null` = without a token. */
  readonly token: string | null;
  readonly type?: string;
  readonly body?: string | Uint8Array;
  /** The answer must name this key as unknown: so it was refused for itself, not for what was missing beside it. */
  readonly names?: string;
}

const EXTRA_KEY = 'nobodyKnowsThisKey';

/**
 * Asks every row what a stray, broken or hostile program would ask, and lists the answers that are not the contract's.
 * An empty list = all refused as they must be. Changes nothing: no request is valid.
 */
export async function everyRowRefusesHostileInput(
  server: ServerUnderTest,
  operations: OperationTable,
): Promise<readonly string[]> {
  const complaints: string[] = [];
  const rows = Object.entries(operations);
  if (rows.length === 0) throw new Error('The table has no rows: nothing was tested');
  for (const [name, { roles, staff }] of rows) {
    const [role] = roles;
    const [person] = staff;
    const signedIn = role && person ? await server.headersOf?.(role, person) : undefined;
    for (const attack of attacksOn(server, roles)) {
      const answer = await patiently(() => attackRow(server.address, name, attack, signedIn));
      complaints.push(...complain(name, attack, answer));
    }
  }
  return complaints;
}

function attacksOn(server: ServerUnderTest, roles: readonly Role[]): Attack[] {
  const [allowed] = roles;
  if (allowed === undefined) throw new Error('A row that nobody may call');
  const token = server.tokenOf(allowed);
  const bad = { status: 400, kind: 'bad-input', token } as const;
  const wrongRoles = ROLES.filter((role) => !roles.includes(role));
  return [
    { what: 'no token', status: 401, kind: 'not-signed-in', token: null, body: '{}' },
    {
      what: 'an unknown token',
      status: 401,
      kind: 'not-signed-in',
      token: `st_${'A'.repeat(43)}`,
      body: '{}',
    },
    { what: 'no token and a body too large', status: 401, kind: 'not-signed-in', token: null, body: large() },
    ...wrongRoles.map((role) => ({
      what: `the token of a ${role}`,
      status: 403,
      kind: 'not-allowed',
      token: server.tokenOf(role),
      body: '{}',
    })),
    { ...bad, what: 'an unknown key', body: JSON.stringify({ [EXTRA_KEY]: 1 }), names: EXTRA_KEY },
    { ...bad, what: 'no body' },
    { ...bad, what: 'an empty body', body: '' },
    ...['null', '[]', '[{}]', '"text"', '7', 'true'].map((body) => ({
      ...bad,
      what: `the body ${body}`,
      body,
    })),
    ...['{', '{"a":}', 'requestId=1', "{'a':1}", '{}{}', '\uFEFF{'].map((body) => ({
      ...bad,
      what: `broken JSON ${body}`,
      body,
    })),
    { ...bad, what: 'wrong types everywhere', body: JSON.stringify(wrongTypes()) },
    { ...bad, what: '__proto__', body: '{"__proto__":{"role":"admin"}}' },
    { ...bad, what: 'constructor.prototype', body: '{"constructor":{"prototype":{"role":"admin"}}}' },
    { ...bad, what: 'nested very deep', body: `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}` },
    { ...bad, what: 'nested lists', body: '['.repeat(30_000) },
    { ...bad, what: 'bytes that are not UTF-8', body: Buffer.from('7b2261223a22c328227d', 'hex') },
    { ...bad, what: 'another content type', type: 'text/plain', body: '{}' },
    { ...bad, what: 'a form', type: 'application/x-www-form-urlencoded', body: 'a=1' },
    { what: 'a body too large', status: 413, kind: 'too-large', token, body: large() },
    { what: 'GET', status: 405, kind: 'not-found', token, method: 'GET' },
    { what: 'DELETE', status: 405, kind: 'not-found', token, method: 'DELETE' },
  ];
}

const large = (): string => JSON.stringify({ a: 'x'.repeat(70_000) });

/** Keys that rows of the contract have, each with what none of them accepts. */
function wrongTypes(): Readonly<Record<string, unknown>> {
  const keys = [
    'requestId',
    'ticketId',
    'counterId',
    'serviceCode',
    'services',
    'holder',
    'card',
    'reprint',
    'number',
  ];
  return Object.fromEntries(keys.map((key) => [key, { [EXTRA_KEY]: [1] }]));
}

/** So many attacks reach the limit of a token's requests: that one is another test's. */
async function patiently(ask: () => Promise<Received>): Promise<Received> {
  const answer = await ask();
  if (answer.status !== 429) return answer;
  await sleep(1_000);
  return patiently(ask);
}

function attackRow(
  address: string,
  name: string,
  { method = 'POST', token, type, body }: Attack,
  signedIn: Readonly<Record<string, string>> = {},
): Promise<Received> {
  const headers: Record<string, string> = { 'content-type': type ?? 'application/json', ...signedIn };
  if (token !== null) headers['authorization'] = `Bearer ${token}`;
  if (body === undefined) delete headers['content-type'];
  return sendRequest(address, {
    method,
    path: `/api/${name}`,
    headers,
    ...(body === undefined ? {} : { body }),
  });
}

function complain(name: string, attack: Attack, { status, json, text }: Received): string[] {
  const said = `${name}, ${attack.what}: expected ${attack.status} ${attack.kind}, got ${status} ${text.slice(0, 200)}`;
  if (status !== attack.status) return [said];
  const error = errorOf(json);
  if (error?.kind !== attack.kind) return [said];
  if (attack.names !== undefined && !text.includes(attack.names))
    return [`${said}: does not name ${attack.names}`];
  return [];
}

function errorOf(json: unknown): { readonly kind: unknown } | undefined {
  if (typeof json !== 'object' || json === null || !('ok' in json) || json.ok !== false) return undefined;
  if (!('error' in json) || typeof json.error !== 'object' || json.error === null) return undefined;
  return 'kind' in json.error ? { kind: json.error.kind } : undefined;
}
