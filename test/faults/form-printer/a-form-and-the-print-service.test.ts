import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../main/foundation/clock.ts';
import { ChromiumRenderer } from '../../../main/station/devices/form-printer/chromium-renderer.ts';
import { CupsOutlet } from '../../../main/station/devices/form-printer/cups/cups-outlet.ts';
import { CupsQueue } from '../../../main/station/devices/form-printer/cups/cups-queue.ts';
import type { CupsServer } from '../../../main/station/devices/form-printer/cups/cups-server.ts';
import { formPage, type FormPrinter } from '../../../main/station/devices/form-printer/index.ts';
import type { PageRenderer } from '../../../main/station/devices/form-printer/page-renderer.ts';
import { RenderingFormPrinter } from '../../../main/station/devices/form-printer/rendering-form-printer.ts';
import { ok } from '../../../preload/contracts/result.ts';
import { PrivateCups } from '../../support/cups/private-cups.ts';
import { textOfPdf } from '../../support/paper/read-pdf.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';
import { waitFor } from '../../support/wait-for.ts';

const PDF = Buffer.from('%PDF-1.4 a page with 张㛃䶮 on it');
/** The pages are not what these tests are about. */
const READY_PAGES: PageRenderer = { isThere: () => true, render: () => Promise.resolve(ok(PDF)) };
const JOB = { jobId: 'b9d1', title: '授权委托书', html: '' };

function printerAt(
  server: CupsServer,
  { queue = 'A4', renderer = READY_PAGES, patienceMs = 60_000 } = {},
): FormPrinter {
  const outlet = new CupsOutlet({ queue, user: 'songting-K1', clock: systemClock, server, patienceMs });
  const printer = new RenderingFormPrinter(renderer, outlet);
  onTestFinished(() => printer.close());
  return printer;
}

/** What CUPS keeps of documents; their names in its folder begin with a d, those of jobs with a c. */
const kept = ({ spool }: PrivateCups): string[] => readdirSync(spool).filter((name) => name.startsWith('d'));

/** Every file below these folders that holds the words, as they are or as UTF-16. */
function holding(words: string, folders: readonly string[]): string[] {
  const marks = [Buffer.from(words), Buffer.from(words, 'utf16le'), Buffer.from(words, 'utf16le').swap16()];
  const files = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => marks.some((mark) => readFileSync(file).includes(mark)));
}

it('a form comes out of a real queue, and this PC keeps nothing of it', async () => {
  const cups = await PrivateCups.forTest();
  const work = join(folderForTest(), 'work');
  const renderer = new ChromiumRenderer({ folder: work });
  const printer = printerAt(cups.server, { renderer });
  expect(await printer.status()).toEqual({ state: 'ready' });
  const html = formPage({ title: '授权委托书', body: '<p>姓名：张㛃䶮</p>' });
  expect(await printer.print({ ...JOB, html })).toEqual({ state: 'confirmed' });
  const [paper, ...more] = cups.papers();
  expect(textOfPdf(paper ?? Buffer.alloc(0))).toContain('姓名：张㛃䶮');
  expect(more).toEqual([]);
  expect(kept(cups)).toEqual([]);
  expect(readdirSync(work)).toEqual([]);
  const places = ['spool', 'cache', 'state', 'log', 'etc'].map((name) => join(cups.folder, name));
  expect(holding('张㛃䶮', places)).toEqual([]);
}, 60_000);

it('bytes arrive as they were made', async () => {
  const cups = await PrivateCups.forTest();
  expect(await printerAt(cups.server).print(JOB)).toEqual({ state: 'confirmed' });
  expect(cups.papers()).toEqual([PDF]);
});

it('out of paper: nobody is told that it was printed, and it does not come out for a stranger later', async () => {
  const cups = await PrivateCups.forTest();
  const printer = printerAt(cups.server);
  cups.obey('no-paper');
  expect(await printer.print(JOB)).toEqual({ state: 'unknown', reason: 'no-paper' });
  expect(kept(cups)).toEqual([]);
  expect(await printer.status()).toEqual({ state: 'unavailable', reason: 'no-paper' });
  const again = await printer.print(JOB);
  expect(again).toEqual({ state: 'refused', status: { state: 'unavailable', reason: 'no-paper' } });
  expect(cups.papers()).toEqual([]);
});

it('the last sheet: the job is completed, yet the printer says that it ran out', async () => {
  const cups = await PrivateCups.forTest();
  const printer = printerAt(cups.server);
  cups.obey('last-sheet');
  expect(await printer.print(JOB)).toEqual({ state: 'unknown', reason: 'no-paper' });
  expect(await printer.status()).toEqual({ state: 'unavailable', reason: 'no-paper' });
  // Paper was put in; only the next job makes the queue ask.
  cups.obey();
  expect(await printer.print(JOB)).toEqual({ state: 'confirmed' });
  expect(await printer.status()).toEqual({ state: 'ready' });
});

