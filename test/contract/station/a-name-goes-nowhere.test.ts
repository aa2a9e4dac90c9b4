import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { hallCollections } from '../../../preload/contracts/hall-operations.ts';
import { composeCard } from '../../../main/station/devices/id-card-reader/compose-card.ts';
import { filesIn, leaksOf } from '../../support/leaks.ts';
import { FeedListener } from '../../support/services/feed-listener.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { SimulatedPrinterProcess } from '../../support/paper/simulated-printer.ts';
import { followStation, StationService } from '../../support/services/station-service.ts';
import { TcpProxy } from '../../support/services/tcp-proxy.ts';

/** Marked identities: nobody has them, so any trace is a leak. Masked, only the first and last character stay. */
const PEOPLE = [
  { name: '欧阳金丝雀', birthDate: '19400229', sex: 'female' },
  { name: '测𠮷黄鹂鸟', birthDate: '19991231', sex: 'male' },
] as const;
const numberOf = ({ name, birthDate, sex }: (typeof PEOPLE)[number]): string =>
  composeCard({ name, birth: birthDate, sex }).number;

/** What must be nowhere: the whole name, its hidden middle, the number, and the birth date it tells. */
const SECRETS = PEOPLE.flatMap((person) => {
  const { name, birthDate } = person;
  const isoDate = `${birthDate.slice(0, 4)}-${birthDate.slice(4, 6)}-${birthDate.slice(6)}`;
  return [name, [...name].slice(1, -1).join(''), numberOf(person), birthDate, isoDate];
});

const leaksIn = (places: ReadonlyMap<string, Buffer>): string[] => leaksOf(SECRETS, places);

test('a day with marked identities leaves no trace of them but the masked name', async () => {
  const hall = await HallService.forTest();
  const line = await TcpProxy.forTest(() => hall.address);
  const paper = await SimulatedPrinterProcess.start();
  onTestFinished(() => paper.stop());
  const station = await StationService.forTest(hall, {
    hallAddress: line.address,
    configuration: `devices: { idCardReader: virtual, ticketPrinter: { driver: esc-pos, interface: "${paper.address}" } }\n`,
  });
  const page = await followStation(station);
  const display = await FeedListener.join(hallCollections, hall.address, hall.tokens.of('display'));
  onTestFinished(() => display.leave());
  const answers: string[] = [];
  const ask = async (
    operation: string,
    body: object,
    to: StationService | HallService = station,
  ): Promise<void> => {
    const role = to === station ? 'kiosk' : 'counter';
    answers.push((await to.post(operation, { requestId: randomUUID(), ...body }, role)).text);
  };
  const look = async (operation: string, to: StationService | HallService): Promise<void> => {
    answers.push((await to.post(operation, {}, 'admin')).text);
  };

  for (const card of PEOPLE) {
    await ask('simulateCard', { card });
    const visit = await page.until((now) => now.visit['now']);
    expect(visit.maskedName).toMatch(/^.\*\*\*.$/u);
    await ask('takeTicket', { serviceCode: 'LN-01' });
    await page.until((now) => now.visit['now']?.tickets[0]?.printState === 'confirmed' || undefined);
    await ask('reprint', { ticketId: page.now.visit['now']?.tickets[0]?.ticketId });
    await ask('takeTicket', { serviceCode: 'ZZ-99' });
    for (const operation of ['visit', 'deviceStatus']) await look(operation, station);
    for (const operation of ['queueSnapshot', 'listServices']) await look(operation, hall);
    await ask('endVisit', {});
    await ask('simulateCard', { card: null });
    await page.until((now) => now.visit['now'] === undefined || undefined);
    // The same person again, at a kiosk that was wiped: the hall knows them by a blind index only.
    await ask('simulateCard', { card });
    await page.until((now) => now.visit['now']);
    await ask('takeTicket', { serviceCode: 'LN-01' });
    expect(answers.at(-1)).toContain('"alreadyHeld":true');
    await ask('endVisit', {});
    await ask('simulateCard', { card: null });
    await page.until((now) => now.visit['now'] === undefined || undefined);
  }
  await ask('openCounter', { counterId: '1' }, hall);
  await ask('callNext', { counterId: '1' }, hall);
  await display.until((now) => Object.keys(now.calls).length === 1 || undefined);
  const { received } = await paper.report();

  const everywhere = (): Map<string, Buffer> =>
    new Map([
      ...filesIn(hall.folder),
      ...filesIn(station.folder),
      ['answers', Buffer.from(answers.join('\n'))],
      ['feed of the station', Buffer.from(page.texts.join('\n'))],
      ['feed of the hall', Buffer.from(display.texts.join('\n'))],
      ['answers of the hall to the station', Buffer.concat(line.answered)],
      ['log of the hall', Buffer.from(hall.log)],
      ['log of the station', Buffer.from(station.log)],
      ['bytes at the printer', Buffer.from(received, 'hex')],
    ]);
  expect(leaksIn(everywhere())).toEqual([]);
  await station.stop();
  await hall.stop();
  expect(leaksIn(everywhere())).toEqual([]);

  // The search itself: what the station asked the hall for does name them, and so does the paper, masked.
  expect(leaksIn(new Map([['questions to the hall', Buffer.concat(line.asked)]]))).toHaveLength(1);
  for (const { name } of PEOPLE) {
    const characters = [...name];
    const masked = `${characters[0] ?? ''}***${characters.at(-1) ?? ''}`;
    expect(Buffer.from(page.texts.join('\n')).includes(masked)).toBe(true);
  }
});
