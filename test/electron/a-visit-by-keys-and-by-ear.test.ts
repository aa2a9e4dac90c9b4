import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeWav } from '../../main/station/devices/sound/wav.ts';
import { loudnessOf } from '../../main/station/devices/sound/loudness.ts';
import { takePicture } from '../support/chromium.ts';
import { launchShell, type LaunchedShell } from '../support/electron.ts';
import { screen } from '../support/pages/bench.ts';
import { waitFor } from '../support/wait-for.ts';

let shell: LaunchedShell;
let kiosk: Page;

beforeAll(async () => {
  shell = await launchShell({ args: ['--role=kiosk'] });
  kiosk = await shell.page('kiosk');
  await screen(kiosk, 'idle');
});
afterAll(() => shell?.close());

const readingFolder = (): string => join(shell.folder, 'data', 'station', 'read-aloud');
/** Every sentence that was heard, in its order: what the virtual voice wrote down while it sounded. */
const heard = (): string[] => {
  const list = join(readingFolder(), 'spoken.txt');
  if (!existsSync(list)) return [];
  return readFileSync(list, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t')[1] ?? '');
};
const hears = (words: string | RegExp) =>
  waitFor(() => heard().some((sentence) => sentence.match(words) !== null) || undefined);
/** The hand that puts a card on the reader: the only thing here that no key can do. */
const putCard = (age: number) =>
  kiosk
    .getByRole('button', { name: `放一张 ${age} 岁的演示卡` })
    .evaluate((button: HTMLElement) => button.click());
const press = (key: string) => kiosk.keyboard.press(key);

describe('in the application itself', () => {
  it('somebody who cannot use the screen takes a number with the keys alone', async () => {
    await press('ArrowDown');
    await putCard(78);
    await screen(kiosk, 'choose');
    await press('ArrowDown');
    expect(await kiosk.evaluate(() => document.activeElement?.hasAttribute('data-choice'))).toBe(true);
    await press('Enter');
    await screen(kiosk, 'done');
    const number = await kiosk.locator('[data-number]').innerText();
    expect(number).toMatch(/^A\d{3}$/);
    await kiosk.locator('[data-paper="printed"]').waitFor();
    await takePicture(kiosk, 'electron-by-keys-done');
    await press('1');
    await screen(kiosk, 'idle');
  });

  it('somebody who does not see takes a number by ear, and hears their own name in headphones only', async () => {
    await press('8');
    await hears('请把身份证放在这里');
    await putCard(35);
    await screen(kiosk, 'choose');
    await hears('请问您办什么事');
    await hears(/^按 1，/);
    expect(heard().filter((sentence) => sentence.includes('李'))).toEqual([]);
    mkdirSync(readingFolder(), { recursive: true });
    writeFileSync(join(readingFolder(), 'headphones'), '');
    await kiosk.waitForFunction(() => document.documentElement.dataset['reading'] === 'on');
    await press('*');
    await hears(/李|某.*国/);
    await press('1');
    await screen(kiosk, 'done');
    const number = await kiosk.locator('[data-number]').innerText();
    await hears(number);
    await hears('号窗口');
    await takePicture(kiosk, 'electron-by-ear-done');
    await press('1');
    await screen(kiosk, 'idle');
    const sounds = globSync('*.wav', { cwd: readingFolder() });
    expect(sounds.length).toBeGreaterThan(3);
    for (const sound of sounds) {
      const wav = decodeWav(readFileSync(join(readingFolder(), sound)));
      expect(wav.ok && loudnessOf(wav.value).heardDb > -40, sound).toBe(true);
    }
  });

  it('everything is written as it is spoken: the eye needs no sound', async () => {
    await press('8');
    await kiosk.locator('[data-caption]').waitFor();
    const captions = new Set<string>();
    await waitFor(async () => {
      captions.add(await kiosk.locator('[data-caption]').innerText());
      return captions.has('请把身份证放在这里') || undefined;
    });
    await press('8');
    await kiosk.locator('[data-caption]').waitFor({ state: 'detached' });
  });
});
