import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import type { Client } from '../../../preload/contracts/operation.ts';
import type { StationOperations } from '../../../preload/contracts/station-operations.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { followStation, stationClient, StationService } from '../../support/services/station-service.ts';
import { TcpProxy } from '../../support/services/tcp-proxy.ts';
import { waitFor } from '../../support/wait-for.ts';
import { listenAs } from '../hall/feed-truth.ts';

const HASTY = 'hall: { help: { escalateAfterSeconds: 10 } }\n';
const id = () => ({ requestId: randomUUID() });
const unreachable = { ok: false, error: { kind: 'hall-unreachable' } };

async function floor(configuration?: string) {
  const hall = await HallService.forTest({ ...(configuration !== undefined && { configuration }) });
  const line = await TcpProxy.forTest(() => hall.address);
  const station = await StationService.start(hall, { hallAddress: line.address });
  onTestFinished(() => station.end());
  const kiosk: Client<StationOperations> = stationClient(station);
  const page = await followStation(station);
  const help = (fits: (now: NonNullable<typeof page.now.station.now>['help']) => unknown) =>
    page.until((now) => {
      const told = now.station['now'];
      return told !== undefined && fits(told.help) === true ? { help: told.help } : undefined;
    });
  const ledger = async () => (await must(hall.as('admin').listDifficulties({}))).difficulties;
  return { hall, line, station, kiosk, page, help, ledger };
}

test('somebody is called, the counter hears it, somebody goes, and the kiosk says who', async () => {
  const { hall, kiosk, help } = await floor();
  const counter = await listenAs(hall, 'counter');
  const { helpId } = await must(kiosk.callForHelp(id()));
  expect(await counter.until((now) => now.help[helpId])).toMatchObject({ kind: 'visitor', state: 'open' });
  expect(await help((now) => now?.state === 'asked')).toMatchObject({
    help: { helpId, escalated: false, answeredBy: null },
  });
  expect(await must(kiosk.callForHelp(id())), 'another touch is the same call').toEqual({ helpId });
  await must(hall.as('counter').answerHelp({ ...id(), helpId }));
  expect(await help((now) => now?.state === 'answered')).toMatchObject({ help: { answeredBy: '测试clerk' } });
  await must(hall.as('counter').endHelp({ ...id(), helpId }));
  await help((now) => now === null);
});

test('nobody is needed any more: the call ends at the hall, and a second time nothing happens', async () => {
  const { hall, kiosk, help } = await floor();
  const counter = await listenAs(hall, 'counter');
  const { helpId } = await must(kiosk.callForHelp(id()));
  await counter.until((now) => now.help[helpId]);
  await must(kiosk.cancelHelp(id()));
  await help((now) => now === null);
  await counter.until((now) => now.help[helpId] === undefined);
  await must(kiosk.cancelHelp(id()));
  const next = await must(kiosk.callForHelp(id()));
  expect(next.helpId).not.toBe(helpId);
});

test('nobody answers: the kiosk hears that the supervisors were told', async () => {
  const { kiosk, help } = await floor(HASTY);
  await must(kiosk.callForHelp(id()));
  await help((now) => now?.escalated === true && now.state === 'asked');
});

test('the visit ends and the station starts anew: the call stands, and is known here', async () => {
  const { hall, station, kiosk, help } = await floor();
  await must(kiosk.beginWithoutCard(id()));
  const { helpId } = await must(kiosk.callForHelp(id()));
  await must(kiosk.endVisit(id()));
  await help((now) => now?.helpId === helpId);
  await station.stop();
  await must(hall.as('counter').answerHelp({ ...id(), helpId }));
  await station.start();
  const page = await followStation(station);
  await page.until((now) => now.station['now']?.help?.answeredBy === '测试clerk' || undefined);
});

test('help that ended while this station was off is not shown when it is back', async () => {
  const { hall, station, kiosk } = await floor();
  const { helpId } = await must(kiosk.callForHelp(id()));
  await station.stop();
  await must(hall.as('counter').endHelp({ ...id(), helpId }));
  await station.start();
  const page = await followStation(station);
  await waitFor(() => (station.log.match(/calls are heard/g)?.length === 2 ? true : undefined));
  expect(page.now.station['now']?.help).toBeNull();
});

test('the hall is away: nobody is said to come, and what was too hard is kept until it is back', async () => {
  const { hall, kiosk, ledger } = await floor();
  await hall.stop();
  expect(await kiosk.callForHelp(id())).toEqual(unreachable);
  const wish = { ...id(), kind: 'could-not-use-machine' } as const;
  expect(await kiosk.reportDifficulty(wish)).toEqual({ ok: true, value: {} });
  await hall.start();
  const found = await waitFor(async () => {
    const all = await ledger();
    return all.length === 0 ? undefined : all;
  });
  expect(found).toMatchObject([{ kind: 'could-not-use-machine', place: 'test kiosk', number: null }]);
});

test('the hall’s answers are lost, then the station is off: what was too hard stands in the ledger once', async () => {
  const { line, station, kiosk, ledger } = await floor();
  line.losesAnswers = true;
  await must(kiosk.reportDifficulty({ ...id(), kind: 'could-not-read' }));
  await waitFor(async () => ((await ledger()).length === 1 ? true : undefined));
  await station.stop();
  line.losesAnswers = false;
  await station.start();
  await must(stationClient(station).reportDifficulty({ ...id(), kind: 'hearing' }));
  await waitFor(async () => {
    const kinds = (await ledger()).map(({ kind }) => kind);
    return kinds.includes('hearing') ? true : undefined;
  });
  expect((await ledger()).map(({ kind }) => kind).sort()).toEqual(['could-not-read', 'hearing']);
});
