import { z } from 'zod';
import { block, said, whole } from './configuration-words.ts';

const dateForm = said('a date in quotes: "2027-02-05"', '加引号的日期："2027-02-05"');
const dates = z
  .array(z.iso.date(dateForm), said('a list of dates: ["2027-02-05"]', '日期列表：["2027-02-05"]'))
  .max(200)
  .default([]);

/** 好差评: limits differ from city to city, so they are the hall's data. */
export const RatingsConfiguration = block({
  /** Until a visitor who left a bad rating in their own name is spoken to. */
  contactWithinWorkingDays: whole(1, 15).default(1),
  fixWithinWorkingDays: whole(1, 30).default(5),
  /** Free days and worked weekends besides those that ship with the program. */
  holidays: dates,
  workdays: dates,
  /** Natural days after which silence is shown as 基本满意, apart from real ratings; null = never. */
  silenceCountsAfterDays: whole(1, 60).nullable().default(null),
});
export type RatingsConfiguration = z.output<typeof RatingsConfiguration>;
