import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where a service keeps its files when nobody says otherwise: `SONGTING_DATA`, or the system's place for them. */
export function defaultDataFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const chosen = environment['SONGTING_DATA'];
  if (chosen !== undefined && chosen !== '') return chosen;
  if (process.platform === 'win32') {
    return join(environment['ProgramData'] ?? 'C:\\ProgramData', 'Songting');
  }
  return join(environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'songting');
}

/** The hall's part of an installation's data folder: database, key, tokens, logs. */
export function hallFolder(dataFolder: string = defaultDataFolder()): string {
  return join(dataFolder, 'hall');
}

/** The station's part: print spool, its token, logs. */
export function stationFolder(dataFolder: string = defaultDataFolder()): string {
  return join(dataFolder, 'station');
}
