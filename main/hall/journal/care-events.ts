import { z } from 'zod';
import {
  CARE_OUTCOMES,
  CARE_WISHES,
  DAY_PARTS,
  HOME_VISIT_OUTCOMES,
  HOME_VISIT_PURPOSES,
} from '../../../preload/contracts/hall/care-rows.ts';
import { vaultIdSchema } from '../vault/vocabulary.ts';

/** A word of the hall's own list of categories and needs. */
const listed = z.string().regex(/^[a-z][A-Za-z]{1,29}$/);
/** The name of a PC's token. */
const place = z.string().min(1).max(60);

/** Somebody consented to be visited. `careId` is also the key under which they are sealed. */
export const careRegistered = {
  careId: z.uuid(),
  vaultId: vaultIdSchema,
  helperVaultId: vaultIdSchema.optional(),
  category: listed,
  wish: z.enum(CARE_WISHES),
  need: listed,
  followUpOn: z.iso.date(),
  place,
};
export const careFollowed = {
  careId: z.uuid(),
  outcome: z.enum(CARE_OUTCOMES),
  /** Missing: nobody needs to come again. */
  nextOn: z.iso.date().optional(),
};
/** `visitId` is also the key under which the person is sealed. */
export const homeVisitBooked = {
  visitId: z.uuid(),
  vaultId: vaultIdSchema,
  purpose: z.enum(HOME_VISIT_PURPOSES),
  date: z.iso.date(),
  part: z.enum(DAY_PARTS),
  place,
};
export const homeVisitEnded = { visitId: z.uuid(), outcome: z.enum(HOME_VISIT_OUTCOMES) };
