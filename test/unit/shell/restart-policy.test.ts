import { expect, it } from 'vitest';
import { decideRestart } from '../../../main/shell/restart-policy.ts';

const MINUTE = 60_000;

it('the first end is answered after half a second, the next ones after growing pauses', () => {
  const exits: number[] = [];
  const pauses = [1, 2, 3, 4, 5].map((time) => {
    exits.push(time);
    const decision = decideRestart(exits, time);
    return decision.do === 'restart' ? decision.afterMs : 'gave up';
  });
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
});

it('the sixth end within ten minutes is the last', () => {
  expect(decideRestart([1, 2, 3, 4, 5, 6], 6)).toEqual({ do: 'give-up', show: 'out-of-service' });
});

it('one end a day for years is always answered at once', () => {
  const exits = Array.from({ length: 1_000 }, (_unused, day) => day * 24 * 60 * MINUTE);
  expect(decideRestart(exits, exits.at(-1) ?? 0)).toEqual({ do: 'restart', afterMs: 500 });
});

it('an end eleven minutes ago is forgotten', () => {
  const old = [0, 1, 2, 3, 4];
  expect(decideRestart([...old, 11 * MINUTE], 11 * MINUTE)).toEqual({ do: 'restart', afterMs: 500 });
});
