import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { lstat, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EscPosPrinter } from '../../../main/station/devices/ticket-printer/esc-pos/esc-pos-printer.ts';
import { deviceLink } from '../../../main/station/devices/ticket-printer/links/device-link.ts';
import { linkFor } from '../../../main/station/devices/ticket-printer/links/open-link.ts';
import type { OpenLink } from '../../../main/station/devices/ticket-printer/links/printer-link.ts';
import type { PrinterStatus } from '../../../main/station/devices/ticket-printer/index.ts';
import { createTicketRenderer } from '../../../main/station/devices/ticket-printer/ticket-renderer.ts';
import { hastyTimers } from '../../support/paper/hasty-timers.ts';
import { readPapers } from '../../support/paper/read-paper.ts';
import { elderTicket, plainTicket } from '../../support/paper/sample-tickets.ts';
import { SimulatedPrinterProcess } from '../../support/paper/simulated-printer.ts';
import { waitFor } from '../../support/wait-for.ts';

const render = createTicketRenderer({ columns: 48, charset: 'gb18030' });
const job = { jobId: 'job-1', bytes: render(elderTicket) };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'songting-printer-'));
});
afterEach(() => rm(folder, { recursive: true }));

function lineTo(address: string): OpenLink {
  const link = linkFor(address, undefined, hastyTimers);
  if (!link.ok) throw new Error(link.error.kind);
  return link.value;
}

describe('a terminal line, by the serial driver and by the device file', () => {
  let hardware: SimulatedPrinterProcess;
  let wire: ChildProcess;
  let device: string;

  beforeEach(async () => {
    hardware = await SimulatedPrinterProcess.start();
    device = path.join(folder, 'printer');
    const pty = `pty,raw,echo=0,link=${device}`;
    wire = spawn('socat', [pty, `tcp:127.0.0.1:${hardware.port}`], { stdio: 'inherit' });
    await waitFor(() => lstat(device).catch(() => undefined));
  });
  afterEach(async () => {
    if (wire.exitCode === null && wire.signalCode === null) {
      const gone = once(wire, 'exit');
      wire.kill();
      await gone;
    }
    await hardware.stop();
  });

  const ways: [string, () => OpenLink][] = [
    ['serial', () => lineTo(device)],
    ['device file', () => deviceLink(device)],
  ];

  it.each(ways)('%s: prints two tickets, one after the other', async (_way, link) => {
    const printer = new EscPosPrinter(link());
    expect(await printer.status()).toEqual({ state: 'ready', paperLow: false });
    expect(await printer.print(job)).toEqual({ state: 'confirmed' });
    expect(await printer.print({ jobId: 'job-2', bytes: render(plainTicket) })).toEqual({
      state: 'confirmed',
    });
    expect((await hardware.tickets()).map(({ number }) => number)).toEqual(['A012', 'B007']);
    await printer.close();
  });

  it.each(ways)('%s: a cable pulled in the middle of a ticket leaves it unknown', async (_way, link) => {
    const printer = new EscPosPrinter(link(), hastyTimers);
    await hardware.tell({ do: 'run-out-after-lines', lines: 2 });
    const printing = printer.print(job);
    await waitFor(async () => (await hardware.tickets()).length > 0 || undefined);
    const gone = once(wire, 'exit');
    wire.kill();
    await gone;
    expect((await printing).state).toBe('unknown');
    await waitFor(async () => reasonOf(await printer.status()) === 'disconnected' || undefined);
    await printer.close();
  });
});

describe('a path that is no printer', () => {
  it('is a status when nothing is there', async () => {
    const printer = new EscPosPrinter(lineTo(path.join(folder, 'lp0')));
    expect(await printer.status()).toEqual({ state: 'unavailable', reason: 'disconnected' });
    expect(await printer.print(job)).toMatchObject({ state: 'refused' });
  });

  it('keeps every ticket when it is a plain file, and never calls one confirmed', async () => {
    const file = path.join(folder, 'tickets.bin');
    await writeFile(file, '');
    const printer = new EscPosPrinter(lineTo(file), hastyTimers);
    expect(await printer.print(job)).toMatchObject({ state: 'unknown', reason: 'silent' });
    expect(await printer.print(job)).toMatchObject({ state: 'unknown', reason: 'silent' });
    const tickets = readPapers(Buffer.from(stripQuestions(await readFile(file))));
    expect(tickets.map(({ number, whole }) => [number, whole])).toEqual([
      ['A012', true],
      ['A012', true],
    ]);
  });

  it.each(['printer:NAME', 'tcp://', 'http://127.0.0.1', ''])(
    'refuses the interface "%s" by name',
    (given) => {
      expect(linkFor(given)).toMatchObject({ ok: false, error: { kind: 'unknown-interface', given } });
    },
  );
});

const reasonOf = (status: PrinterStatus): string | undefined =>
  status.state === 'unavailable' ? status.reason : undefined;

/** A file keeps the questions too, which a printer takes out of the stream. */
function stripQuestions(bytes: Uint8Array): string | Uint8Array {
  return Buffer.from(
    Buffer.from(bytes)
      .toString('hex')
      .replace(/1004(01|02|04)/g, ''),
    'hex',
  );
}
