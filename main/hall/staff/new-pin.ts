import { randomInt } from 'node:crypto';
import { weakness } from './pin-rules.ts';

/** Six digits that are hard to guess. */
export function newPin(staffNumber = ''): string {
  const pin = String(randomInt(0, 1_000_000)).padStart(6, '0');
  return weakness(pin, staffNumber) === undefined ? pin : newPin(staffNumber);
}
