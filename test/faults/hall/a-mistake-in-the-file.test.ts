import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderForTest } from '../../support/services/service-under-test.ts';
import { HallRig } from './hall-rig.ts';

const COMMAND_LINE = fileURLToPath(new URL('../../../main/cli/songting.ts', import.meta.url));
const STARTS_MS = 30_000;

/** The command as an administrator types it. What serves by mistake is ended, and fails the test. */
function startHall(...args: readonly string[]) {
  const run = spawnSync(process.execPath, [COMMAND_LINE, 'hall', '--port', '0', ...args], {
    encoding: 'utf8',
    timeout: STARTS_MS,
  });
  return { exitCode: run.status, said: run.stderr, printed: run.stdout };
}

interface Mistake {
  readonly why: string;
  readonly text: string;
  /** File, line and column, and the key. */
  readonly at: string;
  readonly allowed: RegExp;
}

const MISTAKES: readonly Mistake[] = [
  {
    why: 'a rule nobody knows',
    text: 'hall:\n  rule: fastest\n',
    at: 'hall.yaml:2:9 hall.rule',
    allowed: /"fastest" is not allowed; allowed: head-start, ratio, strict, fifo/,
  },
  {
    why: 'a mistyped key',
    text: 'hall:\n  nmae: 大厅\n',
    at: 'hall.yaml:2:3 hall.nmae',
    allowed: /allowed: id, name, .*did you mean name\?/,
  },
  {
    why: 'a number out of bounds',
    text: 'hall:\n  priority:\n    elderAge: 20\n',
    at: 'hall.yaml:3:15 hall.priority.elderAge',
    allowed: /20 is not allowed; allowed: a whole number from 50 to 80/,
  },
  {
    why: 'a number where text belongs',
    text: 'hall:\n  counters:\n    - id: 1\n',
    at: 'hall.yaml:3:11 hall.counters[0].id',
    allowed: /allowed: text in quotes: "1"/,
  },
  {
    why: 'two counters of one id',
    text: 'hall:\n  counters: [{ id: "1" }, { id: "1" }]\n',
    at: 'hall.yaml:2:13 hall.counters',
    allowed: /each counter id once/,
  },
  {
    why: 'clear text on the network',
    text: 'hall: { listen: 0.0.0.0:7300 }\n',
    at: 'hall.yaml:1:17 hall.listen',
    allowed: /only this computer itself/,
  },
  {
    why: 'a device driver nobody wrote',
    text: 'devices:\n  ticketPrinter: { driver: laser }\n',
    at: 'hall.yaml:2:28 devices.ticketPrinter.driver',
    allowed: /"laser" is not allowed; allowed: .*esc-pos/,
  },
  {
    why: 'a time zone that does not exist',
    text: 'hall: { timeZone: Asia/Futian }\n',
    at: 'hall.yaml:1:19 hall.timeZone',
    allowed: /a time zone like Asia\/Shanghai/,
  },
  {
    why: 'YAML that is none',
    text: 'hall:\n  name: "大厅\n',
    at: 'hall.yaml:',
    allowed: /allowed:/,
  },
];

describe('songting hall --config FILE', () => {
  it.each(MISTAKES)(
    '$why: ends with 1 and names file, line, key and what is allowed',
    ({ text, at, allowed }) => {
      const folder = folderForTest();
      const file = join(folder, 'hall.yaml');
      const data = join(folder, 'data');
      writeFileSync(file, text);
      const { exitCode, said, printed } = startHall('--config', file, '--data', data);
      expect({ exitCode, printed }).toEqual({ exitCode: 1, printed: '' });
      expect(said).toContain(at);
      expect(said).toMatch(allowed);
      expect(said).not.toMatch(/\bat .*\.ts:\d+/); // no stack for an administrator
      expect(existsSync(data)).toBe(false);
    },
  );

  it('names all mistakes of a file at once', () => {
    const file = join(folderForTest(), 'hall.yaml');
    writeFileSync(file, 'hall:\n  rule: fastest\n  type: palace\nsync: { at: noon }\n');
    const { exitCode, said } = startHall('--config', file);
    expect(exitCode).toBe(1);
    for (const place of ['hall.yaml:2:9', 'hall.yaml:3:9', 'hall.yaml:4:13']) expect(said).toContain(place);
  });

  it('says which file is missing', () => {
    const { exitCode, said } = startHall('--config', '/nowhere/hall.yaml');
    expect(exitCode).toBe(1);
    expect(said).toContain('/nowhere/hall.yaml');
  });

  it('says that another hall has the data, and leaves it alone', async () => {
    const folder = folderForTest();
    const rig = new HallRig({}, join(folder, 'hall'));
    await rig.start();
    const { exitCode, said } = startHall('--data', folder);
    expect(exitCode).toBe(1);
    expect(said).toMatch(/in-use \(.*hall\.sqlite\)/);
    expect((await rig.post('queueSnapshot', {})).status).toBe(200);
  });

  it('says that the port is taken', async () => {
    const rig = new HallRig();
    const { port } = await rig.start();
    const { exitCode, said } = startHall('--data', folderForTest(), '--port', String(port));
    expect(exitCode).toBe(1);
    expect(said).toMatch(/EADDRINUSE/);
    expect(said).toContain(String(port));
  });

  it('says that its file is not a database, and does not touch it', () => {
    const folder = folderForTest();
    const file = join(folder, 'hall', 'hall.sqlite');
    const letter = 'this is a letter and not a database\n'.repeat(200);
    mkdirSync(join(folder, 'hall'));
    writeFileSync(file, letter);
    const { exitCode, said } = startHall('--data', folder);
    expect(exitCode).toBe(1);
    expect(said).toMatch(/not-a-database \(.*hall\.sqlite\)/);
    expect(readFileSync(file, 'utf8')).toBe(letter);
  });

  it.runIf(process.platform !== 'win32')(
    'starts with an open data folder made by hand, and keeps its files to itself',
    async () => {
      const data = join(folderForTest(), 'data');
      mkdirSync(data);
      chmodSync(data, 0o755);
      const rig = new HallRig({}, data);
      await rig.start();
      const open = readdirSync(data).filter((name) => (statSync(join(data, name)).mode & 0o077) !== 0);
      expect(open.filter((name) => !name.endsWith('-lock'))).toEqual([]);
    },
  );
});
