import { z } from 'zod';
import { whole } from './configuration-words.ts';
import { PRIORITY_CLASSES } from './priority.ts';

/** `hall.rule`: the order of calls, with the numbers of its own that a rule has. */
export const RuleChoice = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('head-start') }),
  z.strictObject({
    name: z.literal('ratio'),
    /** At most so many priority calls in a row while ordinary people wait. */
    priorityInARow: whole(1, 20).default(2),
    /** A ticket that has waited longer goes first, whatever its class. */
    ordinaryFirstAfterMinutes: whole(0, 600).default(30),
  }),
  z.strictObject({ name: z.literal('strict') }),
  z.strictObject({ name: z.literal('fifo') }),
]);
export type RuleConfiguration = z.output<typeof RuleChoice>;

/** `hall.priority.headStartMinutes`: classes that are left out keep what they have. */
export const HeadStartChoice = z.partialRecord(z.enum(PRIORITY_CLASSES), whole(0, 1440));
