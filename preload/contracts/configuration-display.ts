import { z } from 'zod';
import { block, line, measure, said, whole } from './configuration-words.ts';

/** A list of rules or papers that the hall wants read by everybody, a slide on the hall display while nobody is called. */
const Policy = block({
  title: line(16),
  lines: z
    .array(line(24), said('a list of lines', '多行文字的列表'))
    .min(1, said('one to five lines', '一至五行'))
    .max(5, said('one to five lines', '一至五行')),
});

/** What the hall displays show beside the calls, and for which panel at which distance. */
export const DisplayConfiguration = block({
  /** One after the other in the bottom line. */
  notices: z.array(line(40), said('a list of sentences', '句子的列表')).max(20).default([]),
  policies: z
    .array(Policy, said('a list of { title, lines }', '{ title, lines } 的列表'))
    .max(20)
    .default([]),
  rotateSeconds: whole(4, 120).default(12),
  /** The panel that most of this hall's displays are. A page's address may say otherwise: `#diagonal=43`. */
  diagonalInch: measure(10, 110).default(55),
  /** From the farthest seat. */
  readingDistanceMm: measure(1_000, 20_000).default(8_000),
});
export type DisplayConfiguration = z.output<typeof DisplayConfiguration>;
