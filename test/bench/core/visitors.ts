import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import { checkDigitFor } from '../../../main/foundation/identity/index.ts';

export type Visit = Omit<Input<HallOperations, 'issueTicket'>, 'requestId'>;

/** Said in the notes of every goal that lets people in. */
export const VISITORS =
  'visitors: one in four an elder; one in four with a card (name and number to the vault)';

const SERVICES = ['LN-01', 'LN-02', 'LN-05', 'JZ-01', 'JZ-07'] as const;

/**
 * The n-th visitor, as the kiosk sends them; the same n gives the same visitor. A card brings birth date, name and
 * number, an elder without one says so. The numbers are of a region that was never given out.
 */
export function visitor(place: number): Visit {
  const elder = place % 4 === 0;
  const serviceCode = SERVICES[place % SERVICES.length] ?? SERVICES[0];
  if (!hasCard(place)) {
    return elder ? { serviceCode, priorityClass: 'elder', priorityReason: 'stated' } : { serviceCode };
  }
  const birthDate = `${elder ? 1950 : 1990}${digits(1 + (place % 12), 2)}${digits(1 + (place % 28), 2)}`;
  const body = `110199${birthDate}${digits(place % 1000, 3)}`;
  return {
    serviceCode,
    birthDate,
    holder: { name: '测试访客', idNumber: `${body}${checkDigitFor(body)}` },
  };
}

const hasCard = (place: number): boolean => Math.floor(place / 2) % 4 === 0;

const digits = (value: number, length: number): string => String(value).padStart(length, '0');
