import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Client } from '../../../preload/contracts/operation.ts';
import type { Configuration } from '../../../preload/contracts/configuration.ts';
import type { Clock } from '../../foundation/clock.ts';
import type { Lifetime } from '../../foundation/lifetime.ts';
import type { Log } from '../../foundation/log/index.ts';
import type { HallListener } from '../calls/index.ts';
import { DifficultyReports } from './difficulty-reports.ts';
import { HelpDesk } from './help-desk.ts';
import { openHelpFile } from './help-file.ts';

export interface OpenHelpOptions {
  readonly configuration: Pick<Configuration, 'station'>;
  readonly dataDirectory: string;
  readonly hall: Client<HallOperations>;
  readonly clock: Clock;
  readonly log: Log;
}

export interface OpenedHelp {
  readonly help: HelpDesk;
  readonly difficulties: DifficultyReports;
  /** What has to hear of the hall for it. */
  readonly listeners: readonly HallListener[];
}

/** Help and difficulties of this PC. One that no visitor touches keeps no file of them and need not hear of the hall. */
export function openHelp(options: OpenHelpOptions, life: Lifetime, onChange: () => void): OpenedHelp {
  const { configuration, dataDirectory, hall, clock, log } = options;
  const isKiosk = configuration.station.role === 'kiosk';
  const file = isKiosk ? openHelpFile(dataDirectory, life, log) : undefined;
  const help = new HelpDesk({ hall, file, onChange });
  const difficulties = life.own(new DifficultyReports({ hall, file, clock, log }), (sender) => sender.stop());
  return { help, difficulties, listeners: isKiosk ? [help] : [] };
}
