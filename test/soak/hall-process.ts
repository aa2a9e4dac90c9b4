import { runAsProcess } from '../../main/foundation/run-as-process.ts';
import { startHallService, type HallServiceOptions } from '../../main/hall/start-hall.ts';
import { scaledClock } from './scaled-clock.ts';
import { answerForMemory, logInto } from './tell-memory.ts';

export interface SoakHallOptions extends HallServiceOptions {
  readonly startWallMs: number;
  readonly speed: number;
  readonly logFile: string;
}

/** The hall service as it runs; only the queue's time passes faster. */
answerForMemory();
runAsProcess<SoakHallOptions>(({ startWallMs, speed, logFile, ...options }) =>
  startHallService({ ...options, clock: scaledClock(startWallMs, speed), logTo: logInto(logFile) }),
);
