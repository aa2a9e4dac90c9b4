import { z } from 'zod';

/**
 * What staff choose from where a step needs a reason. Closed lists: they can be counted, translated and audited, and
 * nobody can write a name into them.
 */

/** Why one person is called out of order. `came-late`: missed and here after all. */
export const CALL_REASONS = [
  'unwell',
  'brought-back-documents',
  'asked-by-colleague',
  'came-late',
  'other-necessity',
] as const;
export type CallReason = (typeof CALL_REASONS)[number];
export const callReasonSchema = z.enum(CALL_REASONS);

/** Why a counter pauses: shown at the counter and counted for the manager. */
export const PAUSE_REASONS = [
  'meal',
  'restroom',
  'documents',
  'consultation',
  'system',
  'training',
  'other',
] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];
export const pauseReasonSchema = z.enum(PAUSE_REASONS);
