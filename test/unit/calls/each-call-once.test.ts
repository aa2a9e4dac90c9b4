import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../../main/foundation/clock.ts';
import { createLog } from '../../../main/foundation/log/index.ts';
import { CallHerald, type CallsAndTickets } from '../../../main/station/calls/call-herald.ts';
import type { CallSink } from '../../../main/station/calls/index.ts';
import type { CallView, TicketView } from '../../../preload/contracts/hall-operations.ts';
import { sampleCall, sampleTicket } from '../../support/fake-services/samples.ts';

const START = '2026-06-15T09:30:00+08:00';

/** Writes down what it is told: "1 A001 +0" for a call with its age, "-1 serving" for its end. */
function notebook() {
  const lines: string[] = [];
  const sink: CallSink = {
    called: ({ callSequence, number }, ageMs) => lines.push(`${callSequence} ${number} +${ageMs}`),
    ended: ({ callSequence }, became) => lines.push(`-${callSequence} ${became}`),
  };
  return { lines, sink };
}

function open() {
  const clock = new ManualClock(START);
  const { lines, sink } = notebook();
  let logged = '';
  const log = createLog({ name: 'station', destination: { write: (line) => void (logged += line) } });
  const herald = new CallHerald([sink], clock, log);
  return { clock, lines, herald, log: () => logged };
}

/** A hall as its feed shows it. */
class Hall {
  readonly #clock: ManualClock;
  /** How far the hall's clock is behind this PC's. */
  readonly behindMs: number;
  calls: Record<string, CallView> = {};
  tickets: Record<string, TicketView> = {};
  #sequence = 0;

  constructor(clock: ManualClock, behindMs = 0) {
    this.#clock = clock;
    this.behindMs = behindMs;
  }

