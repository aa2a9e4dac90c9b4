import { z } from 'zod';
import {
  judgementSchema,
  RATING_CASE_STATES,
  ratingCaseNoteSchema,
  ratingCaseStepSchema,
} from '../../../preload/contracts/rating-case.ts';
import { RATING_CHANNELS, ratingLevelSchema } from '../../../preload/contracts/rating.ts';

/** A case with its visit, as they stand in the tables. */
export const RatingCaseRowSchema = z.object({
  caseId: z.string(),
  ticketId: z.string(),
  realName: z.int().transform((flag) => flag === 1),
  receivedAtMs: z.int(),
  receivedOn: z.string(),
  state: z.enum(RATING_CASE_STATES),
  judgement: judgementSchema.nullable(),
  level: ratingLevelSchema,
  channel: z.enum(RATING_CHANNELS),
  serviceCode: z.string(),
  counterId: z.string().nullable(),
  number: z.string(),
  visitedOn: z.string(),
});
export type RatingCaseRow = z.output<typeof RatingCaseRowSchema>;

export const RatingCaseStepRowSchema = z.object({
  step: ratingCaseStepSchema,
  on: z.string(),
  atMs: z.int(),
  note: ratingCaseNoteSchema.nullable(),
  by: z.string().nullable(),
});
export type RatingCaseStepRow = z.output<typeof RatingCaseStepRowSchema>;
