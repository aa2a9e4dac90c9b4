import { afterEach, describe, expect, it } from 'vitest';
import { waitFor } from '../../support/wait-for.ts';
import { bench, type Bench, type BenchOptions } from './reader-bench.ts';
import { frame } from './frames.ts';

const running: Bench[] = [];

function start(options: BenchOptions = {}): Bench {
  const made = bench(options);
  running.push(made);
  made.reader.start();
  return made;
}

afterEach(async () => {
  for (const { reader, sam } of running.splice(0)) {
    await reader.stop();
    sam.end();
  }
});

const happened = (made: Bench, word: string, times = 1) =>
  waitFor(() => made.story.filter((entry) => entry.startsWith(word)).length >= times || undefined);

/** What was told of cards, up to the n-th placing. */
function eventsUpTo(made: Bench, placings: number): string[] {
  const cards = made.story.filter((entry) => /^(placed|removed|unreadable)/.test(entry));
  const last = cards.flatMap((entry, index) => (entry.startsWith('placed') ? [index] : []))[placings - 1];
  return cards.slice(0, (last ?? cards.length) + 1);
}

/** Waits until the driver has looked at the reader so many times more. */
async function moreLooks(made: Bench, looks: number): Promise<void> {
  const before = made.asked.length;
  await waitFor(() => made.asked.length >= before + looks || undefined);
}

const unknownToModule = (command: string) => (made: Parameters<NonNullable<BenchOptions['intercept']>>) => {
  if (made[0] !== command) return false;
  made[1](frame('000021'));
  return true;
};

const KINDS: readonly [string, BenchOptions][] = [
  ['a module that wants the card lifted', {}],
  ['a module that reads a resting card again', { reReadable: true }],
  ['a module without the address command', { intercept: (...made) => unknownToModule('3003')(made) }],
  ['a module that does not even answer the address command', { intercept: (command) => command === '3003' }],
  [
    'a re-reading module without the address command',
    { reReadable: true, intercept: (...made) => unknownToModule('3003')(made) },
  ],
];

describe.each(KINDS)('on %s', (_kind, options) => {
  it('a resting card is one event, a lifted and replaced one is two', async () => {
    const made = start(options);
    made.place({ birth: '19560615' });
    await happened(made, 'placed');
    await moreLooks(made, 25);
    expect(made.story.filter((entry) => entry.startsWith('placed'))).toHaveLength(1);
    made.sam.liftCard();
    await happened(made, 'removed');
    made.place({ birth: '19560615' });
    await happened(made, 'placed', 2);
    expect(eventsUpTo(made, 2)).toEqual([
      'placed 110***********9012',
      'removed',
      'placed 110***********9012',
    ]);
  });

  it('another card in its place is told at once', async () => {
    const made = start(options);
    made.place({ birth: '19560615' });
    await happened(made, 'placed');
    made.place({ birth: '19660615', sex: 'female' });
    await happened(made, 'placed', 2);
    expect(eventsUpTo(made, 2)).toEqual([
      'placed 110***********9012',
      'removed',
      expect.stringMatching(/^placed 110\*+902/),
    ]);
  });

  it('fingerprints are never asked for, nor is the speed changed', async () => {
    const made = start(options);
    made.place();
    await happened(made, 'placed');
    await moreLooks(made, 10);
    expect(made.asked.filter((command) => command === '3010' || command.startsWith('6'))).toEqual([]);
  });
});

it('a moment of bad radio does not look like a lifted card', async () => {
  let dropped = 0;
  const made = start({
    intercept: (command, inject) => {
      const onTheCard = made.story.some((entry) => entry.startsWith('placed'));
      if (!onTheCard || command === '11ff' || (dropped += 1) > 3) return false;
      inject(frame(command === '2001' ? '000080' : '000041'));
      return true;
    },
  });
  made.place();
  await happened(made, 'placed');
  await waitFor(() => dropped > 3 || undefined);
  await moreLooks(made, 10);
  expect(eventsUpTo(made, 2)).toEqual([expect.stringMatching(/^placed/)]);
});

