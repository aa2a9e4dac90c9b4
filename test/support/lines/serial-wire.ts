import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '../wait-for.ts';

/** A serial line out of two ptys (socat): the driver opens `near`, a simulator `far`. */
export interface SerialWire {
  readonly near: string;
  readonly far: string;
  /** Pulls the cable: both ends hang up. */
  cut(): Promise<void>;
  join(): Promise<void>;
  end(): Promise<void>;
}

export async function serialWire(): Promise<SerialWire> {
  const folder = await mkdtemp(join(tmpdir(), 'songting-line-'));
  const [near, far] = [join(folder, 'near'), join(folder, 'far')];
  let socat = await strungBetween(near, far);
  return {
    near,
    far,
    cut: () => ended(socat),
    async join() {
      socat = await strungBetween(near, far);
    },
    async end() {
      await ended(socat);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function strungBetween(near: string, far: string): Promise<ChildProcess> {
  const end = (link: string): string => `pty,raw,echo=0,link=${link}`;
  const socat = spawn('socat', [end(near), end(far)], { stdio: 'ignore' });
  await waitFor(() => (existsSync(near) && existsSync(far)) || undefined);
  return socat;
}

/** Kills a process that the test started, and waits until it is gone. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
