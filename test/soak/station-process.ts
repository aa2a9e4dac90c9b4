import { runAsProcess } from '../../main/foundation/run-as-process.ts';
import { startStationService, type StationServiceOptions } from '../../main/station/start-station.ts';
import { answerForMemory, logInto } from './tell-memory.ts';

export interface SoakStationOptions extends StationServiceOptions {
  readonly logFile: string;
}

/** The station service as it runs, in real time: paper and sentences take as long as they take. */
answerForMemory();
runAsProcess<SoakStationOptions>(({ logFile, ...options }) =>
  startStationService({ ...options, logTo: logInto(logFile) }),
);
