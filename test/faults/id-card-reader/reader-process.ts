import { createSamSerialReader } from '../../../main/station/devices/id-card-reader/sam-serial.ts';
import { record } from '../../unit/id-card-reader/reader-bench.ts';

/** What the reader has told so far, and what the process has cost. */
export interface ReaderProcessReport {
  readonly atMs: number;
  readonly cpuMs: number;
  readonly story: readonly string[];
}

const REPORT_EVERY_MS = 100;

/** The driver alone in a process, so that its processor time can be measured. Argument: the serial path. */
const reader = createSamSerialReader({ path: process.argv[2] ?? '', simulated: true });
const story = record(reader);
reader.start();
setInterval(() => {
  const { user, system } = process.cpuUsage();
  const report: ReaderProcessReport = { atMs: performance.now(), cpuMs: (user + system) / 1000, story };
  process.send?.(report);
}, REPORT_EVERY_MS);
