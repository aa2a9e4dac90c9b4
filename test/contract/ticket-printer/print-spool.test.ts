import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../main/foundation/clock.ts';
import { openDatabase, type Database } from '../../../main/foundation/sqlite/open-database.ts';
import {
  VirtualPrinter,
  type PrintJob,
  type PrintOutcome,
  type PrintStep,
  type TicketRenderer,
} from '../../../main/station/devices/ticket-printer/index.ts';
import { createTicketRenderer } from '../../../main/station/devices/ticket-printer/ticket-renderer.ts';
import {
  createSpool,
  spoolMigrations,
  type PrintSpool,
  type PrintStateChange,
  type TicketPrintChange,
} from '../../../main/station/spool/index.ts';
import { readPaper, type ReadTicket } from '../../support/paper/read-paper.ts';
import { elderTicket, ticketNumbered } from '../../support/paper/sample-tickets.ts';
import { waitFor } from '../../support/wait-for.ts';

const render = createTicketRenderer({ columns: 48, charset: 'gb18030' });
let folder: string;
let database: Database;
let printer: VirtualPrinter;
let spool: PrintSpool;
let changes: PrintStateChange[];

function openSpool(at: VirtualPrinter = printer, clock = systemClock): PrintSpool {
  const opened = openDatabase({ file: path.join(folder, 'station.db'), migrations: spoolMigrations });
  if (!opened.ok) throw new Error(opened.error.kind);
  database = opened.value;
  return createSpool({ database, printer: at, render, clock, onState: (change) => changes.push(change) });
}

async function restart(at: VirtualPrinter = printer, clock = systemClock): Promise<void> {
  await spool.stop();
  database.close();
  spool = openSpool(at, clock);
  spool.start();
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'songting-spool-'));
  printer = new VirtualPrinter();
  changes = [];
  spool = openSpool();
});
afterEach(async () => {
  await spool.stop();
  database.close();
  await rm(folder, { recursive: true });
});

const enqueue = (number: string) =>
  spool.enqueue({ jobId: `job-${number}`, ticketId: `tk-${number}`, paper: ticketNumbered(number) });
const papers = (): ReadTicket[] => printer.papers.map(({ bytes }) => readPaper(bytes));
const reaches = (number: string, state: string) =>
  waitFor(() => spool.state(`tk-${number}`) === state || undefined);
const ticketChanges = (): TicketPrintChange[] => changes.filter((change) => change.kind === 'ticket');
const statesOf = (number: string) =>
  ticketChanges()
    .filter((change) => change.number === number)
    .map(({ state, reprint }) => (reprint ? `${state}*` : state));
const storedPapers = () => database.prepare('select paper from print_job').pluck().all() as (string | null)[];

describe('the print spool', () => {
  it('prints what comes in, in order, and tells each step', async () => {
    spool.start();
    expect(enqueue('A001')).toEqual({ ok: true, value: 'pending' });
    enqueue('A002');
    await reaches('A002', 'confirmed');
    expect(papers().map(({ number }) => number)).toEqual(['A001', 'A002']);
    expect(statesOf('A001')).toEqual(['pending', 'sent', 'sent', 'confirmed']);
  });

  it('gives one paper for twenty requests', async () => {
    spool.start();
    for (let tap = 0; tap < 20; tap += 1) enqueue('A001');
    await reaches('A001', 'confirmed');
    expect(enqueue('A001')).toEqual({ ok: true, value: 'confirmed' });
    enqueue('A002');
    await reaches('A002', 'confirmed');
    expect(papers().map(({ number }) => number)).toEqual(['A001', 'A002']);
  });

  it('waits while the printer refuses, and prints each ticket once when it is well', async () => {
    printer.breakNow('no-paper');
    spool.start();
    enqueue('A001');
    enqueue('A002');
    expect(spool.state('tk-A001')).toBe('pending');
    printer.repair();
    await reaches('A002', 'confirmed');
    expect(papers()).toHaveLength(2);
  });

  it('does not send again what may be half on paper, and goes on with the next', async () => {
    printer.pullCableAfter(60);
    spool.start();
    enqueue('A001');
    await reaches('A001', 'unknown');
    printer.repair();
    enqueue('A002');
    await reaches('A002', 'confirmed');
    expect(papers().map(({ number, whole }) => [number, whole])).toEqual([
      ['A001', false],
      ['A002', true],
    ]);
    expect(changes.find(({ state }) => state === 'unknown')).toMatchObject({ reason: 'disconnected' });
  });

  it('believes the printer when it confirms late', async () => {
    printer.breakNow('silent');
    spool.start();
    enqueue('A001');
    await reaches('A001', 'unknown');
    printer.repair();
    await reaches('A001', 'confirmed');
    expect(papers()).toHaveLength(1);
  });

  it('goes on when a listener fails', async () => {
    spool.subscribe(() => {
      throw new Error('a bug elsewhere');
    });
    spool.start();
    enqueue('A001');
    await reaches('A001', 'confirmed');
  });
});

