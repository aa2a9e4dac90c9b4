import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { hallCollections } from '../../../preload/contracts/hall-operations.ts';
import { composeCard } from '../../../main/station/devices/id-card-reader/compose-card.ts';
import { filesIn, leaksOf } from '../../support/leaks.ts';
import { FakeFormPrinter } from '../../support/paper/fake-form-printer.ts';
import { FeedListener } from '../../support/services/feed-listener.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { startRiggedStation } from '../../support/services/rigged-station.ts';
import { followStation } from '../../support/services/station-service.ts';

/** Marked identities: nobody has them, so any trace is a leak. */
const PRINCIPAL = {
  name: '欧阳金丝雀',
  birth: '19400229',
  sex: 'female',
  address: '测试区鹦鹉胡同7号',
} as const;
const AGENT = { name: '测𠮷黄鹂鸟', birth: '19901231', sex: 'male', address: '测试区画眉胡同9号' } as const;
const TYPED = '110199195606159039';
const SECRETS = [
  ...[PRINCIPAL, AGENT].flatMap(({ name, address, ...card }) => [
    ...[name, address, card.birth, composeCard({ name, ...card }).number],
  ]),
  TYPED,
];

test('a letter for two marked identities leaves no trace of them outside its paper', async () => {
  const hall = await HallService.forTest();
  const forms = new FakeFormPrinter();
  const station = await startRiggedStation(hall, { formPrinter: forms });
  const page = await followStation(station);
  const display = await FeedListener.join(hallCollections, hall.address, hall.tokens.of('display'));
  onTestFinished(() => display.leave());
  const answers: string[] = [];
  const ask = async (operation: string, body: object = {}): Promise<void> => {
    answers.push((await station.post(operation, { requestId: randomUUID(), ...body }, 'kiosk')).text);
  };
  const proxyOf = () => page.now.visit['now']?.proxy;
  const letter = { relation: 'child', powers: ['submit'] };

  await ask('beginWithoutCard');
  await ask('beginProxy', { serviceCode: 'LN-01' });
  station.reader.placeCard(PRINCIPAL);
  await page.until(() => proxyOf()?.principal ?? undefined);
  station.reader.placeCard(PRINCIPAL);
  station.reader.placeCard(AGENT);
  await page.until(() => proxyOf()?.agent ?? undefined);
  await ask('printProxyLetter', letter);
  await ask('removeProxyPerson', { who: 'principal' });
  await ask('typeProxyPerson', { who: 'principal', idNumber: `${TYPED.slice(0, -1)}1` });
  await ask('typeProxyPerson', { who: 'principal', idNumber: TYPED });
  await ask('printProxyLetter', { ...letter, requestId: 'not an id' });
  await ask('printProxyLetter', letter);
  await ask('takeTicket', { serviceCode: 'LN-01' });
  await page.until(() => page.now.visit['now']?.tickets[0]?.printState === 'confirmed' || undefined);
  await ask('endVisit');
  await page.until((now) => now.visit['now'] === undefined || undefined);

  const everywhere = (): Map<string, Buffer> =>
    new Map([
      ...filesIn(hall.folder),
      ...filesIn(station.folder),
      ['answers', Buffer.from(answers.join('\n'))],
      ['feed of the station', Buffer.from(page.texts.join('\n'))],
      ['feed of the hall', Buffer.from(display.texts.join('\n'))],
      ['log of the hall', Buffer.from(hall.log)],
      ['log of the station', Buffer.from(station.log())],
      ['tickets', Buffer.concat(station.printer.papers.map(({ bytes }) => Buffer.from(bytes)))],
      ['names of the forms', Buffer.from(forms.forms.map(({ title, jobId }) => title + jobId).join())],
    ]);
  expect(leaksOf(SECRETS, everywhere())).toEqual([]);
  await station.stop();
  await hall.stop();
  expect(leaksOf(SECRETS, everywhere())).toEqual([]);

  // The search itself: the paper in their hands names them.
  const [first, second] = forms.forms.map(({ html }) => Buffer.from(html));
  for (const secret of [PRINCIPAL.name, PRINCIPAL.address, AGENT.name])
    expect(leaksOf([secret], new Map([['first letter', first ?? Buffer.of()]]))).toHaveLength(1);
  expect(leaksOf([TYPED], new Map([['second letter', second ?? Buffer.of()]]))).toHaveLength(1);
});
