import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallView } from '../../../preload/contracts/hall-operations.ts';
import {
  CROWDED_STAGE_MS,
  EMPTY_STAGE,
  hearCalls,
  STAGE_MS,
  STAGE_PLACES,
  tick,
  type Stage,
} from '../../../renderer/display/stage/call-stage.ts';
import { listedCalls } from '../../../renderer/display/hall/listed-calls.ts';
import { sampleCall, sampleTicket } from '../../support/fake-services/samples.ts';

const call = (sequence: number, ticket = sequence): CallView =>
  sampleCall(sequence, sampleTicket(ticket), '3');

const staged = ({ onStage }: Stage) => onStage.map((standing) => standing.call.callSequence);
const opened = hearCalls(EMPTY_STAGE, [], 0);

describe('the stage', () => {
  test('a display that is switched on does not announce what was called before', () => {
    expect(staged(hearCalls(EMPTY_STAGE, [call(1), call(2)], 0))).toEqual([]);
  });
  test('the very first call of the day is announced', () => {
    expect(staged(hearCalls(opened, [call(1)], 10))).toEqual([1]);
  });
  test('a call stands eight seconds and then joins the list', () => {
    const stage = hearCalls(opened, [call(1)], 100);
    expect(staged(tick(stage, 100 + STAGE_MS - 1))).toEqual([1]);
    expect(staged(tick(stage, 100 + STAGE_MS))).toEqual([]);
  });
  test('calls that come one after another share the stage, each for its own eight seconds', () => {
    const first = hearCalls(opened, [call(1)], 0);
    const both = hearCalls(first, [call(1), call(2)], 5_000);
    expect(staged(both)).toEqual([1, 2]);
    expect(staged(tick(both, STAGE_MS))).toEqual([2]);
    expect(staged(tick(both, 5_000 + STAGE_MS))).toEqual([]);
  });
  test('eight counters that call together are all seen within four seconds', () => {
    const eight = [8, 3, 1, 2, 5, 4, 7, 6].map((n) => call(n));
    const stage = hearCalls(opened, eight, 0);
    expect(staged(stage)).toEqual([1, 2, 3, 4]);
    expect(staged(tick(stage, CROWDED_STAGE_MS - 1))).toEqual([1, 2, 3, 4]);
    expect(staged(tick(stage, CROWDED_STAGE_MS))).toEqual([5, 6, 7, 8]);
  });
  test('nobody leaves early for a place that is free', () => {
    const three = hearCalls(opened, [call(1), call(2), call(3)], 0);
    const five = hearCalls(
      three,
      [1, 2, 3, 4, 5].map((n) => call(n)),
      CROWDED_STAGE_MS,
    );
    expect(staged(five)).toEqual([2, 3, 4, 5]);
  });
  test('a recall comes on stage again; its earlier call stands there no more', () => {
    expect(staged(hearCalls(hearCalls(opened, [call(1)], 0), [call(2, 1)], 500))).toEqual([2]);
  });
  test('calls missed while the line was down are still announced', () => {
    const before = tick(hearCalls(opened, [call(1)], 0), STAGE_MS);
    expect(staged(hearCalls(before, [call(1), call(2)], 60_000))).toEqual([2]);
  });
  test('a new day counts from one again', () => {
    const morning = hearCalls(hearCalls(EMPTY_STAGE, [call(400)], 0), [], 1);
    expect(staged(hearCalls(morning, [call(1)], 2))).toEqual([1]);
  });
  test('whatever the order and the pauses, each call stands there once, for its time, at most four at once', () => {
    const step = fc.record({ calls: fc.nat({ max: 7 }), pauseMs: fc.nat({ max: 20_000 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let stage = opened;
        let nowMs = 0;
        const told: CallView[] = [];
        const firstSeen = new Map<number, number>();
        const stoodMs: number[] = [];
        let before: readonly number[] = [];
        const look = (): void => {
          const now = staged(stage);
          expect(now.length).toBeLessThanOrEqual(STAGE_PLACES);
          for (const sequence of now) {
            expect(before.includes(sequence)).toBe(firstSeen.has(sequence));
            if (!firstSeen.has(sequence)) firstSeen.set(sequence, nowMs);
          }
          for (const sequence of before) {
            if (!now.includes(sequence)) stoodMs.push(nowMs - (firstSeen.get(sequence) ?? 0));
          }
          before = now;
        };
        const pass = (ms: number): void => {
          for (let passed = 0; passed < ms; passed += 250) {
            stage = tick(stage, (nowMs += 250));
            look();
          }
        };
        for (const { calls, pauseMs } of steps) {
          for (let n = 0; n < calls; n += 1) told.push(call(told.length + 1));
          stage = hearCalls(stage, told, nowMs);
          look();
          pass(pauseMs);
        }
        pass(STAGE_MS * (1 + told.length));
        expect([...firstSeen.keys()]).toEqual(told.map(({ callSequence }) => callSequence));
        for (const ms of stoodMs) {
          expect(ms).toBeGreaterThanOrEqual(CROWDED_STAGE_MS);
          expect(ms).toBeLessThanOrEqual(STAGE_MS);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the list of calls', () => {
  test('shows who is on the way first, newest first, and nobody twice', () => {
    const tickets = [
      sampleTicket(1, { state: 'serving' }),
      sampleTicket(2, { state: 'called' }),
      sampleTicket(3, { state: 'called' }),
      sampleTicket(4, { state: 'called' }),
      sampleTicket(5, { state: 'missed' }),
    ];
    const byId = Object.fromEntries(tickets.map((ticket) => [ticket.ticketId, ticket]));
    const calls = [1, 2, 3, 4, 5, 6].map((n) => call(n));
    expect(listedCalls(calls, byId, [call(4)]).map((row) => [row.call.number, row.serving])).toEqual([
      ['A003', false],
      ['A002', false],
      ['A001', true],
    ]);
  });
});
