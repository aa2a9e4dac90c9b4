import type { StationProcessOptions } from '../foundation/process-messages.ts';
import { runAsProcess } from '../foundation/run-as-process.ts';
import { startStationService } from './start-station.ts';

runAsProcess<StationProcessOptions>((options) => startStationService(options));
