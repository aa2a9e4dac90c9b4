import { z } from 'zod';
import { hashToken, mintToken, openAccessTokens } from '../../../main/foundation/access/index.ts';
import { createFeedHub } from '../../../main/foundation/feed/index.ts';
import {
  createApiServer,
  type ApiServer,
  type ApiServerOptions,
} from '../../../main/foundation/http/index.ts';
import { systemClock } from '../../../main/foundation/clock.ts';
import { createLog } from '../../../main/foundation/log/index.ts';
import {
  err,
  ok,
  RequestId,
  ROLES,
  type Handlers,
  type OperationTable,
  type Role,
} from '../../../preload/contracts/index.ts';
import { sendRequest, type Received } from '../../support/send-request.ts';

/** How often the message of `count` was looked at: what comes after that happens in the same breath. */
export const looked = { count: 0 };

const noticed = (): boolean => {
  looked.count += 1;
  return true;
};

/** A small table: what can go wrong between a message and an answer. */
export const demoOperations = {
  greet: {
    effect: 'query',
    summary: 'Says a word back.',
    roles: ['kiosk', 'counter', 'display', 'admin'],
    staff: [],
    input: z.object({ word: z.string().max(10) }).strict(),
    output: z.object({ word: z.string(), role: z.string() }),
  },
  count: {
    effect: 'mutation',
    summary: 'Counts one up, slowly.',
    roles: ['counter', 'admin'],
    staff: [],
    input: z.object({ requestId: RequestId, by: z.int().default(1).refine(noticed) }).strict(),
    output: z.object({ total: z.int() }),
  },
  refuse: {
    effect: 'mutation',
    summary: 'Refuses by a rule.',
    roles: ['counter'],
    staff: [],
    input: z.object({ requestId: RequestId }).strict(),
    output: z.object({}),
  },
  leak: {
    effect: 'query',
    summary: 'Answers more than the contract says.',
    roles: ['admin'],
    staff: [],
    input: z.object({}).strict(),
    output: z.object({ number: z.string() }),
  },
  lie: {
    effect: 'query',
    summary: 'Answers what the contract does not allow.',
    roles: ['admin'],
    staff: [],
    input: z.object({}).strict(),
    output: z.object({ people: z.array(z.object({ age: z.int() })) }),
  },
  fall: {
    effect: 'query',
    summary: 'Throws.',
    roles: ['admin'],
    staff: [],
    input: z.object({}).strict(),
    output: z.object({}),
  },
} as const satisfies OperationTable;

export const demoCollections = { things: z.object({ name: z.string(), size: z.int() }) } as const;

export interface DemoService extends ApiServer {
  readonly tokens: Readonly<Record<Role, string>>;
  readonly hub: ReturnType<typeof createFeedHub<typeof demoCollections>>;
  /** Everything that was logged. */
  readonly logged: () => string;
  readonly post: (operation: string, body: unknown, role?: Role) => Promise<Received>;
  readonly revoked: Set<Role>;
  /** Lets `count` go on. */
  readonly proceed: () => void;
}

export type DemoOptions = Partial<Omit<ApiServerOptions<typeof demoOperations>, 'operations' | 'handlers'>>;

/** A real server on a free port, with a token for each role. */
export async function startDemo(options: DemoOptions = {}): Promise<DemoService> {
  const tokens = mintAll();
  const revoked = new Set<Role>();
  let logged = '';
  const gate = createGate();
  const hub = createFeedHub(demoCollections);
  const server = await createApiServer({
    operations: demoOperations,
    handlers: demoHandlers(gate.passed),
    access: accessFor(tokens, revoked),
    feed: { hub, roles: ['counter', 'display', 'admin'] },
    listen: { host: '127.0.0.1', port: 0 },
    log: createLog({ name: 'demo', level: 'debug', destination: { write: (line) => void (logged += line) } }),
    info: { name: 'songting-demo', version: '1.2.3' },
    ...options,
  });
  const post = (operation: string, body: unknown, role: Role = 'admin'): Promise<Received> =>
    sendRequest(server.address, {
      method: 'POST',
      path: `/api/${operation}`,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens[role]}` },
      body: JSON.stringify(body),
    });
  return { ...server, tokens, hub, logged: () => logged, post, revoked, proceed: gate.open };
}

/** One token for each role, as an administrator would have enrolled them. */
export function mintAll(): Record<Role, string> {
  return { kiosk: mintToken(), counter: mintToken(), display: mintToken(), admin: mintToken() };
}

export function accessFor(tokens: Readonly<Record<Role, string>>, revoked: ReadonlySet<Role> = new Set()) {
  const given = ROLES.map((role) => ({ role, name: role, sha256: hashToken(tokens[role]) }));
  const access = openAccessTokens({ given, clock: systemClock });
  if (!access.ok) throw new Error(access.error.kind);
  return {
    identify(token: string) {
      const caller = access.value.identify(token);
      return caller === undefined || revoked.has(caller.role) ? undefined : caller;
    },
  };
}

function createGate(): { readonly passed: () => Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed: () => opened, open: () => open() };
}

function demoHandlers(passed: () => Promise<void>): Handlers<typeof demoOperations> {
  let total = 0;
  return {
    greet: ({ word }, { role }) => ok({ word, role }),
    async count({ by }) {
      await passed();
      total += by;
      return ok({ total });
    },
    refuse: () => err({ kind: 'nobody-waiting' }),
    leak: () => ok({ number: 'A001', idNumber: '11010519491231002X' }),
    lie: () => ok({ people: [{ age: '金丝雀' as unknown as number }] }),
    fall() {
      throw new TypeError('金丝雀 11010519491231002X');
    },
  };
}
