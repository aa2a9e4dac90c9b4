import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright';
import { afterAll, beforeAll, it } from 'vitest';
import { launchShell, type LaunchedShell } from '../support/electron.ts';
import { setUpBench, type Bench } from '../support/first-ticket/bench.ts';
import { counterByApi } from '../support/first-ticket/other-counter.ts';
import { theFirstTicket } from '../support/first-ticket/scenario.ts';
import { TEST_PIN } from '../support/services/staff.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'main', 'cli', 'songting.ts');

let bench: Bench;
let shell: LaunchedShell;

beforeAll(async () => {
  bench = await setUpBench();
  shell = await launchShell({
    args: [`--config=${bench.configurationFile}`, '--role=kiosk,counter,display'],
  });
});

afterAll(async () => {
  await shell?.close();
  await bench?.clear();
});

const dataFolder = (): string => join(shell.folder, 'data');

/** While the hall runs, as IT staff would give a further counter its token. */
async function enrolCounter(): Promise<string> {
  const args = ['enrol', '--role', 'counter', '--name', 'C2', '--data', dataFolder()];
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, ...args]);
  const [token] = /st_[\w-]{43}/.exec(stdout) ?? [];
  if (token === undefined) throw new Error(stdout);
  return token;
}

/** As IT staff would add a clerk; answers the PIN for the first time. */
async function addClerk(staffNumber: string, name: string): Promise<string> {
  const account = ['staff', '--add', staffNumber, '--name', name, '--role', 'clerk'];
  const { stdout } = await promisify(execFile)(process.execPath, [
    PROGRAM,
    ...account,
    '--data',
    dataFolder(),
  ]);
  const [pin] = /^\d{6}/.exec(stdout) ?? [];
  if (pin === undefined) throw new Error(stdout);
  return pin;
}

/** The first morning: the PIN that was handed over, then one of one's own. */
async function signInFirst(page: Page, staffNumber: string, pin: string): Promise<void> {
  await page.locator('[name="staff-number"]').fill(staffNumber);
  await page.locator('[name="pin"]').fill(pin);
  await page.keyboard.press('Enter');
  await page.locator('[name="new-pin"]').fill(TEST_PIN);
  await page.locator('[name="new-pin-again"]').fill(TEST_PIN);
  await page.keyboard.press('Enter');
  await page.locator('[data-sign-in]').waitFor({ state: 'detached' });
}

it('takes a card’s bytes to paper, screen, call and journal, in real Electron', async () => {
  const [kiosk, counter, display] = await Promise.all(
    ['kiosk', 'counter', 'display'].map((name) => shell.page(name)),
  );
  if (!kiosk || !counter || !display) throw new Error('a window is missing');
  const { hall } = (await counter.evaluate('window.shell.address()')) as { hall: string };
  const firstPin = await addClerk('1001', '测试甲');
  await theFirstTicket({
    bench,
    kiosk,
    counter,
    signIn: (page) => signInFirst(page, '1001', firstPin),
    other: counterByApi(hall, await enrolCounter(), '1002', await addClerk('1002', '测试乙')),
    display,
    dataFolder: dataFolder(),
    pictures: 'electron',
  });
});
