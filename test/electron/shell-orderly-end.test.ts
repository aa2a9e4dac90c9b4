import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ensureElectronRuntime } from '../../resources/build/electron-runtime.ts';
import { buildShellFixture } from '../support/shell-fixture/build.ts';
import { startVirtualDisplay } from '../support/virtual-display.ts';
import { waitFor } from '../support/wait-for.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

// Without Playwright: Node waits for an attached debugger before it ends.
it('asked to end by the system, a kiosk ends its services and itself, with code 0', async () => {
  const runtime = await ensureElectronRuntime(() => undefined);
  if (!runtime.ok) throw new Error(runtime.error);
  const [fixture, display] = await Promise.all([buildShellFixture(), startVirtualDisplay()]);
  const folder = await mkdtemp(path.join(tmpdir(), 'songting-end-'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const ports = ['--hall-port=0', '--station-port=0'];
  const args = [...asRoot, `--user-data-dir=${folder}`, ROOT, ...ports, '--role=kiosk', '--kiosk-mode'];
  const program = spawn(runtime.value.executable, [...args, ...fixture.args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...runtime.value.env, DISPLAY: display.name },
  });
  let printed = '';
  program.stderr.on('data', (chunk: Buffer) => void (printed += chunk.toString()));
  try {
    const addresses = await waitFor(() => {
      const ready = [...printed.matchAll(/"event":"service-ready".*"address":"([^"]+)"/g)];
      return ready.length === 2 ? ready.map((match) => match[1] ?? '') : undefined;
    });
    const services = await Promise.all(addresses.map(processAt));
    expect(services.every(isAlive)).toBe(true);
    const exited = once(program, 'exit');
    program.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    // The system tells of each end when it gets to it.
    await waitFor(() => services.every((pid) => !isAlive(pid)) || undefined);
  } finally {
    program.kill('SIGKILL');
    await display.stop();
    await fixture.remove();
    await rm(folder, { recursive: true, force: true });
  }
});

async function processAt(address: string): Promise<number> {
  return ((await (await fetch(`${address}/who`)).json()) as { pid: number }).pid;
}

/** A process that has ended stays listed, as a zombie, until somebody asks for its exit code. */
function isAlive(pid: number): boolean {
  try {
    const [, state] = /\) (\w) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return state !== 'Z';
  } catch {
    return false;
  }
}
