import { z } from 'zod';

/**
 * A person's own words and numbers. They go straight into the vault; no answer, feed, log or journal entry carries
 * them back in clear.
 */
export const Person = z
  .object({
    name: z.string().trim().min(1).max(120),
    idNumber: z.string().trim().min(1).max(32).optional(),
  })
  .strict();
