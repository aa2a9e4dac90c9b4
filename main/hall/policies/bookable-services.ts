import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ServiceCode } from '../../../preload/contracts/ids.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { resourcesFolder } from '../../foundation/resources.ts';
import type { BookableService } from '../domain/appointments/appointment-policy.ts';
import type { FileFault } from './dated-figures-file.ts';
import { POLICY_FOLDER } from './organisation-figures.ts';
import { readPolicyJson } from './policy-text.ts';

export const BOOKABLE_SERVICES_FILE = 'appointments.json';

const LONGEST_MINUTES = 480;
const MOST_PLACES = 1000;

const Line = z
  .object({
    service: ServiceCode,
    minutes: z.int().min(1).max(LONGEST_MINUTES).nullable(),
    places: z.int().min(1).max(MOST_PLACES).nullable(),
    people: z.literal([1, 2]),
    festival: z.boolean(),
    from: z.iso.date(),
    until: z.iso.date().optional(),
    source: z.string().min(1),
  })
  .strict()
  .refine(({ from, until }) => until === undefined || from <= until, {
    error: 'the same day as "from" or a later one',
    path: ['until'],
  });

const ServicesFile = z
  .object({ version: z.literal(1), note: z.string().optional(), services: z.array(Line) })
  .strict();

export interface BookableServices {
  readonly services: readonly BookableService[];
  /** Why the hall's own file is not used; empty where it is, or where there is none. */
  readonly faults: readonly FileFault[];
}

/**
 * The services that people can be booked for: those that ship with the program, or the hall's own file in their place. A file
 * of the hall's that has a mistake is not used at all. Throws when the shipped file is damaged.
 */
export function loadBookableServices(dataDirectory?: string): BookableServices {
  const shipped = readServicesFile(join(resourcesFolder(), 'policy', BOOKABLE_SERVICES_FILE));
  if (!shipped.ok) throw new Error(shipped.error.map(({ sentence }) => sentence).join('\n'));
  const own =
    dataDirectory === undefined ? undefined : join(dataDirectory, POLICY_FOLDER, BOOKABLE_SERVICES_FILE);
  if (own === undefined || !existsSync(own)) return { services: shipped.value, faults: [] };
  const read = readServicesFile(own);
  return read.ok ? { services: read.value, faults: [] } : { services: shipped.value, faults: read.error };
}

function readServicesFile(file: string): Result<readonly BookableService[], readonly FileFault[]> {
  const text = readPolicyJson(file);
  if (!text.ok) return err([{ kind: text.error.kind, line: 0, sentence: `${file}: ${text.error.said}` }]);
  const parsed = ServicesFile.safeParse(text.value);
  if (!parsed.success) return err(parsed.error.issues.map((issue) => formFault(file, issue)));
  const services = parsed.data.services.map(
    ({ service, minutes, places, people, festival, from, until }): BookableService => ({
      ...{ serviceCode: service, minutes, places, people, festival, from, until },
    }),
  );
  const faults = overlaps(file, services);
  return faults.length === 0 ? ok(services) : err(faults);
}

function formFault(file: string, { path, message }: z.core.$ZodIssue): FileFault {
  const line = path[0] === 'services' && typeof path[1] === 'number' ? path[1] + 1 : 0;
  return { kind: 'form', line, sentence: `${file}: ${path.join('.')}: ${message}` };
}

const FOREVER = '9999-12-31';

/** Two lines of one service must not count on the same day. */
function overlaps(file: string, services: readonly BookableService[]): FileFault[] {
  return services.flatMap((one, at): FileFault[] => {
    const other = services.findIndex(
      (earlier, place) =>
        place < at &&
        earlier.serviceCode === one.serviceCode &&
        earlier.from <= (one.until ?? FOREVER) &&
        one.from <= (earlier.until ?? FOREVER),
    );
    if (other < 0) return [];
    const said = `on some days line ${other + 1} counts as well. End one with "until" the day before the other begins.`;
    const sentence = `${file}: line ${at + 1} of "services" (${one.serviceCode}): ${said}`;
    return [{ kind: 'overlaps', line: at + 1, sentence }];
  });
}
