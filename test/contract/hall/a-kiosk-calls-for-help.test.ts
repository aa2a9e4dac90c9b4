import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { hashToken, mintToken } from '../../../main/foundation/access/index.ts';
import { systemClock, type Clock } from '../../../main/foundation/clock.ts';
import { hallOperations } from '../../../preload/contracts/hall-operations.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { clientOf, must } from '../../support/services/service-under-test.ts';
import { isOfTheQueue, listenAs, sameAsTruth } from './feed-truth.ts';

/** The shortest time a hall can choose. */
const HASTY = 'hall: { help: { escalateAfterSeconds: 10 } }\n';
const id = () => ({ requestId: randomUUID() });

/** The hall's own clock an hour ago: what it writes now is old once it is started anew on today's. */
const anHourAgo: Clock = { ...systemClock, nowMs: () => Date.now() - 3_600_000 };

it('counter and office hear at once and by name where somebody needs help, and who goes', async () => {
  const hall = await HallService.forTest();
  const pages = [await listenAs(hall, 'counter'), await listenAs(hall, 'admin')];
  const before = pages.map(({ messages }) => messages.length);
  const { helpId } = await must(hall.as('kiosk').callForHelp({ ...id(), kind: 'visitor' }));
  for (const page of pages) {
    const heard = await page.until((now) => now.help[helpId]);
    expect(heard).toMatchObject({ kind: 'visitor', place: 'test kiosk', state: 'open', escalatedAt: null });
  }
  // By the very next word on the line, not by a look every so often.
  for (const [at, { messages }] of pages.entries()) {
    const news = messages.slice(before[at]).filter(isOfTheQueue);
    expect(news).toHaveLength(1);
    expect(news[0]?.changes.filter(({ collection }) => collection === 'help')).toHaveLength(1);
  }
  await must(hall.as('counter').answerHelp({ ...id(), helpId }));
  const kiosk = await listenAs(hall, 'kiosk');
  const answered = await kiosk.until((now) => now.help[helpId]?.answeredBy ?? undefined);
  expect(answered.name).toBe('测试clerk');
});

it('a kiosk ends its own call and never another kiosk’s', async () => {
  const clear = mintToken();
  const otherTokens = [{ role: 'kiosk', name: 'K2', sha256: hashToken(clear) }] as const;
  const hall = await HallService.forTest({ otherTokens });
  const other = clientOf(hallOperations, hall.address, clear);
  const { helpId } = await must(hall.as('kiosk').callForHelp({ ...id(), kind: 'visitor' }));
  expect(await other.endHelp({ ...id(), helpId })).toMatchObject({
    ok: false,
    error: { kind: 'not-allowed', role: 'kiosk' },
  });
  const { help } = await must(hall.as('admin').queueSnapshot({}));
  expect(help).toMatchObject([{ helpId, state: 'open' }]);
  expect(await must(hall.as('kiosk').endHelp({ ...id(), helpId }))).toMatchObject({ state: 'ended' });
});

it('a call that nobody answers is carried on to the supervisors', async () => {
  const hall = await HallService.forTest({ configuration: HASTY });
  const office = await listenAs(hall, 'admin');
  const { helpId, askedAt } = await must(hall.as('kiosk').callForHelp({ ...id(), kind: 'visitor' }));
  const { escalatedAt } = await office.until((now) => {
    const help = now.help[helpId];
    return help?.escalatedAt === null ? undefined : help;
  });
  expect(Date.parse(escalatedAt ?? '')).toBeGreaterThan(Date.parse(askedAt));
  expect(hall.log).toContain('the supervisors are told');
  await sameAsTruth(hall, office);
});

it('a call that is still open when the hall is started anew is carried on when it is due, and once', async () => {
  const hall = await HallService.forTest({ configuration: HASTY });
  await hall.stop();
  hall.clock = anHourAgo;
  await hall.start();
  const { helpId } = await must(hall.as('kiosk').callForHelp({ ...id(), kind: 'visitor' }));
  await hall.stop();
  hall.clock = undefined;
  await hall.start();
  const escalated = async () => {
    const page = await listenAs(hall, 'counter');
    return page.until((now) => now.help[helpId]?.escalatedAt ?? undefined);
  };
  const first = await escalated();
  await hall.restart();
  expect(await escalated()).toBe(first);
  expect(hall.log.match(/the supervisors are told/g)).toHaveLength(1);
});
