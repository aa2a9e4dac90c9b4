import { afterAll, beforeAll, expect, it } from 'vitest';
import { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { openKioskEar } from './kiosk-ear.ts';

let hall: HallService;
beforeAll(async () => void (hall = await HallService.start()));
afterAll(() => hall.end());

it('a screen is read sentence by sentence, the page is told each, and hears when it is over', async () => {
  const { read, until, positions, heard } = await openKioskEar(hall);
  const readingId = await read(['请放身份证', '您', '您好']);
  const over = await until(({ finished }) => finished);
  expect(over).toMatchObject({ state: 'silent', readingId, position: 2, reason: null });
  expect(positions()).toEqual([0, 1, 2]);
  const sounds = heard();
  expect(sounds.map(({ caption }) => caption)).toEqual(['请放身份证', '您', '您好']);
  const [five, one, two] = sounds.map(({ wav }) => wav.seconds);
  expect(five).toBeGreaterThan(two ?? Infinity);
  expect(two).toBeGreaterThan(one ?? Infinity);
  for (const { wav } of sounds) expect(wav.rmsDb).toBeGreaterThan(-35);
});

it('it says what it can speak, what it cannot, and that it is simulated', async () => {
  const { until, page, kiosk } = await openKioskEar(hall);
  const view = await until(({ languages }) => languages.length > 0);
  expect(view).toMatchObject({
    state: 'silent',
    languages: ['zh', 'en', 'ug'],
    voices: [],
    headphones: false,
  });
  expect(view).toMatchObject({ canListen: false, listening: false, listenSeconds: 0, readingId: null });
  expect(page.now.station['now']?.simulated).toContain('readAloud');
  const { devices } = await must(kiosk.deviceStatus({}));
  expect(devices).toContainEqual(expect.objectContaining({ device: 'readAloud', simulated: true }));
});

it('a language without a voice is refused honestly, and silences what was read', async () => {
  const { read, until, kiosk, id, reading } = await openKioskEar(hall);
  await until(({ languages }) => languages.length > 0);
  await read(['这句话很长很长很长很长很长很长很长很长']);
  await until(({ position }) => position === 0);
  const sentences = [{ text: 'བོད་ཡིག', private: false }];
  const wish = { ...id(), language: 'bo', sentences, pace: 'normal', volume: 'middle' } as const;
  expect(await kiosk.readAloud(wish)).toEqual({
    ok: false,
    error: { kind: 'cannot-read-aloud', reason: 'language' },
  });
  expect((await until(({ state }) => state === 'silent')).finished).toBe(false);
  expect(reading()?.position).toBe(0);
});

it('it falls silent in the middle of a word, and goes on from there when it is asked to', async () => {
  const { read, until, kiosk, id, heard, positions } = await openKioskEar(hall);
  const texts = ['您', '请坐下等候', '好'];
  const readingId = await read(texts);
  await until(({ position }) => position === 1);
  await must(kiosk.stopReading(id()));
  const stopped = await until(({ state }) => state === 'silent');
  expect(stopped).toMatchObject({ readingId, position: 1, finished: false });
  await read(texts, { from: stopped.position ?? 0 });
  await until(({ finished }) => finished);
  expect(heard().map(({ caption }) => caption)).toEqual([...texts.slice(0, 2), ...texts.slice(1)]);
  expect(positions()).toEqual([0, 1, 1, 2]);
});

it('a new reading silences the one before at once, and nothing more of that is heard', async () => {
  const { read, until, heard } = await openKioskEar(hall);
  const first = await read(['第一个屏幕的第一句话有一点长', '第一个屏幕的第二句话']);
  await until(({ position }) => position === 0);
  const second = await read(['第二个屏幕']);
  expect(second).not.toBe(first);
  await until(({ finished, readingId }) => finished && readingId === second);
  expect(heard().map(({ caption }) => caption)).toEqual(['第一个屏幕的第一句话有一点长', '第二个屏幕']);
});

it('the same request twice is one reading', async () => {
  const { kiosk, id, until, heard } = await openKioskEar(hall);
  const sentences = [{ text: '您好', private: false }];
  const wish = { ...id(), language: 'zh', sentences, pace: 'normal', volume: 'middle' } as const;
  const [one, other] = [await must(kiosk.readAloud(wish)), await must(kiosk.readAloud(wish))];
  expect(other).toEqual(one);
  await until(({ finished }) => finished);
  expect(await must(kiosk.readAloud(wish))).toEqual(one);
  expect(heard()).toHaveLength(1);
});

it('English and Uyghur are spoken by their own voices', async () => {
  const { read, until, heard } = await openKioskEar(hall);
  for (const [language, text] of [
    ['en', 'Your card, please'],
    ['ug', 'كېلىڭ'],
  ] as const) {
    const mine = await read([text], { language });
    await until(({ finished, readingId }) => finished && readingId === mine);
  }
  const [english, uyghur] = heard();
  expect(english?.wav.rmsDb).toBeGreaterThan(-35);
  expect(uyghur?.wav.rmsDb).toBeGreaterThan(-35);
});

it('the chime sounds while nothing is read, and between two sentences, never over one', async () => {
  const { read, until, kiosk, id, heard } = await openKioskEar(hall);
  await must(kiosk.attention(id()));
  await until(({ state }) => state === 'silent');
  await read(['请看', '再看']);
  await until(({ position }) => position === 0);
  await must(kiosk.attention(id()));
  await until(({ finished }) => finished);
  expect(heard().map(({ caption }) => caption)).toEqual(['提示音', '请看', '提示音', '再看']);
  for (const { wav } of heard().filter(({ caption }) => caption === '提示音')) {
    expect(wav.seconds).toBeLessThan(3);
    expect(wav.peakDb).toBeLessThan(-10);
  }
});

it('a kiosk without a voice says so, and everything else of it works', async () => {
  const { kiosk, id, reading, until } = await openKioskEar(hall, 'devices: { readAloud: none }\n');
  expect(await until(({ reason }) => reason === 'none')).toMatchObject({
    state: 'unavailable',
    languages: [],
  });
  const sentences = [{ text: '您好', private: false }];
  const wish = { ...id(), language: 'zh', sentences, pace: 'normal', volume: 'middle' } as const;
  const none = { ok: false, error: { kind: 'cannot-read-aloud', reason: 'none' } };
  expect([await kiosk.readAloud(wish), await kiosk.attention(id())]).toEqual([none, none]);
  expect((await kiosk.stopReading(id())).ok).toBe(true);
  expect(await kiosk.listen(id())).toEqual({ ok: false, error: { kind: 'cannot-listen', reason: 'none' } });
  expect((await must(kiosk.beginWithoutCard(id()))).person).toBe('no-card');
  expect(reading()?.canListen).toBe(false);
});
