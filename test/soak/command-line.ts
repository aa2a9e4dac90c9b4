import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../preload/contracts/result.ts';

export interface SoakOptions {
  /** Of the hall's time. */
  readonly hours: number;
  /** So many times as fast as the day outside. */
  readonly speed: number;
  readonly seed: number;
  readonly jsonFile?: string;
}

export const USAGE = `npm run soak [-- --hours 12] [--speed 50] [--seed 1] [--json FILE]
  --hours 12   length of the day in the hall
  --speed 50   the hall's time passes so many times as fast: 12 hours are 14.4 minutes
  --seed 1     another number is another day
  --json FILE  writes the findings to this file as well`;

/** Reads the words after the command. The error is a sentence for whoever typed them. */
export function readSoakOptions(words: readonly string[]): Result<SoakOptions, string> {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        hours: { type: 'string', default: '12' },
        speed: { type: 'string', default: '50' },
        seed: { type: 'string', default: '1' },
        json: { type: 'string' },
      },
    });
    const [hours, speed, seed] = [Number(values.hours), Number(values.speed), Number(values.seed)];
    if (!(hours > 0 && hours <= 24)) return err('--hours: more than 0, at most 24');
    if (!(speed >= 1 && speed <= 100)) return err('--speed: from 1 to 100');
    if (!Number.isInteger(seed)) return err('--seed: a whole number');
    return ok({ hours, speed, seed, ...(values.json !== undefined && { jsonFile: values.json }) });
  } catch (mistake) {
    return err(mistake instanceof Error ? mistake.message : String(mistake));
  }
}