describe('reprints', () => {
  it('carry the same number and say 补打', async () => {
    spool.start();
    enqueue('A001');
    await reaches('A001', 'confirmed');
    expect(spool.reprint('tk-A001')).toEqual({ ok: true, value: 'pending' });
    await reaches('A001', 'confirmed');
    expect(papers().map(({ number, reprint }) => [number, reprint])).toEqual([
      ['A001', false],
      ['A001', true],
    ]);
    expect(statesOf('A001').slice(-1)).toEqual(['confirmed*']);
  });

  it('are not asked for while the first paper is still on its way', async () => {
    enqueue('A001');
    expect(spool.reprint('tk-A001')).toEqual({ ok: true, value: 'pending' });
    spool.start();
    await reaches('A001', 'confirmed');
    expect(papers()).toHaveLength(1);
  });

  it('need a ticket that the spool knows', () => {
    expect(spool.reprint('tk-none')).toEqual({ ok: false, error: { kind: 'no-such-ticket' } });
  });
});

describe('a restart', () => {
  class StuckPrinter extends VirtualPrinter {
    readonly step: PrintStep;
    constructor(step: PrintStep) {
      super();
      this.step = step;
    }
    override print(_job: PrintJob, progress?: (step: PrintStep) => void): Promise<PrintOutcome> {
      progress?.('sending');
      if (this.step === 'sent') progress?.('sent');
      return new Promise(() => {}); // the power goes here
    }
  }

  it.each<PrintStep>(['sending', 'sent'])(
    'finds a job that was %s: unknown, never sent again',
    async (step) => {
      const stuck = openSpoolOn(new StuckPrinter(step));
      stuck.start();
      enqueue('A001');
      enqueue('A002');
      await reaches('A001', 'sent');
      database.close(); // as a cut would: nobody stops in order
      spool = openSpool();
      spool.start();
      expect(spool.state('tk-A001')).toBe('unknown');
      await reaches('A002', 'confirmed');
      expect(papers().map(({ number }) => number)).toEqual(['A002']);
      expect(changes).toContainEqual(
        expect.objectContaining({ number: 'A001', state: 'unknown', reason: 'interrupted' }),
      );
    },
  );

  it('prints what was queued', async () => {
    enqueue('A001');
    await restart();
    await reaches('A001', 'confirmed');
    expect(papers()).toHaveLength(1);
  });

  function openSpoolOn(stuck: VirtualPrinter): PrintSpool {
    database.close();
    spool = openSpool(stuck);
    return spool;
  }
});

describe('what stays in the spool', () => {
  it('loses the name when the paper is out, and everything but number and state after the day', async () => {
    spool.start();
    spool.enqueue({ jobId: 'job', ticketId: 'tk-A012', paper: elderTicket });
    expect(storedPapers()[0]).toContain('张*英');
    await reaches('A012', 'confirmed');
    expect(storedPapers()[0]).not.toContain('张*英');

    let hoursLater = 0;
    await restart(printer, { ...systemClock, nowMs: () => Date.now() + hoursLater * 3_600_000 });
    expect(storedPapers()[0]).toContain('A012');
    hoursLater = 25; // the station goes on running over night
    enqueue('A001');
    await reaches('A001', 'confirmed');
    expect(storedPapers()[0]).toBeNull();
    expect(spool.state('tk-A012')).toBe('confirmed');
    expect(spool.reprint('tk-A012')).toEqual({ ok: false, error: { kind: 'paper-forgotten' } });
  });
});

it('a paper that cannot be drawn does not keep the others waiting', async () => {
  database.close();
  const opened = openDatabase({ file: path.join(folder, 'station.db'), migrations: spoolMigrations });
  if (!opened.ok) throw new Error(opened.error.kind);
  database = opened.value;
  const brittle: TicketRenderer = (paper) => {
    if (!('kind' in paper) && paper.number === 'A001') throw new Error('no glyphs today');
    return render(paper);
  };
  spool = createSpool({ database, printer, render: brittle, clock: systemClock });
  spool.start();
  enqueue('A001');
  enqueue('A002');
  await reaches('A002', 'confirmed');
  expect(spool.state('tk-A001')).toBe('unknown');
});

describe('a printer that was without paper over the night', () => {
  it('does not print the evening’s tickets in the morning', async () => {
    printer.breakNow('no-paper');
    spool.start();
    enqueue('A001');
    await waitFor(() => changes.some(({ reason }) => reason === 'no-paper') || undefined);
    await spool.stop();
    printer.repair();
    await restart(printer, { ...systemClock, nowMs: () => Date.now() + 14 * 3_600_000 });
    await reaches('A001', 'unknown');
    expect(papers()).toEqual([]);
    expect(changes.at(-1)).toMatchObject({ number: 'A001', state: 'unknown', reason: 'too-late' });
  });
});
