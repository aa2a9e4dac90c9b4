import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTicketPrinter, type TicketPrinter } from '../../../main/station/devices/ticket-printer/index.ts';
import type { Timers } from '../../../main/station/devices/ticket-printer/timers.ts';
import { hastyTimers } from '../../support/paper/hasty-timers.ts';
import { elderTicket } from '../../support/paper/sample-tickets.ts';
import { SimulatedPrinterProcess } from '../../support/paper/simulated-printer.ts';
import { waitFor } from '../../support/wait-for.ts';

let hardware: SimulatedPrinterProcess;
let printer: TicketPrinter;
let bytes: Uint8Array;

function open(address: string, timers?: Timers): TicketPrinter {
  const settings = { driver: 'esc-pos', interface: address, columns: 48, charset: 'gbk' } as const;
  const opened = openTicketPrinter(settings, timers);
  if (!opened.ok) throw new Error(opened.error.kind);
  bytes = opened.value.render(elderTicket);
  return opened.value.printer;
}

beforeEach(async () => {
  hardware = await SimulatedPrinterProcess.start();
  printer = open(hardware.address);
});
afterEach(async () => {
  await printer.close();
  await hardware.stop();
});

const print = () => printer.print({ jobId: 'job-1', bytes });

describe('a printer on the network', () => {
  it('prints a ticket, says so, and the paper can be read', async () => {
    const steps: string[] = [];
    const outcome = await printer.print({ jobId: 'job-1', bytes }, (step) => steps.push(step));
    expect(outcome).toEqual({ state: 'confirmed' });
    expect(steps).toEqual(['sending', 'sent']);
    expect(await hardware.tickets()).toMatchObject([
      { number: 'A012', priority: '优先（60岁及以上）', whole: true },
    ]);
  });

  it('uses one connection for each ticket', async () => {
    await print();
    await print();
    expect((await hardware.report()).connections).toBe(2);
    expect(await hardware.tickets()).toHaveLength(2);
  });

  it.each([
    [{ paper: 'near-end' }, { state: 'ready', paperLow: true }],
    [{ paper: 'out' }, { state: 'unavailable', reason: 'no-paper' }],
    [{ cover: 'open' }, { state: 'unavailable', reason: 'cover-open' }],
    [{ error: true }, { state: 'unavailable', reason: 'fault' }],
    [{ silent: true }, { state: 'unavailable', reason: 'silent' }],
  ])('%o is told as a status', async (cue, status) => {
    await hardware.tell({ do: 'set', ...cue });
    expect(await printer.status()).toEqual(status);
  });

  it.each([{ paper: 'out' }, { cover: 'open' }, { error: true }])(
    'refuses with %o before the first byte, and prints once when well again',
    async (cue) => {
      await hardware.tell({ do: 'set', ...cue });
      expect(await print()).toMatchObject({ state: 'refused', status: { state: 'unavailable' } });
      expect((await hardware.report()).received).toMatch(/^(1004..){3}$/);
      await hardware.tell({ do: 'set', paper: 'full', cover: 'closed', error: false });
      expect(await print()).toEqual({ state: 'confirmed' });
      expect(await hardware.tickets()).toHaveLength(1);
    },
  );

  it('prints on one that answers nothing, and admits not to know', async () => {
    printer = open(hardware.address, hastyTimers);
    await hardware.tell({ do: 'set', silent: true });
    const outcome = await print();
    expect(outcome).toMatchObject({ state: 'unknown', reason: 'silent' });
    expect(outcome.state === 'unknown' && (await outcome.late)).toBe('none');
    expect(await hardware.tickets()).toHaveLength(1);
  });

  it('does not believe one that accepts and never reads', async () => {
    printer = open(hardware.address, hastyTimers);
    await hardware.tell({ do: 'set', deaf: true });
    expect(await print()).toMatchObject({ state: 'unknown', reason: 'silent' });
  });

  it('ends a ticket whose line breaks as unknown, with half a ticket on paper', async () => {
    await hardware.tell({ do: 'close-after-bytes', bytes: 200 });
    expect(await print()).toMatchObject({ state: 'unknown', reason: 'disconnected' });
    expect(await hardware.tickets()).toMatchObject([{ whole: false }]);
  });

  it('refuses while nothing listens, as disconnected', async () => {
    await hardware.tell({ do: 'switch-off' });
    expect(await print()).toEqual({
      state: 'refused',
      status: { state: 'unavailable', reason: 'disconnected' },
    });
    expect(await printer.status()).toEqual({ state: 'unavailable', reason: 'disconnected' });
  });

  it('takes one job at a time', async () => {
    const first = print();
    expect(await print()).toEqual({ state: 'refused', status: { state: 'busy' } });
    expect(await printer.status()).toEqual({ state: 'busy' });
    expect(await first).toEqual({ state: 'confirmed' });
  });

  it('sends nothing when the step cannot be written down', async () => {
    const failing = printer.print({ jobId: 'job-1', bytes }, () => {
      throw new Error('disk full');
    });
    await expect(failing).rejects.toThrow('disk full');
    expect(await hardware.tickets()).toEqual([]);
    expect(await print()).toEqual({ state: 'confirmed' });
  });
});

describe('paper ends in the middle of a ticket', () => {
  it('accepts the late fence: the same ticket came out whole, once', async () => {
    printer = open(hardware.address, hastyTimers);
    await hardware.tell({ do: 'run-out-after-lines', lines: 3 });
    const outcome = await print();
    expect(outcome).toMatchObject({ state: 'unknown', reason: 'no-paper' });
    expect(await printer.status()).toEqual({ state: 'unavailable', reason: 'no-paper' });
    expect(await print()).toMatchObject({ state: 'refused', status: { reason: 'no-paper' } });

    await hardware.tell({ do: 'set', paper: 'full' });
    expect(outcome.state === 'unknown' && (await outcome.late)).toBe('confirmed');
    expect(await hardware.tickets()).toMatchObject([{ number: 'A012', whole: true }]);
    await waitFor(async () => (await printer.status()).state === 'ready' || undefined);
  });

  it('stays unknown when the printer is switched off instead', async () => {
    printer = open(hardware.address, hastyTimers);
    await hardware.tell({ do: 'run-out-after-lines', lines: 3 });
    const outcome = await print();
    await hardware.tell({ do: 'switch-off' });
    expect(outcome.state === 'unknown' && (await outcome.late)).toBe('none');
  });

  it('lets go of the line when the station stops', async () => {
    printer = open(hardware.address, hastyTimers);
    await hardware.tell({ do: 'run-out-after-lines', lines: 3 });
    const outcome = await print();
    await printer.close();
    expect(outcome.state === 'unknown' && (await outcome.late)).toBe('none');
  });
});

it('never takes a stranger’s words for a fence', async () => {
  // A wrong address: something that answers, but not as a printer does.
  const stranger = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', () => socket.write('HTTP/1.1 400 Bad Request\r\nServer: 2.0\r\n\r\n'));
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const misled = open(`tcp://127.0.0.1:${(stranger.address() as AddressInfo).port}`, hastyTimers);
  expect((await misled.print({ jobId: 'job-1', bytes })).state).not.toBe('confirmed');
  await misled.close();
  stranger.close();
});
