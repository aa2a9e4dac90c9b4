import type { HallProcessOptions } from '../foundation/process-messages.ts';
import { runAsProcess } from '../foundation/run-as-process.ts';
import { startHallService } from './start-hall.ts';

runAsProcess<HallProcessOptions>((options) => startHallService(options));
