import { said, written } from './configuration-words.ts';

export const timeOfDay = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const OPEN_HOURS = new RegExp(`^${timeOfDay}-${timeOfDay}(?:, ?${timeOfDay}-${timeOfDay}){0,3}$`);

/** "08:30-12:00, 14:00-17:30" */
export const OpenHours = written(
  OPEN_HOURS,
  'like "08:30-12:00, 14:00-17:30"',
  '如 "08:30-12:00, 14:00-17:30"',
)
  .transform((text) =>
    text.split(/, ?/).map((range) => ({ opens: range.slice(0, 5), closes: range.slice(6) })),
  )
  .refine(
    (ranges) =>
      ranges.every(({ opens, closes }, i) => opens < closes && opens >= (ranges[i - 1]?.closes ?? '')),
    {
      message: said('times in order, each range ending after it begins', '时间须先后有序，每段结束晚于开始'),
    },
  );
