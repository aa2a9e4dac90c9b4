import { afterEach, expect, it } from 'vitest';
import { VirtualIdCardReader } from '../../../main/station/devices/id-card-reader/virtual-reader.ts';
import { reopenDelayMs, DEFAULT_TIMINGS } from '../../../main/station/devices/id-card-reader/timings.ts';
import { waitFor } from '../../support/wait-for.ts';
import { frame } from './frames.ts';
import { bench, FAST, record, type Bench } from './reader-bench.ts';

const endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

function virtual(): { reader: VirtualIdCardReader; story: string[] } {
  const reader = new VirtualIdCardReader({ timings: FAST });
  const story = record(reader);
  endings.push(() => reader.stop());
  reader.start();
  return { reader, story };
}

function started(made: Bench): Bench {
  endings.push(async () => {
    await made.reader.stop();
    made.sam.end();
  });
  made.reader.start();
  return made;
}

const until = (story: string[], word: string) =>
  waitFor(() => story.some((entry) => entry.startsWith(word)) || undefined);

it('a silent device is named, and comes back by itself with the next card', async () => {
  const { reader, story } = virtual();
  await until(story, 'ready');
  reader.fail('silent');
  await until(story, 'silent');
  expect(reader.status()).toEqual({ state: 'unavailable', reason: 'silent', simulated: true });
  reader.repair();
  await waitFor(() => reader.status().state === 'ready' || undefined);
  reader.placeCard({ birth: '1956-06-15' });
  await until(story, 'placed');
});

it('a pulled cable is disconnected, not a bad card; the card that stayed on gives no second event', async () => {
  const { reader, story } = virtual();
  reader.placeCard({});
  await until(story, 'placed');
  reader.fail('cable-pulled');
  await until(story, 'disconnected');
  reader.repair();
  await waitFor(() => reader.status().state === 'ready' || undefined);
  reader.liftCard();
  await until(story, 'removed');
  expect(story.filter((entry) => entry.startsWith('placed'))).toHaveLength(1);
  expect(story.filter((entry) => entry.startsWith('unreadable'))).toEqual([]);
});

it('what never speaks like a reader is the wrong device', async () => {
  const made = bench({
    intercept: (_command, inject) => {
      inject(Buffer.from('OK\r\nERROR\r\n').toString('hex'));
      return true;
    },
  });
  started(made);
  await until(made.story, 'wrong-device');
});

it('a module that says it is broken is a fault until it says otherwise', async () => {
  let broken = true;
  const made = bench({
    intercept: (_command, inject) => {
      if (broken) inject(frame('000060'));
      return broken;
    },
  });
  started(made);
  await until(made.story, 'fault');
  broken = false;
  await until(made.story, 'ready');
});

it('noise after good days is a fault, and a card is read once it stops', async () => {
  const made = started(bench());
  await until(made.story, 'ready');
  made.sam.fail({ mode: 'garbage', bytesPerSecond: 200_000 });
  await until(made.story, 'fault');
  made.sam.recover();
  made.place();
  await until(made.story, 'placed');
});

it('a module that answers too late is called silent, and its late answers confuse nobody', async () => {
  const made = started(bench());
  await until(made.story, 'ready');
  made.sam.fail({ mode: 'late', delayMs: FAST.answerMs * 2 });
  await until(made.story, 'silent');
  made.sam.recover();
  made.place();
  await until(made.story, 'placed');
});

it('our own frame damaged on the way is sent once more', async () => {
  let refused = 0;
  const made = bench({
    intercept: (command, inject) => {
      if (command !== '2002' || (refused += 1) > 1) return false;
      inject(frame('000010'));
      return true;
    },
  });
  started(made);
  made.place();
  await until(made.story, 'placed');
  const place = made.asked.indexOf('2002');
  expect(made.asked.slice(place, place + 3)).toEqual(['2002', '2002', '3001']);
});

it('stopping in any situation returns, and the reader can be started again', async () => {
  const { reader, story } = virtual();
  await reader.stop();
  reader.start();
  await until(story, 'ready');
  reader.fail('silent');
  await until(story, 'silent');
  await reader.stop();
  await reader.stop();
  reader.repair();
  reader.placeCard({});
  reader.start();
  await until(story, 'placed');
});

it('a listener that has left hears nothing more', async () => {
  const { reader, story } = virtual();
  const heard: string[] = [];
  const leave = reader.onEvent((event) => heard.push(event.kind));
  await until(story, 'ready');
  leave();
  const before = heard.length;
  reader.placeCard({});
  await until(story, 'placed');
  expect(heard).toHaveLength(before);
});

it('the pauses between openings grow from half a second to eight', () => {
  expect([0, 1, 2, 3, 4, 5, 20].map((failures) => reopenDelayMs(failures, DEFAULT_TIMINGS))).toEqual([
    500, 1000, 2000, 4000, 8000, 8000, 8000,
  ]);
});
