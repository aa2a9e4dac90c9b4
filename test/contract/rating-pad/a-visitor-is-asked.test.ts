import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { serialWire } from '../../support/lines/serial-wire.ts';
import { SimulatorProcess } from '../../support/lines/simulator-process.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { stationClient, StationService } from '../../support/services/station-service.ts';
import { waitFor } from '../../support/wait-for.ts';
import { HASTY_HALL, SERVICE } from '../hall/situations.ts';

/** What the demonstration profile sends to a pad to make it ask. */
const ASK = 'aa5501e0e1';
const id = () => ({ requestId: randomUUID() });

/** A hall with two clerks and people waiting; a PC with a pad on a serial line that stands at a counter, or at none. */
async function counterWithPad(people: number, counter = "counter: '1'") {
  const wire = await serialWire();
  onTestFinished(() => wire.end());
  const pad = await SimulatorProcess.start('rating-pad/pad-simulator.ts', ['--path', wire.far]);
  onTestFinished(() => pad.end());
  const hall = await HallService.forTest({ configuration: HASTY_HALL });
  const clerk = () => hall.as('counter');
  for (const counterId of ['1', '2']) await must(clerk().openCounter({ ...id(), counterId }));
  for (let n = 0; n < people; n += 1)
    await must(hall.as('kiosk').issueTicket({ ...id(), serviceCode: SERVICE }));
  const settings = [
    'driver: profile, profile: demo-pad',
    `path: ${wire.near}`,
    ...(counter ? [counter] : []),
  ];
  const station = await StationService.forTest(hall, {
    configuration: `station: { id: W1, role: counter }\ndevices: { ratingPad: { ${settings.join(', ')} } }\n`,
  });
  await waitFor(() => station.log.includes('the hall’s calls are heard') || undefined);
  await waitFor(() => station.log.includes('a device works') || undefined);
  const asked = (): number => {
    const bytes = pad.heard.map((fact) => (fact.said === 'heard' ? String(fact['bytes']) : '')).join('');
    return bytes.split(ASK).length - 1;
  };
  const begin = async (counterId: string) => {
    const { ticketId } = await must(clerk().callNext({ ...id(), counterId }));
    await must(clerk().startService({ ...id(), ticketId }));
    return { ticketId };
  };
  return {
    hall,
    pad,
    station,
    begin,
    askedTimes: (times: number) => waitFor(() => asked() === times || undefined),
    asked,
    finish: (ticket: { ticketId: string }) => must(clerk().finishService({ ...id(), ...ticket })),
    /** Whether the hall has a rating of this visit: a second one is refused. */
    isRated: async (ticket: { ticketId: string }) => {
      const again = await hall.as('kiosk').rateVisit({ ...id(), ...ticket, level: 5, channel: 'kiosk' });
      return !again.ok && again.error.kind === 'already-rated';
    },
    said: (text: string) => waitFor(() => station.log.includes(text) || undefined),
  };
}

it('whoever was served at the pad’s counter is asked, and the key pressed is the visit’s rating', async () => {
  const { begin, finish, pad, askedTimes, asked, isRated, said, station } = await counterWithPad(2);
  const elsewhere = await begin('2');
  const here = await begin('1');
  await finish(elsewhere);
  expect(asked()).toBe(0);
  await finish(here);
  await askedTimes(1);
  await pad.order({ do: 'rate', score: 2 });
  await said('a rating was taken');
  expect([await isRated(here), await isRated(elsewhere)]).toEqual([true, false]);
  const line = station.log.split('\n').find((text) => text.includes('a rating was taken')) ?? '{}';
  expect(JSON.parse(line)).toEqual({
    level: 'info',
    time: expect.any(String),
    name: 'station',
    ticketId: here.ticketId,
    msg: 'a rating was taken',
  });
});

it('a key before the end of the visit, and a second key after it, mean nothing', async () => {
  const { begin, finish, pad, askedTimes, said, station } = await counterWithPad(1);
  const here = await begin('1');
  await pad.order({ do: 'rate', score: 1 });
  await finish(here);
  await askedTimes(1);
  await pad.order({ do: 'rate', score: 5 });
  await said('a rating was taken');
  await pad.order({ do: 'rate', score: 1 });
  await pad.order({ do: 'call', action: 'next' });
  await said('a call key of the pad does nothing');
  expect(station.log.match(/a rating/g)?.length).toBe(1);
});

it('a person who is passed on is not asked: the visit goes on', async () => {
  const { hall, begin, finish, askedTimes, asked } = await counterWithPad(2);
  const passedOn = await begin('1');
  await must(hall.as('counter').transferTicket({ ...id(), ...passedOn, toCounterId: '2' }));
  expect(asked()).toBe(0);
  await finish(await begin('1'));
  await askedTimes(1);
});

it('the next person does not answer for the one before', async () => {
  const { begin, finish, pad, askedTimes, isRated, said } = await counterWithPad(2);
  const first = await begin('1');
  await finish(first);
  await askedTimes(1);
  const second = await begin('1');
  await said('"reason":"called-off"');
  await pad.order({ do: 'rate', score: 5 });
  await finish(second);
  await askedTimes(2);
  expect([await isRated(first), await isRated(second)]).toEqual([false, false]);
});

it('a hall that is away when the key is pressed counts the rating when it is back, once', async () => {
  const { hall, begin, finish, pad, askedTimes, isRated, said, station } = await counterWithPad(1);
  const here = await begin('1');
  await finish(here);
  await askedTimes(1);
  await hall.stop();
  await pad.order({ do: 'rate', score: 4 });
  await said('the hall’s calls are not heard');
  await hall.start();
  await said('a rating was taken');
  expect(await isRated(here)).toBe(true);
  expect(station.log).not.toContain('does not take a rating');
});

it('a pad that belongs to no counter can be tried, asks nobody, and says so', async () => {
  const { begin, finish, asked, station, said, pad } = await counterWithPad(1, '');
  await finish(await begin('1'));
  const { devices } = await must(stationClient(station, 'counter').deviceStatus({}));
  expect(devices.find(({ device }) => device === 'ratingPad')).toMatchObject({
    counterId: null,
    state: 'unavailable',
    reason: 'no-counter',
  });
  await pad.order({ do: 'call', action: 'recall' });
  await said('a call key of the pad does nothing');
  expect(asked()).toBe(0);
});

it('a profile that is not there keeps the station from starting, with a sentence that says which there are', async () => {
  const hall = await HallService.forTest();
  const configuration = 'devices: { ratingPad: { driver: profile, profile: nowhere, path: /dev/ttyS2 } }\n';
  await expect(StationService.forTest(hall, { configuration })).rejects.toThrow(/nowhere .*demo-pad/);
});
