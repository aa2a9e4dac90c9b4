import { z } from 'zod';

/** Where the work on a bad rating stands (GB/T 39734-2020 clause 9: checked, put right, visited again, published). */
export const RATING_CASE_STATES = ['received', 'contacted', 'judged', 'fixed', 'visited', 'closed'] as const;
export type RatingCaseState = (typeof RATING_CASE_STATES)[number];

export const RATING_CASE_STEPS = ['contact', 'judge', 'fix', 'visit', 'close'] as const;
export type RatingCaseStep = (typeof RATING_CASE_STEPS)[number];

/**
 * What came out of looking into it. `fix-now` clear and fair: put right at once; `fix-by` right, and takes time; `explain` the
 * law asks for what was done; `mistaken` pressed by mistake or in bad faith: a second person has to agree.
 */
export const JUDGEMENTS = ['fix-now', 'fix-by', 'explain', 'mistaken'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** Closed lists instead of free words: nobody writes a name or a telephone number into the record. */
export const RATING_CASE_NOTES = {
  contact: ['spoke', 'not-reached', 'does-not-wish-to-talk'],
  judge: [
    'waited-long',
    'guidance-unclear',
    'asked-to-come-again',
    'asked-for-too-much',
    'attitude',
    'mistake-in-the-matter',
    'rules-not-understood',
    'place-or-device',
    'pressed-by-mistake',
    'other',
  ],
  fix: [
    'apologised',
    'matter-completed',
    'way-of-working-changed',
    'staff-trained',
    'place-or-device-repaired',
  ],
  visit: ['satisfied-now', 'not-satisfied', 'not-reached', 'does-not-wish-to-talk'],
  close: [],
} as const satisfies Readonly<Record<RatingCaseStep, readonly string[]>>;
export type RatingCaseNote = (typeof RATING_CASE_NOTES)[RatingCaseStep][number];

export const judgementSchema = z.enum(JUDGEMENTS);
export const ratingCaseStepSchema = z.enum(RATING_CASE_STEPS);
export const ratingCaseNoteSchema = z.enum([
  ...new Set([
    ...RATING_CASE_NOTES.contact,
    ...RATING_CASE_NOTES.judge,
    ...RATING_CASE_NOTES.fix,
    ...RATING_CASE_NOTES.visit,
  ]),
]);
