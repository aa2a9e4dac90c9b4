import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { ensureElectronRuntime } from '../../resources/build/electron-runtime.ts';
import { startVirtualDisplay } from './virtual-display.ts';
import { waitFor } from './wait-for.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

export interface LaunchOptions {
  /** Arguments of the shell: `--role=kiosk`, `--config=…`. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The folder to start, with a package.json; the project itself if not given. */
  readonly appFolder?: string;
}

/** A line of the shell's log. */
export interface LogLine {
  readonly event: string;
  readonly service?: string;
  readonly role?: string;
  readonly reason?: string;
}

export interface LaunchedShell {
  readonly app: ElectronApplication;
  /** Everything this run keeps: profile and data. Removed on `close`. */
  readonly folder: string;
  /** The window that shows `app://hall/<name>/`, once it does. */
  page(name: string): Promise<Page>;
  log(): LogLine[];
  close(): Promise<void>;
}

/** Starts the built application in real Electron on a display of its own, with a fresh profile and free ports. */
export async function launchShell(options: LaunchOptions = {}): Promise<LaunchedShell> {
  const runtime = await ensureElectronRuntime(() => undefined);
  if (!runtime.ok) throw new Error(runtime.error);
  const display = await startVirtualDisplay();
  const folder = await mkdtemp(path.join(tmpdir(), 'songting-shell-'));
  const cleanUp = async (): Promise<void> => {
    await display.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const app = await _electron.launch({
      executablePath: runtime.value.executable,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium refuses root otherwise
        `--user-data-dir=${folder}`,
        options.appFolder ?? ROOT,
        '--hall-port=0',
        '--station-port=0',
        `--data=${path.join(folder, 'data')}`,
        ...(options.args ?? []),
      ],
      env: { ...definedOf(process.env), ...runtime.value.env, DISPLAY: display.name, ...options.env },
    });
    return opened(app, folder, cleanUp);
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

function opened(app: ElectronApplication, folder: string, cleanUp: () => Promise<void>): LaunchedShell {
  const child = app.process();
  let printed = '';
  child.stderr?.on('data', (chunk: Buffer) => void (printed += chunk.toString()));
  return {
    app,
    folder,
    page: (name) =>
      waitFor(() => {
        if (child.exitCode !== null) throw new Error(`The shell has ended:\n${printed}`);
        return app.windows().find((page) => page.url() === `app://hall/${name}/`);
      }),
    log: () => logLines(printed),
    close: async () => {
      await app.close();
      await cleanUp();
    },
  };
}

function logLines(printed: string): LogLine[] {
  return printed
    .split('\n')
    .filter((line) => line.startsWith('{"at":') && line.includes('"part":"shell"') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as LogLine);
}

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
