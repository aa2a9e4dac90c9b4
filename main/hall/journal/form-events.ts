import { z } from 'zod';
import { CounterId } from '../../../preload/contracts/ids.ts';
import { vaultIdSchema } from '../vault/vocabulary.ts';

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

/** What a form was filled with went into the vault. The code is on the paper; it says nothing of anybody. */
export const draftKept = {
  draftId: z.uuid(),
  code: z.string().length(8),
  formId: formPrinted.formId,
  version: formPrinted.version,
  title: z.string().min(1).max(60),
  vaultId: vaultIdSchema,
  place: formPrinted.place,
};
/** A clerk with the paper in hand looked at it. */
export const draftRecalled = { draftId: z.uuid(), counterId: CounterId };
