import { runAsProcess } from '../foundation/run-as-process.ts';
import { startHallService, type HallServiceOptions } from './start-hall.ts';

runAsProcess<HallServiceOptions>((options) => startHallService(options));
