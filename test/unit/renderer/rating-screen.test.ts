import { describe, expect, test } from 'vitest';
import {
  ask,
  ASK_MS,
  othersTurn,
  QUIET,
  secondsLeft,
  thank,
  THANKS_MS,
  tick,
} from '../../../renderer/rating/rating-screen.ts';

const visit = { ticketId: 'one', number: 'A012' };

describe('the question', () => {
  const asked = ask(visit, 1_000);
  test('stands for thirty seconds and closes by itself', () => {
    expect(tick(asked, 1_000 + ASK_MS - 1)).toBe(asked);
    expect(tick(asked, 1_000 + ASK_MS)).toBe(QUIET);
    expect(secondsLeft(asked, 1_000)).toBe(30);
    expect(secondsLeft(asked, 1_000 + ASK_MS - 1)).toBe(1);
    expect(secondsLeft(asked, 1_000 + ASK_MS + 5_000)).toBe(0);
  });
  test('is answered with thanks, which go away too', () => {
    const thanks = thank(asked, 'one', 2_000);
    expect(thanks.kind).toBe('thanks');
    expect(tick(thanks, 2_000 + THANKS_MS - 1)).toBe(thanks);
    expect(tick(thanks, 2_000 + THANKS_MS)).toBe(QUIET);
  });
  test('gives way when the next person is served: nobody rates another’s visit', () => {
    expect(othersTurn(asked)).toBe(QUIET);
  });
  test('is not answered by what comes late from the visit before', () => {
    expect(thank(asked, 'another', 2_000)).toBe(asked);
    expect(thank(QUIET, 'one', 2_000)).toBe(QUIET);
  });
});

test('a quiet screen stays so, and thanks are not cut short by the next person', () => {
  expect(tick(QUIET, 9_999_999)).toBe(QUIET);
  expect(othersTurn(QUIET)).toBe(QUIET);
  const thanks = thank(ask(visit, 0), 'one', 0);
  expect(othersTurn(thanks)).toBe(thanks);
  expect(secondsLeft(QUIET, 0)).toBe(0);
});
