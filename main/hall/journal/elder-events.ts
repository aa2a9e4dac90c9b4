import { z } from 'zod';
import {
  benefitSchema,
  CERTIFICATION_MODES,
  CERTIFICATION_PROOFS,
  CERTIFICATION_RESULTS,
  CONSENT_ANSWERS,
  CONSENT_WAYS,
  REMINDER_REASONS,
  STOP_CAUSES,
  STOP_DECISIONS,
} from '../../../preload/contracts/hall/benefit-values.ts';
import { vaultIdSchema } from '../vault/vocabulary.ts';

const beneficiaryId = z.uuid();
const benefits = z.array(benefitSchema);
const count = z.int().nonnegative();

/** A local list of elders was taken. `listId` is also the key under which its people are sealed: without it none can be read. */
export const elderListImported = {
  listId: z.uuid(),
  /** A further part of the list that counts already. */
  adds: z.boolean(),
  listed: count,
  /** Rows that were left out. */
  faults: count,
};

/** One person of a list, known by ids only. Somebody who stood on the list before keeps their id. */
export const elderListed = {
  listId: z.uuid(),
  beneficiaryId,
  vaultId: vaultIdSchema,
  benefits,
  hasPhone: z.boolean(),
};

/** A check that somebody lives and may still be paid. `confirmed` is missing until staff have looked at it. */
export const elderCertified = {
  certificationId: z.uuid(),
  beneficiaryId,
  /** "2026-05". */
  cycle: z.string().regex(/^\d{4}(-\d{2})?$/),
  benefits,
  mode: z.enum(CERTIFICATION_MODES),
  result: z.enum(CERTIFICATION_RESULTS),
  proofs: z.array(z.enum(CERTIFICATION_PROOFS)),
  confirmed: z.literal(true).optional(),
};
export const certificationChecked = { certificationId: z.uuid(), agrees: z.boolean() };

/** What somebody answered, how, and to which wording (个人信息保护法 art. 14). */
export const elderAnswered = {
  beneficiaryId,
  answer: z.enum(CONSENT_ANSWERS),
  how: z.enum(CONSENT_WAYS),
  textVersion: z.string().regex(/^\d{4}\.\d{1,3}$/),
};
export const elderOfferAccepted = { beneficiaryId };
/** Somebody reviewed the amount that begins on this day. */
export const elderTierConfirmed = { beneficiaryId, on: z.iso.date() };
/** Names and telephone numbers left the hall on a list: whose, and why. */
export const remindersExported = {
  exportId: z.uuid(),
  reason: z.enum(REMINDER_REASONS),
  beneficiaryIds: z.array(beneficiaryId).max(2_000),
};

/** A person of the hall's list stands on a list of who died or moved away. It stops nothing: staff decide. */
export const stopReported = { taskId: z.uuid(), beneficiaryId, cause: z.enum(STOP_CAUSES) };
export const stopDecided = { taskId: z.uuid(), decision: z.enum(STOP_DECISIONS) };
