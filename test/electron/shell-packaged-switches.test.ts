import { execFile } from 'node:child_process';
import { mkdtemp, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureElectronRuntime } from '../../resources/build/electron-runtime.ts';
import { startVirtualDisplay, type VirtualDisplay } from '../support/virtual-display.ts';

const run = promisify(execFile);
const ROOT = path.join(import.meta.dirname, '..', '..');

let folder: string;
let program: string;
let display: VirtualDisplay;

/** Electron calls a program packaged when its executable has a name of its own. */
beforeAll(async () => {
  const runtime = await ensureElectronRuntime(() => undefined);
  if (!runtime.ok) throw new Error(runtime.error);
  const source = path.dirname(runtime.value.executable);
  folder = await mkdtemp(`${source}-packaged-`); // beside it, so that links instead of copies will do
  await run('cp', ['-al', `${source}/.`, folder]);
  await rename(path.join(folder, 'electron'), path.join(folder, 'songting'));
  await symlink(ROOT, path.join(folder, 'resources', 'app'));
  program = path.join(folder, 'songting');
  display = await startVirtualDisplay();
});
afterAll(async () => {
  await display?.stop();
  await rm(folder, { recursive: true, force: true });
});

it.each(['--remote-debugging-port=0', '--inspect=0', '--js-flags=--allow-natives-syntax'])(
  'a packaged program does not start with %s',
  async (given) => {
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const args = [given, ...asRoot, `--user-data-dir=${path.join(folder, 'profile')}`];
    const ended = run(program, args, { env: { ...process.env, DISPLAY: display.name } });
    const failure: unknown = await ended.then(
      () => 'started and ended well',
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: 1 });
    const { stderr } = failure as { stderr: string };
    expect(stderr).toContain(`"event":"switch-refused","reason":"${given}"`);
    expect(stderr).not.toContain('DevTools listening');
  },
);
