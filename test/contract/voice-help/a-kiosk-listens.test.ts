import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { openKioskEar } from '../read-aloud/kiosk-ear.ts';

let hall: HallService;
beforeAll(async () => void (hall = await HallService.start()));
afterAll(() => hall.end());

/** A kiosk whose virtual recogniser hears this. */
async function openListening(said?: string) {
  const ear = await openKioskEar(hall, 'devices: { voiceHelp: virtual }\n');
  const folder = join(ear.station.dataDirectory, 'voice-help');
  mkdirSync(folder, { recursive: true });
  if (said !== undefined) writeFileSync(join(folder, 'said.txt'), said);
  await ear.page.until((now) => Object.keys(now.services).length > 0 || undefined);
  return ear;
}

it('a person says what they came for, and is offered what was meant', async () => {
  const { kiosk, id, until, page } = await openListening('我要办高龄津贴\n');
  expect(await until(({ canListen }) => canListen)).toMatchObject({ listening: false, listenSeconds: 2 });
  expect(page.now.station['now']?.simulated).toContain('voiceHelp');
  const listened = must(kiosk.listen(id()));
  await until(({ listening }) => listening);
  const { heard, services } = await listened;
  expect(heard).toBe('我要办高龄津贴');
  expect(services[0]).toBe('LN-01');
  expect(services.every((code) => page.now.services[code] !== undefined)).toBe(true);
  await until(({ listening }) => !listening);
});

it('who says nothing is offered nothing', async () => {
  const { kiosk, id } = await openListening();
  expect(await must(kiosk.listen(id()))).toEqual({ heard: null, services: [] });
});

it('what is read falls silent before somebody is listened to', async () => {
  const { kiosk, id, read, until } = await openListening('吃饭');
  await read(['请说您要办什么说完以后稍等一下']);
  await until(({ position }) => position === 0);
  const listened = must(kiosk.listen(id()));
  expect(await until(({ listening }) => listening)).toMatchObject({ state: 'silent', finished: false });
  expect((await listened).services).toContain('LN-13');
});

it('whoever wants to hear something again is not listened to any more', async () => {
  const { kiosk, id, read, until } = await openListening('吃饭');
  const listened = kiosk.listen(id());
  await until(({ listening }) => listening);
  await read(['您好']);
  expect(await listened).toEqual({ ok: false, error: { kind: 'cannot-listen', reason: 'stopped' } });
  await until(({ finished, listening }) => finished && !listening);
});

it('the same request twice is one recording; another one meanwhile is refused', async () => {
  const { kiosk, id } = await openListening('吃饭');
  const request = id();
  const [one, other] = [kiosk.listen(request), kiosk.listen(request)];
  expect(await kiosk.listen(id())).toEqual({ ok: false, error: { kind: 'cannot-listen', reason: 'busy' } });
  expect(await must(other)).toEqual(await must(one));
});

it('who leaves is not listened to any more, and what they said is not told again', async () => {
  const { kiosk, id, until } = await openListening('吃饭');
  await must(kiosk.beginWithoutCard(id()));
  const first = id();
  expect((await must(kiosk.listen(first))).heard).toBe('吃饭');
  const listened = kiosk.listen(id());
  await until(({ listening }) => listening);
  await must(kiosk.endVisit(id()));
  expect(await listened).toEqual({ ok: false, error: { kind: 'cannot-listen', reason: 'stopped' } });
  await until(({ listening }) => !listening);
  // Asked again it is a new person's question: it is listened anew.
  const again = kiosk.listen(first);
  await until(({ listening }) => listening);
  expect((await must(again)).heard).toBe('吃饭');
});

it('nothing of what was said is in a log or a file of the station or the hall', async () => {
  const { kiosk, id, station } = await openListening('黄鹂鸟高龄津贴');
  expect((await must(kiosk.listen(id()))).heard).toBe('黄鹂鸟高龄津贴');
  expect(station.log).not.toContain('黄鹂鸟');
  const files = readdirSync(station.dataDirectory, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== 'said.txt',
  );
  for (const { parentPath, name } of files)
    expect(readFileSync(join(parentPath, name)).includes('黄鹂鸟')).toBe(false);
});
