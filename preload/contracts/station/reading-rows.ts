import { z } from 'zod';
import { LANGUAGES } from '../configuration-kiosk.ts';
import { RequestId, ServiceCode } from '../ids.ts';
import type { OperationTable } from '../operation.ts';

export const READING_PACES = ['normal', 'slow'] as const;
export type ReadingPace = (typeof READING_PACES)[number];
export const READING_VOLUMES = ['low', 'middle', 'high'] as const;
export type ReadingVolume = (typeof READING_VOLUMES)[number];

const MOST_SENTENCES = 80;
const MOST_CHARACTERS = 300;

/** The kiosk reads aloud, and listens. */
export const readingRows = {
  readAloud: {
    effect: 'mutation',
    summary:
      'Read sentences aloud, one after the other. Silences at once whatever is being read. The feed says which is heard.',
    roles: ['kiosk'],
    staff: [],
    input: z
      .object({
        requestId: RequestId,
        language: z.enum(LANGUAGES),
        /** A drop-in voice of the feed's list. One that is not there, or speaks another language, is as none. */
        voice: z.string().max(60).nullable().optional(),
        sentences: z
          .array(
            z
              .object({
                text: z.string().min(1).max(MOST_CHARACTERS),
                /** Heard only through headphones; without them it is passed over (EN 301 549, 5.1.3.9). */
                private: z.boolean(),
              })
              .strict(),
          )
          .min(1)
          .max(MOST_SENTENCES),
        /** The sentence with which to begin, from 0: where it was stopped. */
        from: z
          .int()
          .nonnegative()
          .max(MOST_SENTENCES - 1)
          .default(0),
        /** `slow`: three quarters of the usual pace. */
        pace: z.enum(READING_PACES),
        volume: z.enum(READING_VOLUMES),
      })
      .strict(),
    output: z.object({ readingId: z.uuid() }),
  },
  stopReading: {
    effect: 'mutation',
    summary: 'Fall silent, in the middle of a word.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({ requestId: RequestId }).strict(),
    output: z.object({}),
  },
  attention: {
    effect: 'mutation',
    summary:
      'A short soft chime: the time is nearly over. While something is read it sounds between two sentences.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({ requestId: RequestId }).strict(),
    output: z.object({}),
  },
  listen: {
    effect: 'mutation',
    summary:
      'Record the person for the configured seconds, recognise it on this PC, and find the services that were meant. Nothing of it is kept.',
    roles: ['kiosk'],
    staff: [],
    // Twenty seconds to speak, fifteen to understand.
    answerWithinMs: 45_000,
    input: z.object({ requestId: RequestId }).strict(),
    output: z.object({
      /** What was understood, to be shown to the person; `null`: nothing was. */
      heard: z.string().max(MOST_CHARACTERS).nullable(),
      /** Best first. */
      services: z.array(ServiceCode).max(4),
    }),
  },
} as const satisfies OperationTable;
