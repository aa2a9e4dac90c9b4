import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';
import { HALL_FILE } from '../../../main/hall/files.ts';
import { verifyJournal } from '../../../main/hall/journal/index.ts';
import { ROLES } from '../../../preload/contracts/operation.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { listenAs } from './feed-truth.ts';
import { SERVICE } from './situations.ts';

const CONFIGURATION = 'hall: { call: { recallCoolDownSeconds: 0, announceWithinSeconds: 1 } }\n';
const id = () => ({ requestId: randomUUID() });

async function call(hall: HallService) {
  await must(hall.as('counter').openCounter({ ...id(), counterId: '1' }));
  await must(hall.as('kiosk').issueTicket({ ...id(), serviceCode: SERVICE }));
  const { ticketId } = await must(hall.as('counter').callNext({ ...id(), counterId: '1' }));
  return ticketId;
}

/** Kinds of everything the hall wrote down, of which the chain must hold. */
function facts(hall: HallService): { kind: string; body: string }[] {
  const opened = openDatabase({ file: join(hall.folder, 'data', HALL_FILE), readonly: true });
  if (!opened.ok) throw new Error(opened.error.kind);
  try {
    expect(verifyJournal(opened.value)).toMatchObject({ ok: true });
    const rows = opened.value
      .prepare('select kind, cast(body as text) as body from event order by epoch, seq')
      .all();
    return rows as { kind: string; body: string }[];
  } finally {
    opened.value.close();
  }
}

it('what a display and a voice say reaches the counter’s page; nothing of it is written down', async () => {
  const hall = await HallService.forTest({ configuration: CONFIGURATION });
  const [display, kiosk, counter] = [
    await listenAs(hall, 'display'),
    await listenAs(hall, 'kiosk'),
    await listenAs(hall, 'counter'),
  ];
  const ticketId = await call(hall);
  const { callSequence } = await counter.until((now) => now.calls[ticketId]);
  display.announce({ callSequence, ticketId, by: 'display' });
  kiosk.announce({ callSequence, ticketId, by: 'speaker' });
  const announced = await counter.until((now) => {
    const known = now.announcements[ticketId];
    return known !== undefined && known.display + known.speaker === 2 ? known : undefined;
  });
  expect(announced).toMatchObject({ callSequence, display: 1, speaker: 1, state: 'announced' });
  await hall.stop();
  expect(facts(hall).filter(({ kind }) => kind.startsWith('call.'))).toEqual([]);
});

it('a call that nobody announces becomes an alarm at the counter and one fact, and a late display ends the alarm', async () => {
  const hall = await HallService.forTest({ configuration: CONFIGURATION });
  const counter = await listenAs(hall, 'counter');
  const ticketId = await call(hall);
  const state = (wanted: string) =>
    counter.until((now) =>
      now.announcements[ticketId]?.state === wanted ? now.announcements[ticketId] : undefined,
    );
  const { callSequence } = await state('unanswered');
  const display = await listenAs(hall, 'display');
  display.announce({ callSequence, ticketId, by: 'display' });
  await state('announced');
  await hall.stop();
  const [fact, ...more] = facts(hall).filter(({ kind }) => kind === 'call.unanswered');
  expect(JSON.parse(fact?.body ?? '')).toEqual({ ticketId, counterId: '1', callSequence });
  expect(more).toEqual([]);
  expect(hall.log).toContain('no display and no voice');
});

it.each(ROLES)('a %s may say what it announced, and a call nobody knows is not heard', async (role) => {
  const hall = await HallService.forTest({ configuration: CONFIGURATION });
  const listener = await listenAs(hall, role);
  const ticketId = await call(hall);
  const { callSequence } = await listener.until((now) => now.calls[ticketId]);
  listener.announce({ callSequence: callSequence + 1, ticketId, by: 'display' });
  listener.announce({ callSequence, ticketId, by: 'speaker' });
  const known = await listener.until((now) =>
    now.announcements[ticketId]?.state === 'announced' ? now.announcements[ticketId] : undefined,
  );
  expect(known).toMatchObject({ display: 0, speaker: 1 });
});