it('lifted and replaced faster than anybody could poll is still two events', async () => {
  const made = start();
  made.place();
  await happened(made, 'placed');
  made.sam.liftCard();
  made.place();
  await happened(made, 'placed', 2);
});

describe('cards that cannot be read', () => {
  it('three rounds, a reset, one advice; the third placing is sent to the counter', async () => {
    const made = start();
    await happened(made, 'ready');
    for (const advice of ['lift-and-replace', 'lift-and-replace', 'go-to-counter']) {
      made.sam.fail({ mode: 'status', on: 'read', status: '6a8232' });
      const before = made.story.length;
      made.place();
      await waitFor(() => made.story.length > before || undefined);
      await moreLooks(made, 12);
      expect(made.story.slice(before)).toEqual([`unreadable ${advice}`]);
      made.sam.liftCard();
      await moreLooks(made, 8);
    }
    const firstReset = made.asked.indexOf('10ff');
    expect(made.asked.slice(0, firstReset).filter((command) => command === '3001')).toHaveLength(3);
  });

  it('a bank card is not an ID card', async () => {
    const made = start();
    made.sam.fail({ mode: 'status', on: 'select', status: '000040' });
    made.place();
    await happened(made, 'unreadable not-an-id-card');
    expect(made.asked).not.toContain('3001');
  });

  it('one failed round is not worth a word', async () => {
    let failures = 0;
    const made = start({
      intercept: (command, inject) => {
        if (command !== '3001' || (failures += 1) > 2) return false;
        inject(frame('000041'));
        return true;
      },
    });
    made.place();
    await happened(made, 'placed');
    expect(made.story).not.toContain('unreadable lift-and-replace');
  });

  it('a card taken away while it is read is asked for again, not taken for a broken reader', async () => {
    const made = start();
    await happened(made, 'ready');
    made.sam.fail({ mode: 'lift-mid-read' });
    made.place();
    await happened(made, 'unreadable lift-and-replace');
    made.place();
    await happened(made, 'placed');
    expect(made.reader.status()).toEqual({ state: 'ready', simulated: true });
  });

  it('an answer that stops in the middle is not a card', async () => {
    const made = start();
    await happened(made, 'ready');
    made.sam.fail({ mode: 'stop-mid-frame', afterBytes: 600 });
    made.place();
    await happened(made, 'unreadable');
    made.sam.recover();
    made.sam.liftCard();
    made.place();
    await happened(made, 'placed');
  });
});

describe('answers that come late', () => {
  it('a late find answer is not taken for a selected card', async () => {
    let selections = 0;
    const made = start({
      intercept: (command, inject) => {
        if (command !== '2002' || (selections += 1) > 1) return false;
        inject(frame('00009f00000000') + frame('000080') + frame('000081'));
        return true;
      },
    });
    made.place();
    await happened(made, 'placed');
    const afterSelect = made.asked[made.asked.indexOf('2002') + 1];
    expect(afterSelect).toBe('2001');
  });

  it('a late select answer is not taken for an unknown card', async () => {
    const made = start({
      intercept: (command, inject) => {
        if (command === '3001') inject(frame('0000900000000000000000'));
        return false;
      },
    });
    made.place();
    await happened(made, 'placed');
    expect(made.story.filter((entry) => entry.startsWith('unreadable'))).toEqual([]);
  });

  it('the person before is never shown again by an answer that was still under way', async () => {
    const made = start();
    made.place({ birth: '19560615' });
    await happened(made, 'placed');
    made.sam.liftCard();
    await happened(made, 'removed');
    const card = Buffer.alloc(1284);
    card.set([1, 0, 4, 0]);
    for (let times = 0; times < 20; times += 1) made.inject(frame(`000090${card.toString('hex')}`));
    await moreLooks(made, 6);
    expect(made.story.at(-1)).toBe('removed');
  });
});
