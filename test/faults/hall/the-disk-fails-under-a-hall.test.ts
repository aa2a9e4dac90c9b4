import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { folderForTest } from '../../support/services/service-under-test.ts';
import { HallRig, SERVICE } from './hall-rig.ts';

/** System calls are broken with strace, which only Linux has. */
const canTrace = process.platform === 'linux';
const PEOPLE = 120;
/** A record is some twenty writes: with every n-th failing the second or third attempt succeeds. */
const MOST_ATTEMPTS = 60;

/**
 * strace injects only into calls that it also traces. Every n-th call fails, from a first one on; n is more than one
 * ticket writes (two calls a page, some twenty pages when trees are split), or no attempt could ever succeed.
 */
const SCENARIOS = [
  ['no space for a page', 'pwrite64', 'ENOSPC', '150+83', 'full', 'SQLITE_FULL'],
  ['a page that cannot be written', 'pwrite64', 'EIO', '150+101', 'failing', 'SQLITE_IOERR_WRITE'],
  ['a flush that fails', 'fsync,fdatasync', 'EIO', '60+19', 'failing', 'SQLITE_IOERR_FSYNC'],
  ['two flushes in a row that fail', 'fsync,fdatasync', 'EIO', '60+2', 'failing', 'SQLITE_IOERR_FSYNC'],
] as const;

interface Issued {
  readonly numbers: string[];
  readonly refusals: { readonly status: number; readonly trouble: unknown; readonly seen: unknown }[];
}

/** A visitor's page: repeats its request, with the same id, until it has a number. */
async function takeTickets(rig: HallRig): Promise<Issued> {
  const issued: Issued = { numbers: [], refusals: [] };
  for (let person = 0; person < PEOPLE; person += 1) {
    const wish = { requestId: randomUUID(), serviceCode: SERVICE };
    for (let attempt = 1; ; attempt += 1) {
      if (attempt > MOST_ATTEMPTS)
        throw new Error(
          `No number after ${MOST_ATTEMPTS} attempts: ${JSON.stringify(issued.refusals.at(-1))}`,
        );
      const { status, json } = await rig.post('issueTicket', wish, 'kiosk');
      const answer = json as {
        ok: boolean;
        value?: { number: string };
        error?: { kind: string; trouble: unknown };
      };
      if (answer.value !== undefined) {
        issued.numbers.push(answer.value.number);
        break;
      }
      if (answer.error?.kind !== 'storage') throw new Error(JSON.stringify(answer));
      const { json: view } = await rig.post('queueSnapshot', {}, 'kiosk');
      const seen = (view as { value: { hall: { storage: unknown } } }).value.hall.storage;
      issued.refusals.push({ status, trouble: answer.error.trouble, seen });
      await sleep(20);
    }
  }
  return issued;
}

test.runIf(canTrace).each(SCENARIOS)(
  '%s (%s, %s, every %s): it is said, the hall goes on, nothing acknowledged is missing and nothing is doubled',
  async (_what, calls, errno, when, trouble, code) => {
    const rig = new HallRig();
    await rig.start();
    await rig.process?.stop();
    const account = join(folderForTest(), 'calls');
    const rules = ['-e', `trace=${calls}`, '-e', `inject=${calls}:error=${errno}:when=${when}`];
    const hall = await rig.start({ traced: { rules, account } });

    const { numbers, refusals } = await takeTickets(rig);
    const view = await rig.as('kiosk').queueSnapshot({});
    await hall.stop();

    expect(readFileSync(account, 'utf8')).toContain('(INJECTED)');
    expect(refusals.length).toBeGreaterThan(0);
    for (const refusal of refusals) expect(refusal).toEqual({ status: 503, trouble, seen: trouble });
    expect(hall.log).toContain(code);
    expect(hall.log).not.toContain('an operation failed');
    expect(view).toMatchObject({ ok: true, value: { hall: { storage: 'well', waiting: PEOPLE } } });

    const wanted = Array.from({ length: PEOPLE }, (_, index) => `A${String(index + 1).padStart(3, '0')}`);
    expect(numbers).toEqual(wanted);
    expect(rig.verify()).toMatchObject({ exitCode: 0 });
    expect(rig.rows('select number from ticket order by issue_sequence')).toEqual(
      wanted.map((number) => ({ number })),
    );
  },
);

test.runIf(canTrace)(
  'a disk that never writes again: every wish is refused and it is said, pages still see the hall, a restart on a good disk has it all',
  async () => {
    const rig = new HallRig();
    await rig.start();
    await rig.process?.stop();
    const account = join(folderForTest(), 'calls');
    const rules = ['-e', 'trace=pwrite64', '-e', 'inject=pwrite64:error=EIO:when=600+'];
    const hall = await rig.start({ traced: { rules, account } });
    const told: string[] = [];
    const issue = async (): Promise<unknown> => {
      const answer = await rig.as('kiosk').issueTicket({ requestId: randomUUID(), serviceCode: SERVICE });
      if (answer.ok) told.push(answer.value.number);
      return answer.ok ? 'issued' : answer.error;
    };
    const refused = { kind: 'storage', trouble: 'failing' };
    while ((await issue()) === 'issued') expect(told.length).toBeLessThan(600);
    for (let person = 0; person < 5; person += 1) {
      expect(await issue()).toEqual(refused);
      await sleep(300); // the file is not opened anew for each of them
    }
    const view = await rig.as('display').queueSnapshot({});
    expect(view).toMatchObject({ ok: true, value: { hall: { storage: 'failing', waiting: told.length } } });
    expect(hall.log).not.toContain('an operation failed');
    await hall.kill();

    await rig.start();
    const tickets = rig.rows<{ number: string }>('select number from ticket order by issue_sequence');
    expect(tickets.map(({ number }) => number)).toEqual(expect.arrayContaining(told));
    expect(await issue()).toBe('issued');
    expect(rig.verify()).toMatchObject({ exitCode: 0 });
  },
);
