import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SimulatedPrinterProcess } from '../../support/paper/simulated-printer.ts';

const PROGRAM = fileURLToPath(new URL('../../support/paper/spool-program.ts', import.meta.url));
const NUMBERS = ['A001', 'A002', 'A003', 'A004', 'A005'];

let folder: string;
let hardware: SimulatedPrinterProcess;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'songting-killed-'));
  hardware = await SimulatedPrinterProcess.start();
});
afterEach(async () => {
  await hardware.stop();
  await rm(folder, { recursive: true });
});

type Line = { readonly done?: Record<string, string>; readonly state?: string };

/** Runs the station until `killWhen` says so, then kill -9; answers the final states when it came to its end. */
async function runStation(
  killWhen: (line: Line, index: number) => boolean,
): Promise<Record<string, string> | undefined> {
  const arguments_ = [PROGRAM, path.join(folder, 'station.db'), hardware.address, ...NUMBERS];
  const station = spawn(process.execPath, arguments_, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(station, 'exit');
  let index = 0;
  let done: Record<string, string> | undefined;
  for await (const text of createInterface({ input: station.stdout })) {
    const line = JSON.parse(text) as Line;
    done = line.done ?? done;
    if (killWhen(line, index)) station.kill('SIGKILL');
    index += 1;
  }
  await gone;
  return done;
}

it('killed after every step in turn: each ticket ends confirmed or unknown, none comes out twice', async () => {
  let kills = 0;
  let states: Record<string, string> | undefined;
  // Each start writes at least one line more before its end than it is allowed to: the n-th is killed at line n.
  for (let at = 0; states === undefined && at < 40; at += 1) {
    states = await runStation((_line, index) => index === at);
    if (states === undefined) kills += 1;
  }
  states ??= await runStation(() => false);

  expect(kills).toBeGreaterThan(3);
  expect(Object.keys(states ?? {})).toEqual(NUMBERS);
  const tickets = await hardware.tickets();
  for (const number of NUMBERS) {
    const papers = tickets.filter((ticket) => ticket.number === number && !ticket.reprint);
    expect(['confirmed', 'unknown']).toContain(states?.[number]);
    expect(papers.length, `papers of ${number}`).toBeLessThanOrEqual(1);
    if (states?.[number] === 'confirmed') expect(papers).toMatchObject([{ whole: true }]);
  }
});

it('killed while a ticket is at the printer: that one stays unknown, the others are printed', async () => {
  await runStation((line) => line.state === 'sent');
  const states = await runStation(() => false);
  expect(states?.['A001']).toBe('unknown');
  expect(NUMBERS.slice(1).map((number) => states?.[number])).toEqual(Array(4).fill('confirmed'));
});