it('a job that the printer gives up is not called printed', async () => {
  const cups = await PrivateCups.forTest();
  cups.obey('aborts');
  expect(await printerAt(cups.server).print(JOB)).toEqual({ state: 'unknown', reason: 'fault' });
  expect(cups.papers()).toEqual([]);
  expect(kept(cups)).toEqual([]);
});

it('a printer that does nothing is not waited for, and the form is taken back', async () => {
  const cups = await PrivateCups.forTest();
  cups.obey('hangs');
  expect(await printerAt(cups.server, { patienceMs: 500 }).print(JOB)).toEqual({
    state: 'unknown',
    reason: 'no-answer',
  });
  await waitFor(() => kept(cups).length === 0 || undefined);
});

it('one form at a time; a station that ends takes its form back', async () => {
  const cups = await PrivateCups.forTest();
  const printer = printerAt(cups.server);
  cups.obey('hangs');
  const first = printer.print(JOB);
  expect(await printer.status()).toEqual({ state: 'busy' });
  expect(await printer.print(JOB)).toEqual({ state: 'refused', status: { state: 'busy' } });
  await waitFor(() => kept(cups).length > 0 || undefined);
  await printer.close();
  expect(await first).toMatchObject({ state: 'unknown' });
  await waitFor(() => kept(cups).length === 0 || undefined);
});

it('a queue that does not exist, a service that does not run: nothing was handed over', async () => {
  const cups = await PrivateCups.forTest();
  const gone = { state: 'unavailable', reason: 'disconnected' } as const;
  const wrong = printerAt(cups.server, { queue: 'A5 窗口' });
  expect(await wrong.status()).toEqual(gone);
  expect(await wrong.print(JOB)).toEqual({ state: 'refused', status: gone });
  await cups.stop();
  const printer = printerAt(cups.server);
  expect(await printer.status()).toEqual(gone);
  expect(await printer.print(JOB)).toEqual({ state: 'refused', status: gone });
  await cups.start();
  expect(await printer.print(JOB)).toEqual({ state: 'confirmed' });
});

it('a service that dies under the form: nobody knows', async () => {
  const cups = await PrivateCups.forTest();
  cups.obey('hangs');
  const printing = printerAt(cups.server).print(JOB);
  await waitFor(() => kept(cups).length > 0 || undefined);
  await cups.stop();
  expect(await printing).toEqual({ state: 'unknown', reason: 'disconnected' });
});

it('a form that the service still held when it died does not come out for a stranger', async () => {
  const cups = await PrivateCups.forTest();
  const printer = printerAt(cups.server);
  cups.obey('hangs');
  const printing = printer.print(JOB);
  // The job itself, besides its document: only then does it outlive the service.
  await waitFor(() => readdirSync(cups.spool).some((name) => name.startsWith('c')) || undefined);
  await cups.kill();
  expect(await printing).toMatchObject({ state: 'unknown' });
  expect(kept(cups)).not.toEqual([]);
  await cups.start();
  // As the screens ask now and then.
  await waitFor(async () => {
    await printer.status();
    return kept(cups).length === 0 || undefined;
  });
  cups.obey();
  expect(await printer.print({ ...JOB, title: '申请表' })).toEqual({ state: 'confirmed' });
  expect(cups.papers()).toHaveLength(1);
});

it('a station that died under its form purges it when it starts again, and no form of another station', async () => {
  const cups = await PrivateCups.forTest();
  cups.obey('hangs');
  const { server } = cups;
  const end = new AbortController().signal;
  const left = new CupsQueue({ queue: 'A4', user: 'songting-K1', server });
  const others = new CupsQueue({ queue: 'A4', user: 'songting-K2', server });
  for (const queue of [others, left, left])
    expect((await queue.handOver({ title: 'x', pdf: PDF }, end)).ok).toBe(true);
  expect(await left.ownJobs()).toHaveLength(2);
  await printerAt(server).status();
  expect(await left.ownJobs()).toEqual([]);
  expect(await others.ownJobs()).toHaveLength(1);
  cups.obey();
  await waitFor(() => cups.papers().length > 0 || undefined);
  expect(cups.papers()).toHaveLength(1);
});

it('something that takes connections and says nothing does not hold anybody up', async () => {
  const socketPath = join(folderForTest(), 'mute.sock');
  const mute = createServer(() => undefined).listen(socketPath);
  onTestFinished(() => void mute.close());
  await new Promise((resolve) => mute.once('listening', resolve));
  expect(await printerAt({ socketPath }).status()).toEqual({ state: 'unavailable', reason: 'disconnected' });
}, 20_000);
