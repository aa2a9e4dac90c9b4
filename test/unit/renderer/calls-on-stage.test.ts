import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallView } from '../../../preload/contracts/hall-operations.ts';
import {
  CROWDED_STAGE_MS,
  EMPTY_STAGE,
  hearCalls,
  STAGE_MS,
  tick,
} from '../../../renderer/display/call-stage.ts';
import { listedCalls } from '../../../renderer/display/listed-calls.ts';
import { sampleCall, sampleTicket } from '../../support/fake-services/samples.ts';

const call = (sequence: number, ticket = sequence): CallView =>
  sampleCall(sequence, sampleTicket(ticket), '3');

describe('the stage', () => {
  test('a display that is switched on does not announce what was called before', () => {
    expect(hearCalls(EMPTY_STAGE, [call(1), call(2)], 0).onStage).toBeNull();
  });
  test('the very first call of the day is announced', () => {
    const started = hearCalls(EMPTY_STAGE, [], 0);
    expect(hearCalls(started, [call(1)], 10).onStage?.callSequence).toBe(1);
  });
  test('a call stands eight seconds and then joins the list', () => {
    const stage = hearCalls(hearCalls(EMPTY_STAGE, [], 0), [call(1)], 100);
    expect(tick(stage, 100 + STAGE_MS - 1).onStage?.callSequence).toBe(1);
    expect(tick(stage, 100 + STAGE_MS).onStage).toBeNull();
  });
  test('calls that come together follow one another, each in its turn', () => {
    let stage = hearCalls(hearCalls(EMPTY_STAGE, [], 0), [call(3), call(1), call(2)], 0);
    const seen = [stage.onStage?.callSequence];
    for (const ms of [1, 2, 3]) {
      stage = tick(stage, ms * CROWDED_STAGE_MS);
      seen.push(stage.onStage?.callSequence);
    }
    expect(seen).toEqual([1, 2, 3, 3]);
  });
  test('a recall comes on stage again; its earlier call does not wait any more', () => {
    const first = hearCalls(hearCalls(EMPTY_STAGE, [], 0), [call(1)], 0);
    expect(hearCalls(first, [call(2, 1)], 500).onStage?.callSequence).toBe(2);
  });
  test('calls missed while the line was down are still announced', () => {
    const before = tick(hearCalls(hearCalls(EMPTY_STAGE, [], 0), [call(1)], 0), STAGE_MS);
    expect(hearCalls(before, [call(1), call(2)], 60_000).onStage?.callSequence).toBe(2);
  });
  test('a new day counts from one again', () => {
    const evening = hearCalls(EMPTY_STAGE, [call(400)], 0);
    const morning = hearCalls(evening, [], 1);
    expect(hearCalls(morning, [call(1)], 2).onStage?.callSequence).toBe(1);
  });
  test('whatever the order and the pauses, each call is announced once', () => {
    const step = fc.record({ calls: fc.nat({ max: 3 }), pauseMs: fc.nat({ max: 20_000 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let stage = hearCalls(EMPTY_STAGE, [], 0);
        const told: CallView[] = [];
        const announced: number[] = [];
        const look = (): void => {
          const sequence = stage.onStage?.callSequence;
          if (sequence !== undefined && announced.at(-1) !== sequence) announced.push(sequence);
        };
        let nowMs = 0;
        for (const { calls, pauseMs } of steps) {
          for (let n = 0; n < calls; n += 1) told.push(call(told.length + 1));
          stage = hearCalls(stage, told, nowMs);
          look();
          for (let passed = 0; passed < pauseMs; passed += 250) {
            stage = tick(stage, (nowMs += 250));
            look();
          }
        }
        while (stage.onStage !== null) {
          stage = tick(stage, (nowMs += 250));
          look();
        }
        expect(announced).toEqual(told.map(({ callSequence }) => callSequence));
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
    expect(listedCalls(calls, byId, 4).map((row) => [row.call.number, row.serving])).toEqual([
      ['A003', false],
      ['A002', false],
      ['A001', true],
    ]);
  });
});
