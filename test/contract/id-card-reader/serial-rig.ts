import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { waitFor } from '../../support/wait-for.ts';

const SIMULATOR = new URL(
  '../../../main/station/devices/id-card-reader/sam/sam-simulator.ts',
  import.meta.url,
).pathname;

/** A serial line out of two ptys (socat), with the SAM simulator as a process of its own at the far end. */
export interface SerialRig {
  /** The near end: what the driver opens. */
  readonly path: string;
  readonly simulator: ChildProcess;
  /** Command bytes of every request that reached the simulator. */
  readonly asked: readonly string[];
  /** Gives the simulator an order and waits until it is done; throws what the simulator objects to. */
  order(command: object): Promise<void>;
  /** Waits until the simulator has been asked so many times more. */
  moreRequests(count: number): Promise<void>;
  /** Pulls the cable: both ends hang up. */
  cut(): Promise<void>;
  /** Plugs it in again. */
  join(): Promise<void>;
  end(): Promise<void>;
}

interface Said {
  readonly said: 'open' | 'closed' | 'asked' | 'done' | 'error';
  readonly command?: string;
  readonly reason?: string;
}

export async function serialRig(...simulatorArguments: string[]): Promise<SerialRig> {
  const folder = await mkdtemp(join(tmpdir(), 'sam-line-'));
  const [near, far] = [join(folder, 'near'), join(folder, 'far')];
  let socat = await strungBetween(near, far);
  const simulator = spawn(process.execPath, [SIMULATOR, '--path', far, ...simulatorArguments], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const heard = listenTo(simulator);
  const opened = () => heard.filter(({ said }) => said === 'open').length;
  const replies = () => heard.filter(({ said }) => said === 'done' || said === 'error');
  const asked = () => heard.flatMap(({ command }) => (command === undefined ? [] : [command]));
  await waitFor(() => opened() > 0 || undefined);
  return {
    path: near,
    simulator,
    get asked() {
      return asked();
    },
    async order(command) {
      const before = replies().length;
      simulator.stdin?.write(`${JSON.stringify(command)}\n`);
      const { reason } = await waitFor(() => replies()[before]);
      if (reason !== undefined) throw new Error(reason);
    },
    async moreRequests(count) {
      const before = asked().length;
      await waitFor(() => asked().length >= before + count || undefined);
    },
    cut: () => ended(socat),
    async join() {
      const before = opened();
      socat = await strungBetween(near, far);
      await waitFor(() => opened() > before || undefined);
    },
    async end() {
      await ended(simulator);
      await ended(socat);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function listenTo(simulator: ChildProcess): Said[] {
  const heard: Said[] = [];
  if (simulator.stdout === null) throw new Error('The simulator has no standard output');
  createInterface({ input: simulator.stdout }).on('line', (line) => heard.push(JSON.parse(line) as Said));
  return heard;
}

async function strungBetween(near: string, far: string): Promise<ChildProcess> {
  const end = (link: string) => `pty,raw,echo=0,link=${link}`;
  const socat = spawn('socat', [end(near), end(far)], { stdio: 'ignore' });
  await waitFor(() => (existsSync(near) && existsSync(far)) || undefined);
  return socat;
}

async function ended(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const gone = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGKILL');
  await gone;
}
