import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { BALLAST_FILE } from '../../../main/hall/recovery/ballast.ts';
import { waitFor } from '../../support/wait-for.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';
import { HallRig, SERVICE } from './hall-rig.ts';

const MEGABYTE = 1024 * 1024;
const BALLAST_BYTES = 2 * MEGABYTE;

const mount = (folder: string, megabytes: number): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'songting-test', folder]).status === 0;
const unmount = (folder: string): void => void spawnSync('umount', ['--lazy', folder]);

/** A small file system of one's own needs Linux and the right to mount. */
const canMount = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const probe = join('/tmp', `songting-mount-${process.pid}`);
  mkdirSync(probe);
  const works = mount(probe, 1);
  if (works) unmount(probe);
  rmSync(probe, { recursive: true, force: true });
  return works;
})();

/** Somebody else's log that nobody watches. */
function fillUp(file: string): void {
  try {
    for (;;) appendFileSync(file, Buffer.alloc(64 * 1024, 1));
  } catch {
    appendPieces(file);
  }
}

function appendPieces(file: string): void {
  try {
    for (;;) appendFileSync(file, Buffer.alloc(512, 1));
  } catch {
    // now it is full
  }
}

test.runIf(canMount)(
  'a full disk: the ballast lets the day be finished, then it is refused and said, then all is well again',
  async () => {
    const disk = folderForTest();
    expect(mount(disk, 12)).toBe(true);
    onTestFinished(() => unmount(disk));
    const rig = new HallRig({ ballastBytes: BALLAST_BYTES }, join(disk, 'data'));
    const hall = await rig.start();
    const ballast = join(disk, 'data', BALLAST_FILE);
    const ballastSize = (): number => statSync(ballast, { throwIfNoEntry: false })?.size ?? 0;
    await waitFor(() => ballastSize() === BALLAST_BYTES || undefined);

    const numbers: string[] = [];
    const issue = async (): Promise<'issued' | 'refused'> => {
      const wish = { requestId: randomUUID(), serviceCode: SERVICE };
      const { status, json } = await rig.post('issueTicket', wish, 'kiosk');
      const answer = json as { value?: { number: string }; error?: unknown };
      if (answer.value) numbers.push(answer.value.number);
      else
        expect({ status, error: answer.error }).toEqual({
          status: 503,
          error: { kind: 'storage', trouble: 'full' },
        });
      return answer.value ? 'issued' : 'refused';
    };
    const storage = async (): Promise<unknown> => {
      const view = await rig.as('display').queueSnapshot({});
      return view.ok ? view.value.hall.storage : view.error;
    };
    expect([await issue(), await storage()]).toEqual(['issued', 'well']);

    const others = join(disk, 'others.log');
    fillUp(others);
    // SQLite still has room in the pages of its log; when that is used up the ballast goes, and nobody is refused.
    for (let person = 0; ballastSize() > 0; person += 1) {
      expect(person).toBeLessThan(2_000);
      expect(await issue()).toBe('issued');
    }
    expect([await issue(), await storage()]).toEqual(['issued', 'full']);
    expect(hall.log).toContain('SQLITE_FULL');

    fillUp(others);
    let person = 0;
    while ((await issue()) === 'issued') expect((person += 1)).toBeLessThan(2_000);
    expect(await storage()).toBe('full');

    rmSync(others);
    expect([await issue(), await storage()]).toEqual(['issued', 'well']);
    await waitFor(() => ballastSize() === BALLAST_BYTES || undefined);

    expect(await hall.stop()).toBe(0);
    expect(numbers).toEqual(numbers.map((_, index) => `A${String(index + 1).padStart(3, '0')}`));
    expect(rig.verify()).toMatchObject({ exitCode: 0 });
    const stored = rig.rows<{ number: string }>('select number from ticket order by issue_sequence');
    expect(stored.map(({ number }) => number)).toEqual(numbers);
  },
);

test.runIf(canMount)('a hall that starts on a full disk starts with the ballast’s room', async () => {
  const disk = folderForTest();
  expect(mount(disk, 12)).toBe(true);
  onTestFinished(() => unmount(disk));
  const rig = new HallRig({ ballastBytes: BALLAST_BYTES }, join(disk, 'data'));
  await rig.start();
  await waitFor(
    () =>
      statSync(join(disk, 'data', BALLAST_FILE), { throwIfNoEntry: false })?.size === BALLAST_BYTES ||
      undefined,
  );
  await rig.process?.stop();
  fillUp(join(disk, 'others.log'));
  await rig.start();
  const wish = { requestId: randomUUID(), serviceCode: SERVICE };
  expect(await rig.post('issueTicket', wish, 'kiosk')).toMatchObject({ status: 200 });
  expect((await rig.post('queueSnapshot', {}, 'kiosk')).text).toContain('"storage":"full"');
});

test.runIf(canMount)('a hall that finds no room at all says so in one sentence', async () => {
  const disk = folderForTest();
  expect(mount(disk, 2)).toBe(true);
  onTestFinished(() => unmount(disk));
  fillUp(join(disk, 'others.log'));
  mkdirSync(join(disk, 'data'), { recursive: true });
  const rig = new HallRig({}, join(disk, 'data'));
  await expect(rig.start({ withStaff: false })).rejects.toThrow(
    /The hall's file cannot be opened: disk-full/,
  );
});
