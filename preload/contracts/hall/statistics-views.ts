import { z } from 'zod';
import { CounterId, ServiceCode } from '../ids.ts';
import { priorityClassSchema } from '../priority.ts';

const count = z.int().nonnegative();
const minutes = z.number().nonnegative().nullable();

/** Minutes, to a hundredth; null where nothing was measured. Percentiles by nearest rank. */
export const DurationView = z.object({
  count,
  meanMinutes: minutes,
  medianMinutes: minutes,
  p90Minutes: minutes,
  /** Longer than 30, longer than 60 minutes. */
  over30: count,
  over60: count,
});
export type DurationView = z.output<typeof DurationView>;

const group = { issued: count, waits: DurationView, service: DurationView };

/** How many calls kept what the rule promises. */
export const BoundView = z.object({ calls: count, kept: count });
export type BoundView = z.output<typeof BoundView>;

/** A rule with its numbers; those that another rule needs are null. */
export const RuleView = z.object({
  name: z.enum(['head-start', 'ratio', 'strict', 'fifo']),
  headStartMinutes: z.partialRecord(priorityClassSchema, z.number()).nullable(),
  priorityInARow: z.number().nullable(),
  ordinaryFirstAfterMinutes: z.number().nullable(),
});
export type RuleView = z.output<typeof RuleView>;

/** What happened in the hall over some days. No person and no number of a ticket. */
export const StatisticsView = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  /** Whose promise `bound` holds the calls to: the rule of today, also for days under another. */
  rule: RuleView,
  counts: z.object({
    issued: count,
    called: count,
    /** Without a number of the queue. */
    servedAtOnce: count,
    done: count,
    cancelled: count,
    lapsed: count,
    missed: count,
  }),
  /** From the ticket to its first call. */
  waits: DurationView,
  /** At the counter, without the time somebody was sent off for a copy. */
  service: DurationView,
  byService: z.array(z.object({ serviceCode: ServiceCode, serviceName: z.string(), ...group })),
  byClass: z.array(z.object({ priorityClass: priorityClassSchema, ...group })),
  byCounter: z.array(z.object({ counterId: CounterId, counterName: z.string(), ...group })),
  /** Service days on which the hall was open, in order. */
  byDay: z.array(
    z.object({ date: z.iso.date(), issued: count, meanMinutes: minutes, p90Minutes: minutes, over60: count }),
  ),
  /** Only hours in which somebody came. 1 = Monday. */
  byHour: z.array(
    z.object({
      weekday: z.int().min(1).max(7),
      hour: z.int().min(0).max(23),
      issued: count,
      meanMinutes: minutes,
    }),
  ),
  bound: BoundView,
  /** The minutes told at the issue against the wait; above zero people were told too long a wait. */
  estimate: z.object({ count, inside: count, meanErrorMinutes: z.number().nullable() }),
  /** Times that only a wrong clock can make; they stand in no other figure. */
  leftOut: count,
});
export type StatisticsView = z.output<typeof StatisticsView>;

/** How people waited under one rule. */
export const OutcomeView = z.object({
  rule: RuleView,
  waits: DurationView,
  byClass: z.array(z.object({ priorityClass: priorityClassSchema, waits: DurationView })),
  bound: BoundView,
});
export type OutcomeView = z.output<typeof OutcomeView>;
