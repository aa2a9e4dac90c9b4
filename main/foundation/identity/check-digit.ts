const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_BY_REMAINDER = '10X98765432';

/**
 * The 18th character for the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2).
 * Throws when `first17` is not 17 digits: callers check the shape first.
 */
export function checkDigitFor(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new Error('A check digit needs exactly 17 digits');
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_BY_REMAINDER.charAt(sum % 11);
}
