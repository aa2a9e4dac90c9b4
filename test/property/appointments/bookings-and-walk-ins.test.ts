import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  HEAD_START_MINUTES,
  PRIORITY_CLASSES,
  type PriorityClass,
} from '../../../preload/contracts/priority.ts';
import { AppointmentsConfiguration } from '../../../preload/contracts/configuration-appointments.ts';
import { arrivalAt } from '../../../main/hall/domain/appointments/arrival.ts';
import { daySlots } from '../../../main/hall/domain/appointments/day-slots.ts';
import { placesLeft, type BookedTime } from '../../../main/hall/domain/appointments/places-left.ts';
import { chooseNext, type QueueRule, type WaitingTicket } from '../../../main/hall/domain/rules/index.ts';

const OPEN = [
  { opens: '08:30', closes: '12:00' },
  { opens: '14:00', closes: '17:30' },
];
const WINDOW = AppointmentsConfiguration.parse({});
const rule: QueueRule = { name: 'head-start', headStartMinutes: HEAD_START_MINUTES };
const MINUTE_MS = 60_000;

/** Minutes of a morning. */
const moment = fc.nat({ max: 240 });
interface Visitor {
  readonly cameAt: number;
  readonly priorityClass: PriorityClass;
  /** The time that was agreed on, where the person is booked and came in its window. */
  readonly slot?: number;
}
const walkIn: fc.Arbitrary<Visitor> = fc.record({
  cameAt: moment,
  priorityClass: fc.constantFrom(...PRIORITY_CLASSES.filter((one) => one !== 'appointment')),
});
const onTime: fc.Arbitrary<Visitor> = fc
  .tuple(
    fc.nat({ max: 8 }).map((slot) => slot * 30),
    fc.integer({ min: -WINDOW.windowBeforeMinutes, max: WINDOW.windowAfterMinutes }),
  )
  .map(([slot, after]) => ({
    ...{ cameAt: Math.max(0, slot + after), priorityClass: 'appointment' as const, slot },
  }));

/** Everybody in the order in which they are called, each call when the window is free, `minutes` apart. */
function calls(visitors: readonly Visitor[], minutes: number) {
  const tickets = visitors
    .toSorted((one, other) => one.cameAt - other.cameAt)
    .map((visitor, index) => ({ visitor, ticket: ticketOf(visitor, index) }));
  const called: { visitor: Visitor; ticket: WaitingTicket; waiting: readonly Visitor[] }[] = [];
  for (let now = 0; called.length < tickets.length; now += minutes) {
    const waiting = tickets.filter(
      ({ visitor, ticket }) => visitor.cameAt <= now && !called.some((one) => one.ticket === ticket),
    );
    const situation = { nowMs: now * MINUTE_MS, priorityCallsInARow: 0 };
    const next = chooseNext(
      waiting.map(({ ticket }) => ticket),
      rule,
      situation,
    );
    const found = tickets.find(({ ticket }) => ticket.ticketId === next?.ticketId);
    if (found !== undefined) called.push({ ...found, waiting: waiting.map(({ visitor }) => visitor) });
  }
  return called;
}

function ticketOf({ cameAt, priorityClass }: Visitor, index: number): WaitingTicket {
  return {
    ...{ ticketId: `t${index}`, sequence: index, issuedAtMs: cameAt * MINUTE_MS, priorityClass },
    ...{ serviceCode: 'HY-01', missedCount: 0 },
  };
}
const crowd = fc.array(fc.oneof(walkIn, onTime), { minLength: 2, maxLength: 40 });

test('whoever comes in the window of a booking is called before ordinary people who came after its time', () => {
  let met = 0;
  fc.assert(
    fc.property(crowd, fc.integer({ min: 1, max: 30 }), (visitors, minutes) => {
      for (const { visitor, waiting } of calls(visitors, minutes)) {
        if (visitor.priorityClass !== 'ordinary') continue;
        const overtaken = waiting.filter(({ slot }) => slot !== undefined && slot < visitor.cameAt);
        expect(overtaken).toEqual([]);
        met += waiting.some(({ slot }) => slot !== undefined) ? 1 : 0;
      }
    }),
    { numRuns: 300, seed: 20_260_616 },
  );
  expect(met).toBeGreaterThan(20);
});

test('nobody is overtaken by a booking of somebody who came later than the head start says, and all are called', () => {
  fc.assert(
    fc.property(crowd, fc.integer({ min: 1, max: 30 }), (visitors, minutes) => {
      const called = calls(visitors, minutes);
      expect(called).toHaveLength(visitors.length);
      for (const { visitor, waiting } of called)
        for (const left of waiting) {
          const bound = HEAD_START_MINUTES[visitor.priorityClass] - HEAD_START_MINUTES[left.priorityClass];
          expect(visitor.cameAt - left.cameAt).toBeLessThanOrEqual(Math.max(0, bound));
        }
    }),
    { numRuns: 300, seed: 20_260_617 },
  );
});

test('the usual window ends within the head start of those who are booked', () => {
  expect(WINDOW.windowAfterMinutes).toBeLessThanOrEqual(HEAD_START_MINUTES.appointment);
  fc.assert(
    fc.property(fc.integer({ min: -90, max: 90 }), (after) => {
      const arrival = arrivalAt(10_000 + after, 10_000, WINDOW);
      expect(arrival === 'on-time').toBe(
        after >= -WINDOW.windowBeforeMinutes && after <= WINDOW.windowAfterMinutes,
      );
    }),
  );
});

test('in whatever order people are booked, the windows have the time for all of them and the share of the others', () => {
  const someDay = fc.record({
    windows: fc.integer({ min: 1, max: 6 }),
    minutes: fc.integer({ min: 5, max: 45 }),
    walkInShare: fc.double({ min: 0, max: 0.9, noNaN: true }),
    tries: fc.array(fc.nat({ max: 13 }), { maxLength: 80 }),
  });
  const slots = daySlots(OPEN, [], 30);
  fc.assert(
    fc.property(someDay, ({ windows, minutes, walkInShare, tries }) => {
      const competing: BookedTime[] = [];
      for (const index of tries) {
        const slot = slots[index];
        if (slot === undefined || placesLeft(slot, { slots, windows, minutes, walkInShare, competing }) === 0)
          continue;
        competing.push({ starts: slot.starts, minutes });
      }
      for (const { half } of slots) {
        const booked = competing.filter(({ starts }) => starts >= half.opens && starts < half.closes);
        const planned = windows * (half.closes - half.opens) * (1 - walkInShare);
        expect(booked.length * minutes).toBeLessThanOrEqual(planned + 1e-6);
        expect(booked.every(({ starts }) => starts + minutes <= half.closes)).toBe(true);
      }
    }),
    { numRuns: 200, seed: 20_260_618 },
  );
});
