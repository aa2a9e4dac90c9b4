import { expect, it } from 'vitest';
import { CitizenId } from '../../../main/foundation/identity/index.ts';
import { CardHolding } from '../../../main/station/devices/id-card-reader/card-holding.ts';

const number = new CitizenId('11010519491231002X');
const other = new CitizenId('440524188001010014');
const held = () => new CardHolding(number, 1200, 0);

it('is believed gone only after three signs in a row and 1.2 s', () => {
  const holding = held();
  expect([400, 800, 1200].map((at) => holding.missing(at))).toEqual([false, false, true]);
});

it('many signs in a short time are not enough, nor are two over a long time', () => {
  const quick = held();
  expect([10, 20, 30, 40, 50].some((at) => quick.missing(at))).toBe(false);
  const slow = held();
  expect([5000, 10_000, 15_000].map((at) => slow.missing(at))).toEqual([false, false, true]);
});

it('one sign of presence starts the count again', () => {
  const holding = held();
  holding.missing(400);
  holding.missing(800);
  holding.present(1000);
  expect(holding.doubtful).toBe(false);
  expect([1400, 1800, 2200].map((at) => holding.missing(at))).toEqual([false, false, true]);
});

it('a found card can be the resting one only on a reader that finds resting cards, and with its number', () => {
  const holding = held();
  const rests = (sign: Parameters<CardHolding['learn']>[0], found = number) => {
    holding.learn(sign);
    return holding.mayStillRest(found);
  };
  expect([rests('unknown'), rests('re-readable'), rests('probe'), rests('latched')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(rests('re-readable', other)).toBe(false);
});
