import { expect, it } from 'vitest';
import { stepCardHoldsTime, stepCardWord } from '../../../renderer/kiosk/step-card/step-card.ts';

it.each([
  [null, 'none', false],
  [{ state: 'pending', problem: null }, 'printing', true],
  [{ state: 'sent', problem: null }, 'printing', true],
  [{ state: 'confirmed', problem: null }, 'printed', false],
  [{ state: 'pending', problem: 'no-paper' }, 'not-printed', false],
  [{ state: 'unknown', problem: 'disconnected' }, 'not-printed', false],
] as const)('%o is told as %s, and holds the time: %s', (shown, word, holds) => {
  expect(stepCardWord(shown, true)).toBe(word);
  expect(stepCardHoldsTime(shown)).toBe(holds);
});

it('a card that somebody else asked for is not told', () => {
  expect(stepCardWord({ state: 'confirmed', problem: null }, false)).toBe('none');
});
