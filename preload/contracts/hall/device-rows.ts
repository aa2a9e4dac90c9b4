import { z } from 'zod';
import { CounterId, Instant } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { nobody } from './rows.ts';

const word = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'a word such as no-paper');

/** A device as its PC describes it to the hall: no more than somebody needs to go and look. */
export const ReportedDevice = z
  .object({
    /** As the station names it: "ticketPrinter". */
    device: z.string().regex(/^[A-Za-z][\w -]{0,39}$/, 'a device’s name: ticketPrinter'),
    /** Whose display or pad it is; missing for what belongs to no counter. */
    counterId: CounterId.nullable().optional(),
    state: z.enum(['ready', 'busy', 'connecting', 'unavailable']),
    reason: word.nullable(),
    /** What the device itself gives as the cause. */
    detail: word.nullable().optional(),
    paperLow: z.boolean(),
    simulated: z.boolean(),
  })
  .strict();
export type ReportedDevice = z.output<typeof ReportedDevice>;

/** The devices of one PC as it last described them. Older than DEVICES_STALE_AFTER_MS: nobody knows how they are. */
export const StationDevicesView = z.object({
  stationId: z.string(),
  devices: z.array(ReportedDevice),
  reportedAt: Instant,
});
export type StationDevicesView = z.output<typeof StationDevicesView>;

/** A station repeats itself this often, and says at once what changes. */
export const REPORT_DEVICES_EVERY_MS = 30_000;
/** Two reports missed: the PC is off or cut off. */
export const DEVICES_STALE_AFTER_MS = 60_000;

export const deviceRows = {
  reportDevices: {
    // Nothing is written: the hall's memory holds what was said last, however often it is said.
    effect: 'query',
    summary: 'A station says how its devices are; pages of the office hear it on the feed.',
    roles: ['kiosk', 'counter', 'display'],
    staff: nobody,
    input: z
      .object({
        stationId: z.string().regex(/^[0-9A-Za-z-]{1,16}$/, 'one to 16 letters, digits or hyphens'),
        devices: z.array(ReportedDevice).max(80),
      })
      .strict(),
    output: z.object({}),
  },
} as const satisfies OperationTable;
