import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../main/foundation/clock.ts';
import { openDatabase, type Database } from '../../../main/foundation/sqlite/open-database.ts';
import { openTicketPrinter, type TicketPrinter } from '../../../main/station/devices/ticket-printer/index.ts';
import { createSpool, spoolMigrations, type PrintSpool } from '../../../main/station/spool/index.ts';
import { ticketNumbered } from '../../support/paper/sample-tickets.ts';
import { SimulatedPrinterProcess } from '../../support/paper/simulated-printer.ts';
import { waitFor } from '../../support/wait-for.ts';

let folder: string;
let hardware: SimulatedPrinterProcess;
let database: Database;
let printer: TicketPrinter;
let spool: PrintSpool;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'songting-cable-'));
  hardware = await SimulatedPrinterProcess.start();
  const settings = {
    driver: 'esc-pos',
    interface: hardware.address,
    columns: 48,
    charset: 'gb18030',
  } as const;
  const opened = openTicketPrinter(settings);
  const file = openDatabase({ file: path.join(folder, 'station.db'), migrations: spoolMigrations });
  if (!opened.ok || !file.ok) throw new Error('cannot begin');
  database = file.value;
  ({ printer } = opened.value);
  spool = createSpool({ database, printer, render: opened.value.render, clock: systemClock });
  spool.start();
});
afterEach(async () => {
  await printer.close();
  await spool.stop();
  database.close();
  await hardware.stop();
  await rm(folder, { recursive: true });
});

const enqueue = (number: string) =>
  spool.enqueue({ jobId: `job-${number}`, ticketId: `tk-${number}`, paper: ticketNumbered(number) });
const reaches = (number: string, state: string) =>
  waitFor(() => spool.state(`tk-${number}`) === state || undefined);
const papersOf = async (number: string) =>
  (await hardware.tickets())
    .filter((ticket) => ticket.number === number)
    .map(({ whole, reprint }) => ({ whole, reprint }));

describe('the cable is pulled in the middle of a ticket', () => {
  it('leaves that ticket unknown without a second paper, and the next ones come out', async () => {
    await hardware.tell({ do: 'close-after-bytes', bytes: 150 });
    enqueue('A001');
    enqueue('A002');
    await reaches('A002', 'confirmed');
    expect(spool.state('tk-A001')).toBe('unknown');
    expect(await papersOf('A001')).toEqual([{ whole: false, reprint: false }]);
    expect(await papersOf('A002')).toEqual([{ whole: true, reprint: false }]);
  });

  it('is put right by staff with a reprint of the same number', async () => {
    await hardware.tell({ do: 'close-after-bytes', bytes: 150 });
    enqueue('A001');
    await reaches('A001', 'unknown');
    spool.reprint('tk-A001');
    await reaches('A001', 'confirmed');
    expect(await papersOf('A001')).toEqual([
      { whole: false, reprint: false },
      { whole: true, reprint: true },
    ]);
  });

  it.each([1, 9, 10, 11, 40, 600])('after %i bytes, never more than one paper', async (bytes) => {
    await hardware.tell({ do: 'close-after-bytes', bytes });
    const numbers = ['A001', 'A002', 'A003'];
    numbers.forEach(enqueue);
    await reaches('A003', 'confirmed');
    for (const number of numbers) {
      const papers = await papersOf(number);
      expect(papers.length).toBeLessThanOrEqual(1);
      if (spool.state(`tk-${number}`) === 'confirmed')
        expect(papers).toEqual([{ whole: true, reprint: false }]);
      else expect(spool.state(`tk-${number}`)).toBe('unknown');
    }
  });
});

describe('the paper ends in the middle of a ticket', () => {
  it('prints the rest when staff changed the roll: one paper, confirmed late, then those who waited', async () => {
    await hardware.tell({ do: 'run-out-after-lines', lines: 3 });
    enqueue('A001');
    enqueue('A002');
    await reaches('A001', 'unknown');
    expect(spool.state('tk-A002')).toBe('pending');
    expect(await printer.status()).toEqual({ state: 'unavailable', reason: 'no-paper' });
    await hardware.tell({ do: 'set', paper: 'full' });
    await reaches('A001', 'confirmed');
    await reaches('A002', 'confirmed');
    expect(await papersOf('A001')).toEqual([{ whole: true, reprint: false }]);
    expect(await papersOf('A002')).toEqual([{ whole: true, reprint: false }]);
  });
});

describe('the printer is switched off', () => {
  it('tickets wait, and each comes out once when it is back', async () => {
    await hardware.tell({ do: 'switch-off' });
    enqueue('A001');
    enqueue('A002');
    await waitFor(async () => (await printer.status()).state === 'unavailable' || undefined);
    expect(spool.state('tk-A001')).toBe('pending');
    await hardware.tell({ do: 'switch-on' });
    await reaches('A002', 'confirmed');
    expect(await papersOf('A001')).toHaveLength(1);
    expect(await papersOf('A002')).toHaveLength(1);
  });
});
