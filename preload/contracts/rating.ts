import { z } from 'zod';

/** The five levels of 好差评, best first, as the pads and pages order them (GB/T 39734-2020; 国办发〔2019〕51号). */
export const RATING_LEVELS = [5, 4, 3, 2, 1] as const;
export type RatingLevel = (typeof RATING_LEVELS)[number];
export const ratingLevelSchema = z.literal([1, 2, 3, 4, 5]);

/** 2 不满意 and 1 非常不满意 are 差评: somebody of the hall has to look into them. */
export function isLowRating(level: RatingLevel): boolean {
  return level <= 2;
}

/** Where a visit was rated. `qr-code`: with the code on the paper, on the visitor's own telephone. */
export const RATING_CHANNELS = ['pad', 'customer-screen', 'kiosk', 'qr-code'] as const;
export type RatingChannel = (typeof RATING_CHANNELS)[number];

/** Channels that are devices of the hall: they name the visit itself. The telephone only ever has its code. */
export const DEVICE_RATING_CHANNELS = [
  'pad',
  'customer-screen',
  'kiosk',
] as const satisfies readonly RatingChannel[];

/** The words of the norm, the same on every channel. */
export const RATING_LABELS: Readonly<Record<RatingLevel, { readonly zh: string; readonly en: string }>> = {
  5: { zh: '非常满意', en: 'Very satisfied' },
  4: { zh: '满意', en: 'Satisfied' },
  3: { zh: '基本满意', en: 'Fairly satisfied' },
  2: { zh: '不满意', en: 'Dissatisfied' },
  1: { zh: '非常不满意', en: 'Very dissatisfied' },
};
