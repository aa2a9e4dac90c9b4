import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROLES } from '../../../preload/contracts/operation.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { listenAs } from './feed-truth.ts';
import { HASTY_HALL, SERVICE } from './situations.ts';

const id = () => ({ requestId: randomUUID() });
const holder = { name: '金丝雀甲', idNumber: '110199195606159039' };
const companion = { name: '金丝雀乙', idNumber: '11019919900101111X' };
const CANARIES = [holder.name, holder.idNumber, companion.name, companion.idNumber];

const holdsCanary = (text: string): boolean => CANARIES.some((canary) => text.includes(canary));
/** The bytes of every file of the hall: the vault's are sealed, so a canary is nowhere in clear. */
const filesOf = (hall: HallService): string =>
  globSync('data/**/*', { cwd: hall.folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

test('waiting list before the call holds no name or number of an ID', async () => {
  const hall = await HallService.forTest({ configuration: HASTY_HALL });
  const pages = await Promise.all(ROLES.map((role) => listenAs(hall, role)));
  const issued = await must(
    hall.as('kiosk').issueTicket({
      ...{ ...id(), serviceCode: SERVICE, holder, companion },
      companionRelation: 'spouse',
    }),
  );
  const { ticketId } = issued;
  for (const page of pages) await page.until((now) => now.tickets[ticketId]);
  const answers = [
    JSON.stringify(issued),
    ...(await Promise.all([
      hall.post('queueSnapshot', {}),
      hall.post('listServices', {}),
      hall.post('ticketStatus', { ticketId }),
      hall.post('ticketPeople', { ticketId, counterId: '1' }),
      hall.post('revealPerson', { ...id(), ...{ ticketId, counterId: '1', who: 'holder' } }),
      hall.post('listDifficulties', {}),
    ]).then((received) => received.map(({ text }) => text))),
  ];
  const heard = pages.map(({ messages }) => JSON.stringify(messages));
  expect(heard.every((messages) => messages.includes(ticketId))).toBe(true);
  expect(filesOf(hall)).toContain(ticketId);
  for (const text of [...answers, ...heard, hall.log, filesOf(hall)]) expect(holdsCanary(text)).toBe(false);
});

test('a name told at the counter is told to who asked, and is in no file, no feed and no log after it', async () => {
  const hall = await HallService.forTest({ configuration: HASTY_HALL });
  const display = await listenAs(hall, 'display');
  const clerk = hall.as('counter');
  await must(clerk.openCounter({ ...id(), counterId: '1' }));
  const { ticketId } = await must(
    hall.as('kiosk').issueTicket({ ...id(), serviceCode: SERVICE, holder, companion }),
  );
  await must(clerk.callNext({ ...id(), counterId: '1' }));
  await must(clerk.startService({ ...id(), ticketId }));
  const look = { ticketId, counterId: '1', who: 'holder', purpose: 'form-printing' } as const;
  for (const field of ['name', 'idNumber'] as const)
    expect((await must(clerk.revealPerson({ ...id(), ...look, field }))).value).toBe(holder[field]);
  const people = JSON.stringify(await must(clerk.ticketPeople({ ticketId, counterId: '1' })));
  await must(clerk.finishService({ ...id(), ticketId }));
  await display.until((now) => now.tickets[ticketId] === undefined || undefined);
  for (const text of [people, JSON.stringify(display.messages), hall.log, filesOf(hall)])
    expect(holdsCanary(text)).toBe(false);
  await hall.stop();
  expect(holdsCanary(filesOf(hall))).toBe(false);
});
