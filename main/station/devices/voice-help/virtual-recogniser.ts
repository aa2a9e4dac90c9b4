import { readFile } from 'node:fs/promises';
import { err, ok } from '../../../../preload/contracts/result.ts';
import type { Clock } from '../../../foundation/clock.ts';
import { restOr } from '../rest-or.ts';
import { heardIn, type Recogniser } from './port.ts';

const SECONDS = 2;

/** The virtual twin: "hears" what stands in a file, after the time a person would have spoken. Without it, nothing. */
export function createVirtualRecogniser({
  file,
  clock,
}: {
  readonly file: string;
  readonly clock: Clock;
}): Recogniser {
  return {
    simulated: true,
    seconds: SECONDS,
    async listen({ signal, onRecording }) {
      onRecording(true);
      const whole = await restOr(clock.sleep(SECONDS * 1000), signal);
      onRecording(false);
      if (!whole) return err('stopped');
      return ok(heardIn(await readFile(file, 'utf8').catch(() => '')));
    },
  };
}
