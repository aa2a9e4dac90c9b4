import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../main/foundation/clock.ts';
import { openDatabase, type Database } from '../../../main/foundation/sqlite/open-database.ts';
import { VirtualPrinter } from '../../../main/station/devices/ticket-printer/index.ts';
import { createTicketRenderer } from '../../../main/station/devices/ticket-printer/ticket-renderer.ts';
import {
  createSpool,
  spoolMigrations,
  type PrintSpool,
  type PrintStateChange,
} from '../../../main/station/spool/index.ts';
import { readPaper } from '../../support/paper/read-paper.ts';
import { elderTicket, fullTicket, stepCard, ticketNumbered } from '../../support/paper/sample-tickets.ts';
import { waitFor } from '../../support/wait-for.ts';

const render = createTicketRenderer({ columns: 48, charset: 'gb18030' });
let folder: string;
let database: Database;
let printer: VirtualPrinter;
let spool: PrintSpool;
let changes: PrintStateChange[];

function openFile(migrations = spoolMigrations): Database {
  const opened = openDatabase({ file: path.join(folder, 'spool.sqlite'), migrations });
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}
function openSpool(clock = systemClock): void {
  database = openFile();
  spool = createSpool({ database, printer, render, clock, onState: (change) => changes.push(change) });
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'songting-cards-'));
  printer = new VirtualPrinter();
  changes = [];
  openSpool();
});
afterEach(async () => {
  await spool.stop();
  database.close();
  await rm(folder, { recursive: true });
});

const enqueue = (number: string) =>
  spool.enqueue({ jobId: `job-${number}`, ticketId: `tk-${number}`, paper: ticketNumbered(number) });
const askForCard = (jobId = 'card-1') => spool.enqueueStepCard({ jobId, paper: stepCard });
const cardChanges = () => changes.filter(({ kind }) => kind === 'step-card');
const cardReaches = (state: string) => waitFor(() => cardChanges().at(-1)?.state === state || undefined);
const ticketReaches = (number: string, state: string) =>
  waitFor(() => spool.state(`tk-${number}`) === state || undefined);
/** What came out: a ticket's number, or the word card. */
const papers = () =>
  printer.papers.map(({ bytes, text }) => (text.includes('怎样取号') ? 'card' : readPaper(bytes).number));

describe('a step card in the spool', () => {
  it('is printed, and each step of it is told', async () => {
    spool.start();
    expect(askForCard()).toEqual({ ok: true, value: 'pending' });
    await cardReaches('confirmed');
    expect(cardChanges().map(({ state }) => state)).toEqual(['pending', 'sent', 'sent', 'confirmed']);
    expect(papers()).toEqual(['card']);
  });

  it('is one paper for twenty wishes while it is on its way, and one for a wish that is repeated later', async () => {
    for (let tap = 0; tap < 20; tap += 1)
      expect(askForCard(`card-${tap}`)).toEqual({ ok: true, value: 'pending' });
    spool.start();
    await cardReaches('confirmed');
    expect(askForCard('card-0')).toEqual({ ok: true, value: 'confirmed' });
    expect(papers()).toEqual(['card']);
  });

  it('lets every ticket go first', async () => {
    askForCard();
    enqueue('A001');
    enqueue('A002');
    spool.start();
    await cardReaches('confirmed');
    expect(papers()).toEqual(['A001', 'A002', 'card']);
  });

  it('says why it waits, and comes out once when the printer is well', async () => {
    printer.breakNow('no-paper');
    spool.start();
    askForCard();
    await waitFor(() => cardChanges().at(-1)?.reason === 'no-paper' || undefined);
    printer.repair();
    await cardReaches('confirmed');
    expect(papers()).toEqual(['card']);
  });

  it('is not printed for somebody who has long gone; a ticket still is', async () => {
    printer.breakNow('no-paper');
    spool.start();
    askForCard();
    enqueue('A001');
    await waitFor(() => changes.some(({ reason }) => reason === 'no-paper') || undefined);
    await spool.stop();
    database.close();
    printer.repair();
    openSpool({ ...systemClock, nowMs: () => Date.now() + 10 * 60_000 });
    spool.start();
    await ticketReaches('A001', 'confirmed');
    expect(cardChanges().at(-1)).toMatchObject({ state: 'unknown', reason: 'too-late' });
    expect(papers()).toEqual(['A001']);
  });

  it('half on paper is not sent again, and the next ones come out', async () => {
    printer.pullCableAfter(60);
    spool.start();
    askForCard();
    await cardReaches('unknown');
    printer.repair();
    enqueue('A001');
    await ticketReaches('A001', 'confirmed');
    expect(askForCard('card-2')).toEqual({ ok: true, value: 'pending' });
    await cardReaches('confirmed');
    expect(
      printer.papers.filter(({ text }) => text.includes('[cut]') && text.includes('怎样取号')),
    ).toHaveLength(1);
  });

  it('is no ticket: nothing of it is told when the day’s papers are told again', async () => {
    spool.start();
    askForCard();
    enqueue('A001');
    await cardReaches('confirmed');
    expect(spool.changedSince(0)).toMatchObject([{ kind: 'ticket', ticketId: 'tk-A001' }]);
    expect(spool.reprint('card-1')).toEqual({ ok: false, error: { kind: 'no-such-ticket' } });
  });
});

it('the code to rate with reaches the paper, and the reprint', async () => {
  spool.start();
  spool.enqueue({ jobId: 'job', ticketId: 'tk-A012', paper: { ...fullTicket, simulated: false } });
  await ticketReaches('A012', 'confirmed');
  spool.reprint('tk-A012');
  await waitFor(() => printer.papers.length === 2 || undefined);
  const read = printer.papers.map(({ bytes }) => readPaper(bytes));
  expect(read.map(({ qr }) => qr)).toEqual([fullTicket.ratingUrl, fullTicket.ratingUrl]);
  expect(read.map(({ reprint }) => reprint)).toEqual([false, true]);
});

describe('a spool file of the program before', () => {
  it('is taken over: what waited is printed, what was done can be printed again', async () => {
    await spool.stop();
    database.close();
    await rm(folder, { recursive: true });
    folder = await mkdtemp(path.join(tmpdir(), 'songting-cards-'));
    const old = openFile(spoolMigrations.filter(({ version }) => version === 1));
    const insert = old.prepare(
      `insert into print_job (job_id, ticket_id, number, copy, state, paper, changed_at_ms)
       values (@jobId, @ticketId, @number, 0, @state, @paper, ${Date.now()})`,
    );
    for (const [number, state] of [
      ['A011', 'confirmed'],
      ['A012', 'queued'],
      ['A013', 'sending'],
    ] as const) {
      const paper = JSON.stringify({ ...elderTicket, number });
      insert.run({ jobId: `job-${number}`, ticketId: `tk-${number}`, number, state, paper });
    }
    old.close();

    openSpool();
    spool.start();
    await ticketReaches('A012', 'confirmed');
    expect(spool.state('tk-A013')).toBe('unknown');
    spool.reprint('tk-A011');
    askForCard();
    await cardReaches('confirmed');
    expect(papers()).toEqual(['A012', 'A011', 'card']);
  });
});
