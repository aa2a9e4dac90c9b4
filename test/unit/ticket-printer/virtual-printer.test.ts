import { expect, it } from 'vitest';
import {
  openTicketPrinter,
  VirtualPrinter,
  type PrinterTrouble,
} from '../../../main/station/devices/ticket-printer/index.ts';
import { elderTicket } from '../../support/paper/sample-tickets.ts';

const opened = openTicketPrinter({ driver: 'virtual', columns: 48, charset: 'gb18030' });
if (!opened.ok) throw new Error(opened.error.kind);
const job = { jobId: 'job-1', bytes: opened.value.render(elderTicket) };

it('says that it is simulated', () => {
  expect(opened.value.printer.simulated).toBe(true);
});

it('keeps what it printed, to be read', async () => {
  const printer = new VirtualPrinter();
  const seen: string[] = [];
  const stop = printer.onPaper(({ text }) => seen.push(text));
  expect(await printer.print(job)).toEqual({ state: 'confirmed' });
  stop();
  await printer.print(job);
  expect(seen).toHaveLength(1);
  expect(printer.papers).toHaveLength(2);
  expect(printer.papers[0]?.text).toContain('A012');
  expect(printer.papers[0]?.text).toMatch(/\[cut\]$/);
});

it.each<PrinterTrouble>(['no-paper', 'cover-open', 'fault', 'disconnected'])(
  'refuses on cue: %s',
  async (reason) => {
    const printer = new VirtualPrinter();
    printer.breakNow(reason);
    expect(await printer.status()).toEqual({ state: 'unavailable', reason });
    expect(await printer.print(job)).toEqual({ state: 'refused', status: { state: 'unavailable', reason } });
    printer.repair();
    expect(await printer.print(job)).toEqual({ state: 'confirmed' });
    expect(printer.papers).toHaveLength(1);
  },
);

it('prints in silence and confirms late', async () => {
  const printer = new VirtualPrinter();
  printer.breakNow('silent');
  const outcome = await printer.print(job);
  expect(outcome).toMatchObject({ state: 'unknown', reason: 'silent' });
  printer.repair();
  expect(outcome.state === 'unknown' && (await outcome.late)).toBe('confirmed');
});

it('loses its cable in the middle of a ticket', async () => {
  const printer = new VirtualPrinter();
  printer.pullCableAfter(100);
  expect(await printer.print(job)).toMatchObject({ state: 'unknown', reason: 'disconnected' });
  expect(printer.papers[0]?.bytes).toHaveLength(100);
  expect(await printer.status()).toEqual({ state: 'unavailable', reason: 'disconnected' });
});

it('is low on paper and still prints', async () => {
  const printer = new VirtualPrinter();
  printer.setPaperLow(true);
  expect(await printer.status()).toEqual({ state: 'ready', paperLow: true });
  expect(await printer.print(job)).toEqual({ state: 'confirmed' });
});