  call(n: number, recall = false): CallsAndTickets {
    const ticket = sampleTicket(n, { state: 'called', counterId: '1' });
    this.#sequence += 1;
    const calledAt = new Date(this.#clock.nowMs() - this.behindMs).toISOString();
    const call = { ...sampleCall(this.#sequence, ticket, '1'), recall, calledAt };
    this.tickets = { ...this.tickets, [ticket.ticketId]: ticket };
    this.calls = { ...this.calls, [ticket.ticketId]: call };
    return this.now;
  }

  becomes(n: number, state: TicketView['state']): CallsAndTickets {
    const ticket = sampleTicket(n, { state });
    this.tickets = { ...this.tickets, [ticket.ticketId]: ticket };
    return this.now;
  }

  get now(): CallsAndTickets {
    return { calls: this.calls, tickets: this.tickets };
  }
}

describe('while the line is up', () => {
  it('each call and each recall is told once, in their order, and then that it is over', () => {
    const { clock, lines, herald } = open();
    const hall = new Hall(clock);
    herald.onSnapshot(hall.now);
    herald.onUpdate(hall.call(1));
    herald.onUpdate(hall.now);
    herald.onUpdate(hall.call(2));
    herald.onUpdate(hall.call(1, true));
    herald.onUpdate(hall.becomes(1, 'serving'));
    herald.onUpdate(hall.becomes(1, 'done'));
    herald.onUpdate(hall.becomes(2, 'missed'));
    expect(lines).toEqual(['1 A001 +0', '2 A002 +0', '3 A001 +0', '-3 serving', '-2 missed']);
  });

  it('several in one message come in their order, whatever order the message has', () => {
    const { clock, lines, herald } = open();
    const hall = new Hall(clock);
    herald.onSnapshot(hall.now);
    for (const n of [3, 1, 2]) hall.call(n);
    herald.onUpdate({ ...hall.now, calls: Object.fromEntries(Object.entries(hall.calls).reverse()) });
    expect(lines).toEqual(['1 A003 +0', '2 A001 +0', '3 A002 +0']);
  });

  it('a call whose person came in the same instant is told all the same, and that it is over', () => {
    const { clock, lines, herald } = open();
    const hall = new Hall(clock);
    herald.onSnapshot(hall.now);
    hall.call(1);
    herald.onUpdate(hall.becomes(1, 'serving'));
    expect(lines).toEqual(['1 A001 +0', '-1 serving']);
  });

  it('a missed person who came back and is called anew is told anew', () => {
    const { clock, lines, herald } = open();
    const hall = new Hall(clock);
    herald.onSnapshot(hall.now);
    herald.onUpdate(hall.call(1));
    herald.onUpdate(hall.becomes(1, 'missed'));
    herald.onUpdate(hall.becomes(1, 'waiting'));
    herald.onUpdate(hall.call(1));
    expect(lines).toEqual(['1 A001 +0', '-1 missed', '2 A001 +0']);
  });

  it('a call is live whatever the two clocks say', () => {
    const { clock, lines, herald } = open();
    const hall = new Hall(clock, 3_600_000);
    herald.onSnapshot(hall.now);
    herald.onUpdate(hall.call(1));
    expect(lines).toEqual(['1 A001 +0']);
  });
});

describe('when the line was lost', () => {
  it('what was told before is not told again', () => {
    const { clock, lines, herald } = open();
    const hall = new Hall(clock);
    herald.onSnapshot(hall.now);
    herald.onUpdate(hall.call(1));
    for (let n = 0; n < 3; n += 1) herald.onSnapshot(hall.now);
    expect(lines).toEqual(['1 A001 +0']);
  });

  it('calls made meanwhile are told with their age, in their order; those that are over are not', () => {
    const { clock, lines, herald } = open();
    const hall = new Hall(clock);
    herald.onSnapshot(hall.now);
    herald.onUpdate(hall.call(1));
    hall.call(2);
    clock.advance(20_000);
    hall.call(3);
    hall.becomes(3, 'serving');
    hall.call(4);
    clock.advance(5_000);
    hall.becomes(1, 'missed');
    herald.onSnapshot(hall.now);
    expect(lines).toEqual(['1 A001 +0', '2 A002 +25000', '4 A004 +5000', '-1 missed']);
  });

  it.each([3_600_000, -3_600_000])(
    'their age is right though the hall’s clock is off by %i ms',
    (behindMs) => {
      const { clock, lines, herald } = open();
      const hall = new Hall(clock, behindMs);
      herald.onSnapshot(hall.now);
      herald.onUpdate(hall.call(1));
      hall.call(2);
      clock.advance(7_000);
      herald.onSnapshot(hall.now);
      expect(lines).toEqual(['1 A001 +0', '2 A002 +7000']);
    },
  );

  it('a hall that was restored and counts anew is heard', () => {
    const { clock, lines, herald } = open();
    const before = new Hall(clock);
    herald.onSnapshot(before.now);
    herald.onUpdate(before.call(1));
    const restored = new Hall(clock);
    restored.call(7);
    herald.onSnapshot(restored.now);
    expect(lines).toEqual(['1 A001 +0', '1 A007 +0', '-1 gone']);
  });
});

it('a station that starts in the middle of a day tells only who is still awaited, with the age of the call', () => {
  const { clock, lines, herald } = open();
  const hall = new Hall(clock);
  for (const n of [1, 2, 3]) hall.call(n);
  hall.becomes(1, 'done');
  hall.becomes(2, 'serving');
  clock.advance(90_000);
  hall.call(4);
  herald.onSnapshot(hall.now);
  expect(lines).toEqual(['3 A003 +90000', '4 A004 +0']);
});

it('a device that throws is a bug in the log, and the others hear of the call', () => {
  const clock = new ManualClock(START);
  let logged = '';
  const log = createLog({ name: 'station', destination: { write: (line) => void (logged += line) } });
  const broken: CallSink = {
    called: () => {
      throw new TypeError('no such board');
    },
    ended: () => undefined,
  };
  const { lines, sink } = notebook();
  const herald = new CallHerald([broken, sink], clock, log);
  const hall = new Hall(clock);
  herald.onSnapshot(hall.now);
  herald.onUpdate(hall.call(1));
  expect(lines).toEqual(['1 A001 +0']);
  expect(logged).toContain('"fault":"TypeError"');
});
