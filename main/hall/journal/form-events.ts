import { z } from 'zod';

/** A form came out of a printer. Which one and in which version: whose it is stands on the paper alone. */
export const formPrinted = {
  formId: z.string().regex(/^[a-z][a-z0-9-]{2,59}$/),
  version: z.string().regex(/^\d{4}\.\d{1,3}$/),
  size: z.enum(['standard', 'large']),
  prefilled: z.boolean(),
  printState: z.enum(['confirmed', 'unknown']),
  /** The name of a PC's token. */
  place: z.string().min(1).max(60),
};
