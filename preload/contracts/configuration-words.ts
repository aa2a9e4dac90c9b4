import { z } from 'zod';

/** A sentence for the person who mends the file, in both languages of the handbook. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

const BETWEEN = ' | ';

/** A schema's message carries both languages in one string; `splitWords` takes them apart again. */
export const said = (en: string, zh: string): string => `${en}${BETWEEN}${zh}`;

/** A message without a second language stands for both. */
export function splitWords(message: string): Words {
  const [en = message, zh = en] = message.split(BETWEEN);
  return { en, zh };
}

/** No key but these; one that is not allowed is answered with those that are. */
export function strict<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : said('a block of keys', '一组键'),
  });
}

/** A block of the file; an empty one (all lines commented out) means all defaults. */
export function block<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.preprocess((value) => value ?? {}, strict(shape));
}

/** `driver: virtual` may be written short: `idCardReader: virtual`. The same for `rule: fifo`. */
export const shorthand =
  (key: string) =>
  (value: unknown): unknown =>
    typeof value === 'string' ? { [key]: value } : value;

/** Text that stands in one line and means something. */
export const line = (longest: number) =>
  z
    .string(said('text (put it in quotes)', '文字（请加引号）'))
    .trim()
    .min(1, said(`1 to ${longest} characters`, `1 至 ${longest} 个字`))
    .max(longest, said(`1 to ${longest} characters`, `1 至 ${longest} 个字`));

/** A whole number within bounds; the message names both bounds. */
export function whole(least: number, most: number) {
  const allowed = said(`a whole number from ${least} to ${most}`, `${least} 至 ${most} 的整数`);
  return z.int(allowed).min(least, allowed).max(most, allowed);
}

/** A measure within bounds; need not be whole. */
export function measure(least: number, most: number) {
  const allowed = said(`a number from ${least} to ${most}`, `${least} 至 ${most} 的数`);
  return z.number(allowed).min(least, allowed).max(most, allowed);
}

/** Text of a fixed form. */
export const written = (form: RegExp, en: string, zh: string) =>
  z.string(said(`${en} (put it in quotes)`, `${zh}（请加引号）`)).regex(form, said(en, zh));
