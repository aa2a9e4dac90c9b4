import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../main/foundation/clock.ts';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';
import { addStaff, giveNewPin, removeStaff } from '../../../main/hall/staff/keep-accounts.ts';
import { SESSION_HEADER } from '../../../preload/contracts/hall-operations.ts';
import { sendRequest } from '../../support/send-request.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { newSession, TEST_PIN } from '../../support/services/staff.ts';
import { must } from '../../support/services/service-under-test.ts';
import { waitFor } from '../../support/wait-for.ts';

let hall: HallService;
beforeEach(async () => {
  hall = await HallService.forTest();
});

const ask = (operation: string, body: object, session?: string, role: 'counter' | 'admin' = 'counter') =>
  sendRequest(hall.address, {
    method: 'POST',
    path: `/api/${operation}`,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${hall.tokens.of(role)}`,
      ...(session !== undefined && { [SESSION_HEADER]: session }),
    },
    body: JSON.stringify({ requestId: randomUUID(), ...body }),
  });
const signIn = (
  pin = TEST_PIN,
  session = newSession(),
  staffNumber = '1001',
  role: 'counter' | 'admin' = 'counter',
) => ask('signIn', { staffNumber, pin, session }, undefined, role);
const open = (session: string) => ask('openCounter', { counterId: '1' }, session);
const refused = (status: number, kind: string) => ({ status, json: { ok: false, error: { kind } } });

const dataFolder = () => join(hall.folder, 'data');
function events(kind: string): { body: Record<string, unknown>; text: string }[] {
  const file = openDatabase({ file: join(dataFolder(), 'hall.sqlite'), readonly: true });
  if (!file.ok) throw new Error(file.error.kind);
  const rows = file.value.prepare('select body from event where kind = ? order by seq').pluck().all(kind);
  file.value.close();
  return (rows as Uint8Array[]).map((row) => {
    const text = Buffer.from(row).toString('utf8');
    return { body: JSON.parse(text) as Record<string, unknown>, text };
  });
}

describe('signing in', () => {
  test('opens the PC for one person, whose number stands at what they do; leaving closes it', async () => {
    const session = newSession();
    expect(await open(session)).toMatchObject(refused(401, 'staff-not-signed-in'));
    expect(await signIn(TEST_PIN, session)).toMatchObject({
      status: 200,
      json: { value: { staffNumber: '1001', role: 'clerk', mustChangePin: false, idleMinutes: 10 } },
    });
    expect(await open(session)).toMatchObject({ status: 200 });
    expect(events('counter.opened').map(({ body }) => body['by'])).toEqual(['1001']);
    expect(await ask('signOut', { session })).toMatchObject({ status: 200 });
    expect(await open(session)).toMatchObject(refused(401, 'staff-not-signed-in'));
    expect(events('staff.signed-in').map(({ body }) => body)).toMatchObject([
      { staffNumber: '1001', role: 'clerk', device: 'test counter', by: '1001' },
    ]);
    expect(events('staff.signed-out').map(({ body }) => body['why'])).toEqual(['asked']);
  });

  test('outlives a restart of the hall', async () => {
    const session = newSession();
    await signIn(TEST_PIN, session);
    await hall.restart();
    expect(await open(session)).toMatchObject({ status: 200 });
  });

  test('leaves neither PIN nor secret anywhere but in hashes', async () => {
    const session = newSession();
    await signIn(TEST_PIN, session);
    await signIn('111222');
    const file = openDatabase({ file: join(dataFolder(), 'hall.sqlite'), readonly: true });
    if (!file.ok) throw new Error(file.error.kind);
    const bytes = file.value.serialize().toString('latin1');
    file.value.close();
    for (const secret of [TEST_PIN, '111222', session]) {
      expect(bytes).not.toContain(secret);
      expect(hall.log).not.toContain(secret);
    }
  });

  test('does not tell a number that exists from one that does not', async () => {
    const wrong = await signIn('111222');
    const nobody = await signIn('111222', newSession(), '5555');
    expect(wrong).toMatchObject(refused(401, 'wrong-pin'));
    expect(nobody.text).toBe(wrong.text);
  });
});

describe('wrong PINs', () => {
  test('lock the account at this PC for longer and longer; another PC and another person are free', async () => {
    for (let time = 0; time < 3; time += 1)
      expect(await signIn('111222')).toMatchObject(refused(401, 'wrong-pin'));
    const locked = await signIn();
    expect(locked).toMatchObject(refused(429, 'locked-out'));
    const { error } = locked.json as { error: { retryAfterSeconds: number } };
    expect(error.retryAfterSeconds).toBeGreaterThan(0);
    expect(error.retryAfterSeconds).toBeLessThanOrEqual(30);
    expect(await signIn(TEST_PIN, newSession(), '1001', 'admin')).toMatchObject({ status: 200 });
    expect(await signIn(TEST_PIN, newSession(), '2001')).toMatchObject({ status: 200 });
    await hall.restart();
    expect(await signIn()).toMatchObject(refused(429, 'locked-out'));
    expect(events('staff.sign-in-refused')).toHaveLength(3);
  });

  test('asked many times at once count one after the other', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn('111222')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(9);
  });

  test('a supervisor unlocks, and it stands in the record who did', async () => {
    for (let time = 0; time < 3; time += 1) await signIn('111222');
    const clerk = hall.as('counter', 'clerk');
    // The clerk of another PC may not.
    expect(
      await hall.post('unlockStaff', { requestId: randomUUID(), staffNumber: '1001' }, 'admin', 'clerk'),
    ).toMatchObject(refused(403, 'not-allowed'));
    const office = hall.as('admin', 'supervisor');
    const { locked } = await must(office.lockedStaff({}));
    expect(locked).toEqual([
      {
        staffNumber: '1001',
        name: '测试clerk',
        device: 'test counter',
        retryAfterSeconds: expect.any(Number),
      },
    ]);
    await must(office.unlockStaff({ requestId: randomUUID(), staffNumber: '1001' }));
    expect(await must(office.lockedStaff({}))).toEqual({ locked: [] });
    expect(await signIn()).toMatchObject({ status: 200 });
    expect(await clerk.signInInfo({})).toMatchObject({ ok: true });
    expect(events('staff.unlocked').map(({ body }) => body)).toEqual([{ staffNumber: '1001', by: '2001' }]);
  });

  test('a PIN typed into the field of the number is not written down', async () => {
    await signIn('111222', newSession(), '739182');
    expect(
      events('staff.sign-in-refused')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('739182');
  });
});

describe('accounts', () => {
  test('a first PIN must be changed before anything else; then the new one counts, and only that', async () => {
    const first = await addStaff(
      dataFolder(),
      { staffNumber: '1100', name: '测试丁', role: 'clerk' },
      systemClock,
    );
    if (!first.ok) throw new Error(first.error.kind);
    const session = newSession();
    await waitFor(async () => (await signIn(first.value, session, '1100')).status === 200 || undefined);
    expect(await open(session)).toMatchObject(refused(403, 'pin-must-change'));
    expect(await ask('changePin', { pin: first.value, newPin: '804613' }, session)).toMatchObject({
      status: 200,
    });
    expect(await open(session)).toMatchObject({ status: 200 });
    expect(await signIn(first.value, newSession(), '1100')).toMatchObject(refused(401, 'wrong-pin'));
    expect(await signIn('804613', newSession(), '1100')).toMatchObject({ status: 200 });
  });

  test.each<[string, () => unknown]>([
    ['taken away', () => removeStaff(dataFolder(), '1001', systemClock)],
    ['given another PIN', () => giveNewPin(dataFolder(), '1001', systemClock)],
  ])('an account that is %s ends its open sessions within a second', async (_what, change) => {
    const session = newSession();
    await signIn(TEST_PIN, session);
    expect(await open(session)).toMatchObject({ status: 200 });
    await change();
    await waitFor(async () => (await open(session)).status === 401 || undefined);
    expect(events('staff.signed-out').map(({ body }) => body['why'])).toEqual(['account-changed']);
  });

  test('a hall without any account says so', async () => {
    await must(hall.as('counter').signInInfo({}));
    for (const number of ['1001', '2001', '8001', '9001']) removeStaff(dataFolder(), number, systemClock);
    const info = await waitFor(async () => {
      const answer = await hall.post('signInInfo', {}, 'counter', 'clerk').catch(() => undefined);
      return answer?.text.includes('"staffExists":false') ? answer : undefined;
    });
    expect(info.json).toEqual({ ok: true, value: { staffExists: false, idleMinutes: 10, demo: [] } });
  });
});
