import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { hashToken, mintToken } from '../../../main/foundation/access/index.ts';
import { hallCollections, type HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Client } from '../../../preload/contracts/operation.ts';
import type { Result } from '../../../preload/contracts/result.ts';
import { FeedListener } from '../../support/services/feed-listener.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { HallRig } from './hall-rig.ts';

const CLERKS = 8;
const CALLS = 1_000;
const KIOSKS = 3;
/** As many as may wait at once: a full hall, and a queue that never runs dry for long. */
const MOST_WAITING = 60;
const SERVICES = ['LN-01', 'LN-02', 'JZ-01'];

interface Holder {
  readonly name: string;
  readonly token: string;
  readonly role: 'counter' | 'kiosk';
}

const holders = (role: Holder['role'], count: number): Holder[] =>
  Array.from({ length: count }, (_, index) => ({ role, name: `${role} ${index + 1}`, token: mintToken() }));

function eightCounters(): string {
  const file = join(folderForTest(), 'hall.yaml');
  const counters = Array.from({ length: CLERKS }, (_, index) => `{ id: "${index + 1}" }`);
  writeFileSync(file, `hall: { counters: [${counters.join(', ')}] }\n`);
  return file;
}

/** Repeats a request, with the same id, while the hall says "not so fast". */
async function patiently<Value>(
  ask: () => Promise<Result<Value, ApiError>>,
): Promise<Result<Value, ApiError>> {
  for (;;) {
    const answer = await ask();
    if (answer.ok || answer.error.kind !== 'too-many-requests') return answer;
    await sleep(answer.error.retryAfterSeconds * 250);
  }
}

async function must<Value>(ask: () => Promise<Result<Value, ApiError>>): Promise<Value> {
  const answer = await patiently(ask);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

interface Floor {
  issued: number;
  called: number;
  /** Ticket by ticket: which counters called it, as the clerks were told. */
  readonly told: Map<string, string[]>;
}

async function kiosk(hall: Client<HallOperations>, floor: Floor, random: () => number): Promise<void> {
  while (floor.issued < CLERKS * CALLS) {
    if (floor.issued - floor.called >= MOST_WAITING) {
      await sleep(5);
      continue;
    }
    floor.issued += 1;
    const dice = random();
    const wish = {
      requestId: randomUUID(),
      serviceCode: SERVICES[Math.floor(random() * SERVICES.length)] ?? 'LN-01',
      ...(dice < 0.3 && { birthDate: '19400101' }),
      ...(dice > 0.9 && { priorityClass: 'disabled' as const, priorityReason: 'stated' as const }),
    };
    await must(() => hall.issueTicket(wish));
  }
}

async function clerk(hall: Client<HallOperations>, counterId: string, floor: Floor): Promise<void> {
  await must(() => hall.openCounter({ requestId: randomUUID(), counterId }));
  for (let calls = 0; calls < CALLS;) {
    const wish = { requestId: randomUUID(), counterId };
    const answer = await patiently(() => hall.callNext(wish));
    if (!answer.ok) {
      expect(answer.error).toEqual({ kind: 'nobody-waiting' });
      await sleep(5);
      continue;
    }
    calls += 1;
    floor.called += 1;
    const { ticketId } = answer.value;
    floor.told.set(ticketId, [...(floor.told.get(ticketId) ?? []), counterId]);
    await must(() => hall.startService({ requestId: randomUUID(), ticketId, counterId }));
    await must(() => hall.finishService({ requestId: randomUUID(), ticketId, counterId }));
  }
}

interface Event {
  readonly kind: string;
  readonly ticketId: string;
  readonly priorityClass?: string;
  readonly counterId?: string;
}

/** What was written, in its only order. */
function history(rig: HallRig): Event[] {
  const rows = rig.rows<{ kind: string; body: string }>(
    "select kind, cast(body as text) as body from event where kind in ('ticket.issued', 'ticket.called') order by epoch, seq",
  );
  return rows.map(({ kind, body }) => ({ kind, ...(JSON.parse(body) as Omit<Event, 'kind'>) }));
}

/** Calls that passed somebody of the same class who waited longer. */
function unfairCalls(events: readonly Event[]): Event[] {
  const lines = new Map<string, string[]>();
  const classes = new Map<string, string>();
  return events.filter(({ kind, ticketId, priorityClass = '' }) => {
    if (kind === 'ticket.issued') {
      classes.set(ticketId, priorityClass);
      lines.set(priorityClass, [...(lines.get(priorityClass) ?? []), ticketId]);
      return false;
    }
    const ofClass = classes.get(ticketId) ?? '';
    const line = lines.get(ofClass) ?? [];
    lines.set(
      ofClass,
      line.filter((other) => other !== ticketId),
    );
    return line[0] !== ticketId;
  });
}

test(`${CLERKS} clerks call ${CALLS} times each while people come: nobody is called twice, nobody is skipped`, async () => {
  const people = [...holders('counter', CLERKS), ...holders('kiosk', KIOSKS)];
  const rig = new HallRig({ configurationFile: eightCounters() });
  const given = people.map(({ role, name, token }) => ({ role, name, sha256: hashToken(token) }));
  const hall = await rig.start({ alsoKnown: given });
  const display = await FeedListener.join(hallCollections, rig.address, rig.tokens.of('display'));
  onTestFinished(() => display.leave());

  const floor: Floor = { issued: 0, called: 0, told: new Map() };
  const random = seededRandom(8_000);
  const work = people.map(({ role, token }, index) => {
    const client = rig.client(token, role);
    return role === 'kiosk' ? kiosk(client, floor, random) : clerk(client, String(index + 1), floor);
  });
  await Promise.all(work);
  await display.until(
    (now) => (now.hall['now']?.waiting === 0 && Object.keys(now.tickets).length === 0) || undefined,
  );

  expect(await hall.stop()).toBe(0);
  const events = history(rig);
  const calls = events.filter(({ kind }) => kind === 'ticket.called');
  expect(calls).toHaveLength(CLERKS * CALLS);
  expect(events).toHaveLength(2 * CLERKS * CALLS);
  expect(new Set(calls.map(({ ticketId }) => ticketId)).size).toBe(CLERKS * CALLS);
  expect([...floor.told.values()].filter((counters) => counters.length !== 1)).toEqual([]);
  expect(calls.filter(({ ticketId, counterId = '' }) => floor.told.get(ticketId)?.[0] !== counterId)).toEqual(
    [],
  );
  expect(unfairCalls(events)).toEqual([]);
  expect(rig.rows('select state, count(*) as count from ticket group by state')).toEqual([
    { state: 'done', count: CLERKS * CALLS },
  ]);
  expect(rig.verify()).toMatchObject({ exitCode: 0 });
});
