import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  SESSION_HEADER,
  STAFFED_ROLES,
  type ApiError,
  type Caller,
  type Operation,
  type OperationTable,
  type Result,
  type Role,
} from '../../../preload/contracts/index.ts';
import { badBody, refuse } from './answer.ts';
import { bearerToken } from './border.ts';
import { createOnce } from './once.ts';
import type { ServerParts, StaffSessions } from './options.ts';
import { createRateLimit } from './rate-limit.ts';
import { inputProblems, problemPlaces } from './zod-problems.ts';

type Answer = Result<unknown, ApiError>;
export type AnyHandler = (input: unknown, caller: Caller) => Answer | Promise<Answer>;

/** Requests without a good token share one name: guessing is slowed down, work with a token is not. */
const STRANGERS = 'strangers';

/** One POST route per row: first who, then how often, then may they, then the message, then the work. */
export function addOperationRoutes(
  app: FastifyInstance,
  operations: OperationTable,
  handlers: Readonly<Record<string, AnyHandler>>,
  parts: ServerParts,
): void {
  const admit = createDoor(parts);
  const run = createRunner(parts);
  for (const [name, operation] of Object.entries(operations)) {
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    if (handler === undefined) throw new Error(`No handler for ${name}`);
    const callers = new WeakMap<FastifyRequest, Caller>();
    app.post(`/api/${name}`, {
      onRequest: async (request, reply) => {
        const caller = admit(request, name, operation);
        if (!caller.ok) return refuse(reply, caller.error);
        callers.set(request, caller.value);
        return undefined;
      },
      handler: async (request, reply) => {
        const caller = callers.get(request);
        if (caller === undefined) throw new Error(`${name} was reached without passing the door`);
        return send(reply, await run(name, operation, handler, request.body, caller));
      },
    });
    app.route({
      method: ['GET', 'PUT', 'PATCH', 'DELETE'],
      url: `/api/${name}`,
      handler: (_request, reply) => refuse(reply.header('allow', 'POST'), { kind: 'not-found' }, 405),
    });
  }
}

function createDoor({ access, sessions, limits, clock }: ServerParts) {
  const rate = createRateLimit({ burst: limits.burst, perSecond: limits.requestsPerSecond }, clock);
  return (request: FastifyRequest, name: string, operation: Operation): Result<Caller, ApiError> => {
    const token = bearerToken(request.headers.authorization);
    const caller = token === undefined ? undefined : access.identify(token);
    const retryAfterSeconds = rate.ask(caller === undefined ? STRANGERS : `${caller.role} ${caller.name}`);
    if (retryAfterSeconds > 0) return { ok: false, error: { kind: 'too-many-requests', retryAfterSeconds } };
    if (caller === undefined) return { ok: false, error: { kind: 'not-signed-in' } };
    if (!operation.roles.includes(caller.role)) return notAllowed(caller.role, name);
    return signedIn(request, name, operation, caller, sessions);
  };
}

/** At a PC of staff somebody must stand for what is done; a kiosk or a display works by itself. */
function signedIn(
  request: FastifyRequest,
  name: string,
  { staff }: Operation,
  caller: Caller,
  sessions: StaffSessions | undefined,
): Result<Caller, ApiError> {
  const isStaffed = (STAFFED_ROLES as readonly Role[]).includes(caller.role);
  if (staff.length === 0 || !isStaffed) return { ok: true, value: caller };
  const secret = request.headers[SESSION_HEADER];
  const person = sessions?.check(typeof secret === 'string' ? secret : undefined, caller, name);
  if (person === undefined) return { ok: false, error: { kind: 'staff-not-signed-in' } };
  if (!person.ok) return person;
  if (!staff.includes(person.value.role)) return notAllowed(person.value.role, name);
  return { ok: true, value: { ...caller, staff: person.value } };
}

function notAllowed(role: string, operation: string): Result<never, ApiError> {
  return { ok: false, error: { kind: 'not-allowed', role, operation } };
}

function createRunner({ log }: ServerParts) {
  const once = createOnce<Answer>();

  const work = async (
    name: string,
    operation: Operation,
    handler: AnyHandler,
    input: unknown,
    caller: Caller,
  ) => {
    const answer = await handler(input, caller);
    if (!answer.ok) return answer;
    const output = operation.output.safeParse(answer.value);
    if (output.success) return { ok: true, value: output.data } as const;
    const fields = problemPlaces(output.error.issues);
    log.error('an answer does not fit the contract', { operation: name, fields });
    return INTERNAL;
  };

  return async (name: string, operation: Operation, handler: AnyHandler, body: unknown, caller: Caller) => {
    if (body === undefined) return { ok: false, error: badBody('a JSON object') } as const;
    const input = operation.input.safeParse(body);
    if (!input.success) return badInput(input.error.issues);
    const requestId = requestIdOf(input.data);
    try {
      if (requestId === undefined) return await work(name, operation, handler, input.data, caller);
      const key = {
        caller: `${caller.role} ${caller.name}`,
        operation: name,
        requestId,
        content: input.data,
      };
      return await once(key, () => work(name, operation, handler, input.data, caller));
    } catch (fault) {
      log.bug('an operation failed', fault, { operation: name });
      return INTERNAL;
    }
  };
}

const INTERNAL = { ok: false, error: { kind: 'internal' } } as const;

function badInput(issues: Parameters<typeof inputProblems>[0]): Answer {
  return { ok: false, error: { kind: 'bad-input', problems: inputProblems(issues) } };
}

function requestIdOf(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || !('requestId' in input)) return undefined;
  return typeof input.requestId === 'string' ? input.requestId : undefined;
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.ok) return reply.type('application/json').send(answer);
  return refuse(reply, answer.error);
}
