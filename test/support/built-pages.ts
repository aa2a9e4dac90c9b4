import { execFile } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { pagesFolder } from '../../main/foundation/resources.ts';
import { ROOT } from '../../resources/build/parts.ts';

/** Builds the pages that the services serve, unless those built last are newer than every source. */
export async function ensureBuiltPages(): Promise<void> {
  const built = path.join(pagesFolder(), 'display', 'index.html');
  const sources = globSync('{renderer,preload,resources/build,resources/locales}/**/*', { cwd: ROOT });
  const newest = Math.max(...sources.map((file) => statSync(path.join(ROOT, file)).mtimeMs));
  if (existsSync(built) && statSync(built).mtimeMs > newest) return;
  await promisify(execFile)(process.execPath, [path.join('resources', 'build', 'build.ts'), 'renderer'], {
    cwd: ROOT,
  });
}
