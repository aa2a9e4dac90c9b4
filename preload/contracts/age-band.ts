import { z } from 'zod';

/**
 * Ten years of age and more, the finest the hall remembers of anybody's age. By a band nobody can be told from the others
 * who came for the same service, and no birthday can be worked out from it (个人信息保护法 art. 73 (4), anonymised); it says
 * no more than the queue can see. Edges of their own, whatever age a hall gives priority from: what people of 72 come for
 * does not change with a rule of the queue.
 */
export const AGE_BANDS = ['under-60', '60-69', '70-79', '80-plus'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];
export const ageBandSchema = z.enum(AGE_BANDS);

/** For whom services are put in order: a band, `elder` who says so without a card, `anyone` whose age is not known. */
export const AUDIENCES = [...AGE_BANDS, 'elder', 'anyone'] as const;
export type Audience = (typeof AUDIENCES)[number];
export const audienceSchema = z.enum(AUDIENCES);

/** The band of an age in full years. */
export function ageBandOf(years: number): AgeBand {
  if (years < 60) return 'under-60';
  if (years < 70) return '60-69';
  return years < 80 ? '70-79' : '80-plus';
}

export function isElderAudience(audience: Audience): boolean {
  return audience !== 'under-60' && audience !== 'anyone';
}
