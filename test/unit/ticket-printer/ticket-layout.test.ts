import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsOf } from '../../../main/station/devices/ticket-printer/paper-document.ts';
import type { PaperColumns, TicketPaper } from '../../../main/station/devices/ticket-printer/index.ts';
import { columnsOf } from '../../../main/station/devices/ticket-printer/text/columns.ts';
import { layoutTicket } from '../../../main/station/devices/ticket-printer/ticket-layout.ts';
import { createTicketRenderer } from '../../../main/station/devices/ticket-printer/ticket-renderer.ts';
import { readPaper } from '../../support/paper/read-paper.ts';
import { elderTicket, plainTicket } from '../../support/paper/sample-tickets.ts';

const WIDTHS: PaperColumns[] = [32, 42, 48];
const NUMBER_MIN_POINTS = 36;
const TEXT_MIN_POINTS = 12;

const RATING_URL = 'https://pj.example.gov.cn/440304/r/A012.k3J_AbCdEfGhIjKlMn-pQr';

describe('an elder’s ticket', () => {
  it.each(WIDTHS)(
    'holds the whole address to rate with, and keeps everything else, on %i columns',
    (columns) => {
      const render = createTicketRenderer({ columns, charset: 'gb2312' });
      const ticket = { ...elderTicket, ratingUrl: RATING_URL };
      expect(readPaper(render(ticket))).toMatchObject({ number: 'A012', qr: RATING_URL, whole: true });
      const words = layoutTicket(ticket, { columns }).filter((block) => block.kind === 'line');
      expect(words.some(({ text }) => text.includes('自愿'))).toBe(true);
      for (const { width, height } of words) {
        expect(pointsOf(Math.min(width, height))).toBeGreaterThanOrEqual(TEXT_MIN_POINTS);
      }
    },
  );

  it.each(WIDTHS)('reads back from the bytes on %i columns', (columns) => {
    const render = createTicketRenderer({ columns, charset: 'gb2312' });
    expect(readPaper(render(elderTicket))).toMatchObject({
      number: 'A012',
      serviceName: '结婚登记',
      priority: '优先（60岁及以上）',
      waitingAhead: 3,
      wait: '约10-25分钟',
      counters: '1、2、3号',
      qr: 'songting:ticket/2026-06-15/A012',
      reprint: false,
      simulated: false,
      whole: true,
    });
  });

  it.each(WIDTHS)('has figures of 36 pt and words of 12 pt at least on %i columns', (columns) => {
    const lines = layoutTicket(elderTicket, { columns }).filter((block) => block.kind === 'line');
    const number = lines.find(({ text }) => text === 'A012');
    expect(pointsOf(number?.height ?? 0)).toBeGreaterThanOrEqual(NUMBER_MIN_POINTS);
    for (const { width, height } of lines) {
      expect(pointsOf(Math.min(width, height))).toBeGreaterThanOrEqual(TEXT_MIN_POINTS);
    }
  });

  it('needs no picture even on the smallest character set', () => {
    const render = createTicketRenderer({ columns: 32, charset: 'gb2312' }, '/no/font/is/opened');
    expect(readPaper(render(elderTicket)).marks.filter(({ kind }) => kind === 'picture')).toEqual([]);
  });
});

describe('variations', () => {
  const render = createTicketRenderer({ columns: 48, charset: 'gb18030' });
  const read = (changes: Partial<TicketPaper>) => readPaper(render({ ...plainTicket, ...changes }));

  it('says 补打 on a reprint, with the same number', () => {
    expect(read({ reprint: true })).toMatchObject({ reprint: true, number: plainTicket.number });
  });
  it('says on a rehearsal that it is one', () => {
    expect(read({ simulated: true }).simulated).toBe(true);
  });
  it('has no priority line for an ordinary visitor', () => {
    expect(read({}).priority).toBeUndefined();
  });
  it('holds one number when the range is none', () => {
    expect(read({ waitMinutes: { low: 10, high: 10 } }).wait).toBe('约10分钟');
    expect(read({ waitMinutes: { low: 0, high: 0 } }).wait).toBe('马上就到');
  });
  it('shows the masked name only where one is given', () => {
    expect(read({ holderMasked: '张*英' }).text).toMatch(/取号人 +张\*英/);
    expect(read({}).text).not.toContain('取号人');
  });
  it('keeps people out of the QR code', () => {
    expect(read({ holderMasked: '张*英' }).qr).toBe('songting:ticket/2026-06-15/B007');
  });
  it('offers to rate where the hall has a page for it, as an offer, with the code on the paper', () => {
    const ratingUrl = 'https://192.0.2.20:7320/r/B007.k3J_AbCdEfGhIjKlMn-pQr';
    const paper = read({ ratingUrl });
    expect(paper.qr).toBe(ratingUrl);
    expect(paper.text).toContain('请您评价（自愿）');
    expect(paper.text).not.toMatch(/满意|好评|五星|给.分/);
    expect(read({}).text).not.toContain('评价');
  });
  it('tells people who missed their call what to do', () => {
    expect(read({}).text).toContain('过号请到任意窗口说明');
  });
});

describe('any ticket', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );
  const tickets: fc.Arbitrary<TicketPaper> = fc.record({
    hallName: words,
    number: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    serviceName: words,
    priority: fc.option(fc.record({ label: words, reason: words }), { nil: undefined }),
    waitingAhead: fc.nat(),
    waitMinutes: fc.record({ low: fc.nat(), high: fc.nat() }),
    counters: fc.array(words, { maxLength: 12 }),
    issuedAt: fc.oneof(words, fc.constant('2026-06-15T09:30:00+08:00')),
    holderMasked: fc.option(words, { nil: undefined }),
    reprint: fc.boolean(),
    qrText: fc.constant('x'),
  });

  it('has no line wider than the paper', () => {
    fc.assert(
      fc.property(tickets, fc.constantFrom(...WIDTHS), (ticket, columns) => {
        for (const block of layoutTicket(ticket, { columns })) {
          if (block.kind === 'line') expect(columnsOf(block.text) * block.width).toBeLessThanOrEqual(columns);
        }
      }),
    );
  });

  it('holds nothing that a printer carries out in real time', () => {
    const render = createTicketRenderer({ columns: 32, charset: 'gb2312' });
    fc.assert(
      fc.property(tickets, (ticket) => {
        expect(Buffer.from(render(ticket)).toString('hex')).not.toMatch(/^(..)*10(04|05|14)/);
      }),
      { numRuns: 60 },
    );
  });
});
