import { expect, it } from 'vitest';
import { createLog } from '../../../main/foundation/log/index.ts';
import type { RatingPad } from '../../../main/station/devices/rating-pad/index.ts';
import { RatingDesk } from '../../../main/station/rating/index.ts';
import type { TicketView } from '../../../preload/contracts/hall-operations.ts';
import { err, ok } from '../../../preload/contracts/result.ts';
import { sampleTicket } from '../../support/fake-services/samples.ts';

/** The pad at counter 1, and a hall that knows what became of each visit. */
function open() {
  const story: string[] = [];
  const became = new Map<string, TicketView['state']>();
  const pad = {
    start: () => undefined,
    stop: () => Promise.resolve(),
    onEvent: () => () => undefined,
    askForRating: (subject: string) => story.push(`ask ${numbers.get(subject)}`),
    callOff: () => story.push('call off'),
  } as unknown as RatingPad;
  let asking: Promise<unknown> = Promise.resolve();
  const desk = new RatingDesk({
    counterId: '1',
    pad,
    hall: {
      ticketStatus: (wish) => {
        const ticketId = 'ticketId' in wish ? wish.ticketId : '';
        const state = became.get(ticketId);
        const ticket = { ...sampleTicket(1), ticketId, state: state ?? 'done' } as TicketView;
        const answer = Promise.resolve(
          state === undefined
            ? err({ kind: 'hall-unreachable' } as const)
            : ok({ ticket, waitingAhead: null, waitMinutes: null }),
        );
        asking = answer;
        return answer;
      },
    },
    reports: { report: () => undefined },
    log: createLog({ name: 'station', destination: { write: () => undefined } }),
  });
  desk.start();
  const numbers = new Map<string, string>();
  /** The hall's tickets as its feed lists them: numbers with state and counter. */
  const tickets = (...listed: readonly [number, TicketView['state'], string][]) => {
    const views = listed.map(([n, state, counterId]) => sampleTicket(n, { state, counterId }));
    for (const { ticketId, number } of views) numbers.set(ticketId, number);
    return { tickets: Object.fromEntries(views.map((view) => [view.ticketId, view])) };
  };
  const end = (n: number, state: TicketView['state']) => became.set(sampleTicket(n).ticketId, state);
  const settled = async () => {
    await asking;
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { desk, story, tickets, end, settled };
}

it('who was served here and is finished', async () => {
  const { desk, story, tickets, end, settled } = open();
  desk.onUpdate(tickets([1, 'serving', '1'], [2, 'serving', '2']));
  end(1, 'done');
  end(2, 'done');
  desk.onUpdate(tickets());
  await settled();
  expect(story).toEqual(['call off', 'ask A001']);
});

it.each(['lapsed', 'waiting'] as const)('not who left the list another way: %s', async (state) => {
  const { desk, story, tickets, end, settled } = open();
  desk.onUpdate(tickets([1, 'serving', '1']));
  end(1, state);
  desk.onUpdate(tickets());
  await settled();
  expect(story).toEqual(['call off']);
});

it('not who is away for a copy when the visit is finished, nor who was passed on', async () => {
  const { desk, story, tickets, end, settled } = open();
  end(1, 'done');
  desk.onUpdate(tickets([1, 'serving', '1']));
  desk.onUpdate(tickets([1, 'parked', '1']));
  desk.onUpdate(tickets());
  desk.onUpdate(tickets([1, 'serving', '1']));
  desk.onUpdate(tickets([1, 'waiting', '2']));
  await settled();
  expect(story).toEqual(['call off', 'call off']);
});

it('not after a lost line: somebody else may stand there by now', async () => {
  const { desk, story, tickets, end, settled } = open();
  desk.onUpdate(tickets([1, 'serving', '1']));
  end(1, 'done');
  desk.onSnapshot(tickets());
  await settled();
  expect(story).toEqual(['call off']);
});

it('not while the next person is being served, however late the hall answers', async () => {
  const { desk, story, tickets, end, settled } = open();
  end(1, 'done');
  end(2, 'done');
  desk.onUpdate(tickets([1, 'serving', '1']));
  desk.onUpdate(tickets([2, 'serving', '1']));
  desk.onUpdate(tickets());
  desk.onUpdate(tickets([3, 'serving', '1']));
  await settled();
  expect(story).toEqual(['call off', 'call off', 'call off']);
});

it('nobody when the hall does not say, and nobody once the station ends', async () => {
  const { desk, story, tickets, end, settled } = open();
  desk.onUpdate(tickets([1, 'serving', '1']));
  desk.onUpdate(tickets());
  await settled();
  end(2, 'done');
  desk.onUpdate(tickets([2, 'serving', '1']));
  desk.onUpdate(tickets());
  await desk.stop();
  await settled();
  expect(story).toEqual(['call off', 'call off']);
});
