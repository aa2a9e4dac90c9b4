export type WeakPin = 'one-digit-repeated' | 'digits-in-order' | 'own-number' | 'same-as-before';

const UP = '01234567890123456789';
const DOWN = '98765432109876543210';

/** What makes a PIN the first that a stranger would try; undefined when nothing does. */
export function weakness(pin: string, staffNumber: string): WeakPin | undefined {
  if (new Set(pin).size === 1) return 'one-digit-repeated';
  if (UP.includes(pin) || DOWN.includes(pin)) return 'digits-in-order';
  if (pin.includes(staffNumber) && staffNumber.length >= pin.length - 2) return 'own-number';
  return undefined;
}
