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
