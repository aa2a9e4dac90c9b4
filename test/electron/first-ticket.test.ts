import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, it } from 'vitest';
import { launchShell, type LaunchedShell } from '../support/electron.ts';
import { setUpBench, type Bench } from '../support/first-ticket/bench.ts';
import { counterByApi } from '../support/first-ticket/other-counter.ts';
import { theFirstTicket } from '../support/first-ticket/scenario.ts';

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

it('takes a card’s bytes to paper, screen, call and journal, in real Electron', async () => {
  const [kiosk, counter, display] = await Promise.all(
    ['kiosk', 'counter', 'display'].map((name) => shell.page(name)),
  );
  if (!kiosk || !counter || !display) throw new Error('a window is missing');
  const { hall } = (await counter.evaluate('window.shell.address()')) as { hall: string };
  await theFirstTicket({
    bench,
    kiosk,
    counter,
    other: counterByApi(hall, await enrolCounter()),
    display,
    dataFolder: dataFolder(),
    pictures: 'electron',
  });
});
