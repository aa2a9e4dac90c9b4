import { z } from 'zod';
import { block, line, measure, said, whole, written } from './configuration-words.ts';

const percent = whole(0, 100);
const pace = measure(0.5, 1.5);
const yesOrNo = z.boolean(said('true or false', 'true 或 false'));
const timeOfDay = written(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day: "12:00"', '时刻："12:00"');

const VolumeSpan = block({ from: timeOfDay, to: timeOfDay, volume: percent }).refine(
  ({ from, to }) => from < to,
  { message: said('an end that is later than the beginning', '结束须晚于开始') },
);

/** How calls are spoken: `devices.speaker`, beside its driver. */
export const announcements = {
  /** A folder with recorded words, used before the synthetic voice. */
  clips: line(400).optional(),
  bell: yesOrNo.default(true),
  /** How often a call is spoken: the second time and later slower. */
  times: whole(1, 3).default(2),
  pace: pace.default(1),
  /** Also for a number that a clerk calls again. */
  repeatPace: pace.default(0.8),
  /** While more calls than this wait behind it, a call is not repeated. */
  repeatWhileWaiting: whole(0, 50).default(5),
  /** How a 1 in a ticket's number is read: 一 or 幺. */
  one: z.enum(['yi', 'yao']).default('yi'),
  sayPriority: yesOrNo.default(false),
  volume: percent.default(100),
  volumeAt: z.array(VolumeSpan, said('a list of times of day', '时段列表')).max(12).default([]),
  /** After a lost line or a restart, older calls are shown but not spoken. */
  lateSeconds: whole(5, 600).default(30),
};
