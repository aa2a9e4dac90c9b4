import { z } from 'zod';

/** Year, month and day stand inside a resident identity number (GB 11643-1999), which tells it from a credit code. */
const RESIDENT_NUMBER = /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/;
const MOBILE_NUMBER = /(?<!\d)(?:86)?1[3-9]\d{9}(?!\d)/;
/** How people break up a long number: 138 0013 8000. */
const BREAKS_IN_NUMBERS = /(?<=\d)[\s\-–—.·]+(?=[\dXx])/g;

/** Whether a text carries a resident identity number or a mobile number, also in full-width digits or broken up. */
export function holdsPersonalNumber(text: string): boolean {
  const plain = text.normalize('NFKC');
  return [plain, plain.replace(BREAKS_IN_NUMBERS, '')].some(
    (form) => RESIDENT_NUMBER.test(form) || MOBILE_NUMBER.test(form),
  );
}

const NO_NUMBERS =
  'no identity number and no mobile number: leave it out and write "the visitor" or the ticket number';

/** What staff write in their own words. It goes on record for good, so the numbers of persons are refused. */
export const officeText = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !holdsPersonalNumber(text), NO_NUMBERS);

/** The same words as they were kept. A check that grows stricter later must not make the record unreadable. */
export const keptText = (longest: number) => z.string().min(1).max(longest);

/** How words are read: as staff write them, or as they were kept. */
export type Words = (longest: number) => z.ZodType<string>;
