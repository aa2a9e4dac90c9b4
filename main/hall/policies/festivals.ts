import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { resourcesFolder } from '../../foundation/resources.ts';
import type { Festival } from '../domain/appointments/appointment-policy.ts';

const FestivalLine = z
  .object({
    id: z.string().regex(/^[a-z][a-z-]{1,29}$/),
    nameZh: z.string().min(1),
    nameEn: z.string().min(1),
    monthDay: z
      .string()
      .regex(/^\d{2}-\d{2}$/)
      .optional(),
    dates: z.array(z.iso.date()).min(1).optional(),
  })
  .strict()
  .refine(({ monthDay, dates }) => (monthDay === undefined) !== (dates === undefined), {
    error: 'either "monthDay" or "dates"',
  });
const FestivalsFile = z
  .object({ version: z.literal(1), note: z.string().optional(), festivals: z.array(FestivalLine) })
  .strict();

/** The days that many couples want. Throws when the shipped file is damaged. */
export function loadFestivals(
  file: string = join(resourcesFolder(), 'calendar', 'festivals.json'),
): readonly Festival[] {
  return FestivalsFile.parse(JSON.parse(readFileSync(file, 'utf8'))).festivals;
}
