import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { HASTY_HALL, MUTATIONS, SERVICE, situations } from './situations.ts';

/** How the hall stands; not what can still be taken back, which ends by itself and with the program. */
const journalEnd = async (hall: HallService): Promise<unknown> => {
  const snapshot = await must(hall.as('admin').queueSnapshot({}));
  return { ...snapshot, counters: snapshot.counters.map((counter) => ({ ...counter, undoable: null })) };
};

test.each(MUTATIONS)('%s: the same request id answers the same, also after a restart', async (operation) => {
  const hall = await HallService.forTest({ configuration: HASTY_HALL });
  const { prepare, role } = situations[operation];
  const wish = { requestId: randomUUID(), ...(await prepare(hall)) };
  const first = await hall.post(operation, wish, role);
  expect(first).toMatchObject({ status: 200, json: { ok: true } });
  const after = await journalEnd(hall);

  const again = await hall.post(operation, wish, role);
  expect([again.status, again.text]).toEqual([200, first.text]);
  expect(await journalEnd(hall)).toEqual(after);

  await hall.restart();
  const later = await hall.post(operation, wish, role);
  expect([later.status, later.text]).toEqual([200, first.text]);
  expect(await journalEnd(hall)).toEqual(after);
});

test.each(MUTATIONS)(
  '%s: the same request id with another wish is refused and changes nothing',
  async (operation) => {
    const hall = await HallService.forTest({ configuration: HASTY_HALL });
    const { prepare, otherWish, role } = situations[operation];
    const wish = { requestId: randomUUID(), ...(await prepare(hall)) };
    expect(await hall.post(operation, wish, role)).toMatchObject({ status: 200 });
    const after = await journalEnd(hall);

    const reused = { status: 409, json: { ok: false, error: { kind: 'request-id-reused' } } };
    expect(await hall.post(operation, { ...wish, ...otherWish }, role)).toMatchObject(reused);
    await hall.restart();
    expect(await hall.post(operation, { ...wish, ...otherWish }, role)).toMatchObject(reused);
    expect(await journalEnd(hall)).toEqual(after);
  },
);

test('a request id of one operation is no request id of another', async () => {
  const hall = await HallService.forTest();
  const requestId = randomUUID();
  expect(await hall.post('openCounter', { requestId, counterId: '1' })).toMatchObject({ status: 200 });
  expect(await hall.post('pauseCounter', { requestId, counterId: '1' })).toMatchObject({
    status: 409,
    json: { error: { kind: 'request-id-reused' } },
  });
});

test('forty requests at once with one id give one ticket', async () => {
  const hall = await HallService.forTest();
  const wish = { requestId: randomUUID(), serviceCode: SERVICE };
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => hall.post('issueTicket', wish, 'kiosk')),
  );
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(await journalEnd(hall)).toMatchObject({ hall: { waiting: 1 } });
});

test('a refusal is not remembered: the same id succeeds once the reason is gone', async () => {
  const hall = await HallService.forTest();
  const wish = { requestId: randomUUID(), counterId: '1' };
  expect(await hall.post('callNext', wish)).toMatchObject({ json: { error: { kind: 'counter-closed' } } });
  await hall.post('openCounter', { requestId: randomUUID(), counterId: '1' });
  expect(await hall.post('callNext', wish)).toMatchObject({ json: { error: { kind: 'nobody-waiting' } } });
  await hall.post('issueTicket', { requestId: randomUUID(), serviceCode: SERVICE }, 'kiosk');
  expect(await hall.post('callNext', wish)).toMatchObject({ json: { value: { number: 'A001' } } });
});

test('a retry may leave the person out or name them: the ticket is the same, and nobody is told who has it', async () => {
  const hall = await HallService.forTest();
  const wish = { requestId: randomUUID(), serviceCode: SERVICE };
  const holder = { name: '测试丙', idNumber: '110199195606159039' };
  const first = await hall.post('issueTicket', { ...wish, holder, birthDate: '19560615' }, 'kiosk');
  const again = await hall.post('issueTicket', wish, 'kiosk');
  expect(again.text).toBe(first.text);
  expect(again.text).not.toContain('测试');
});
