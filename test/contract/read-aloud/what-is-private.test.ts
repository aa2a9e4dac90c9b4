import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { waitFor } from '../../support/wait-for.ts';
import { openKioskEar } from './kiosk-ear.ts';

let hall: HallService;
beforeAll(async () => void (hall = await HallService.start()));
afterAll(() => hall.end());

it('without headphones what is private is passed over: not heard, not a position, not even made into sound', async () => {
  const { read, until, heard, positions, folder } = await openKioskEar(hall);
  await read(['(私)您是张某英', '请看', '(私)七十八岁', '请选', '(私)再见']);
  expect(await until(({ finished }) => finished)).toMatchObject({ headphones: false, position: 3 });
  expect(heard().map(({ caption }) => caption)).toEqual(['请看', '请选']);
  expect(positions()).toEqual([1, 3]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.wav'))).toHaveLength(2);
});

it('when everything is private and nobody has headphones, it is over at once and nothing was heard', async () => {
  const { read, until, heard } = await openKioskEar(hall);
  await read(['(私)您是张某英']);
  expect(await until(({ finished }) => finished)).toMatchObject({ state: 'silent', position: null });
  expect(heard()).toEqual([]);
});

it('with headphones everything is heard, all of it through them', async () => {
  const { read, until, heard, positions, plugIn } = await openKioskEar(hall);
  plugIn();
  await until(({ headphones }) => headphones);
  await read(['(私)张某英', '请看']);
  await until(({ finished }) => finished);
  expect(positions()).toEqual([0, 1]);
  expect(heard()).toMatchObject([
    { caption: '(私)张某英', privately: true },
    { caption: '请看', privately: true },
  ]);
});

it('headphones that are put in while it reads are noticed by the next sentence', async () => {
  const { read, until, heard, plugIn } = await openKioskEar(hall);
  await read(['请把身份证放在下面', '(私)张某英']);
  await until(({ position }) => position === 0);
  plugIn();
  await until(({ finished }) => finished);
  expect(heard().map(({ privately }) => privately)).toEqual([false, true]);
});

it('headphones that are pulled out end a private sentence in its middle, and the rest is read to the hall without it', async () => {
  const { read, until, heard, plugIn, pullOut } = await openKioskEar(hall);
  plugIn();
  await until(({ headphones }) => headphones);
  await read(['(私)您是张某英您的身份证号是一二三四五六七八九零一二三四五六七八九零', '请看', '(私)再见']);
  await until(({ position }) => position === 0);
  pullOut();
  await until(({ headphones }) => !headphones);
  expect((await until(({ finished }) => finished)).position).toBe(1);
  expect(heard().map(({ privately }) => privately)).toEqual([true, false]);
});

it('a visit that ends is silent, and leaves nothing of what was read', async () => {
  const { read, until, kiosk, id, station, heard, page } = await openKioskEar(hall);
  await must(kiosk.beginWithoutCard(id()));
  await read(['这是给第一个人的话说起来有一点长', '这句话不能给别人听见']);
  await until(({ position }) => position === 0);
  await must(kiosk.endVisit(id()));
  expect(await until(({ state }) => state === 'silent')).toMatchObject({
    readingId: null,
    position: null,
    finished: false,
  });
  expect(page.now.visit['now']).toBeUndefined();
  const [first] = await waitFor(() => (heard().length > 0 ? heard() : undefined));
  expect([first?.caption, heard().length]).toEqual(['这是给第一个人的话说起来有一点长', 1]);
  expect(station.log).not.toContain('第一个人');
  const kept = readdirSync(station.dataDirectory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('read-aloud'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  for (const bytes of kept) expect(bytes.includes('别人听见')).toBe(false);
});

it('another card is another person: nothing more of what was for the first is heard', async () => {
  const { read, until, kiosk, id, heard, page } = await openKioskEar(hall);
  const place = (name: string, birthDate: string) =>
    must(kiosk.simulateCard({ ...id(), card: { name, birthDate, sex: 'female' } }));
  await place('欧阳测试', '19400615');
  const first = await page.until((now) => now.visit['now']?.visitId);
  await read(['这是给第一个人的话说起来有一点长', '这句话不能给别人听见']);
  await until(({ position }) => position === 0);
  await place('测丁', '19990101');
  await page.until((now) => (now.visit['now']?.visitId ?? first) !== first || undefined);
  expect(await until(({ state }) => state === 'silent')).toMatchObject({ readingId: null, finished: false });
  await waitFor(() => heard().length === 1 || undefined);
});

it('the start of a visit does not silence the screen before it', async () => {
  const { read, until, kiosk, id, heard } = await openKioskEar(hall);
  await read(['请放身份证', '请看']);
  await until(({ position }) => position === 0);
  await must(kiosk.beginWithoutCard(id()));
  await until(({ finished }) => finished);
  expect(heard()).toHaveLength(2);
});
