import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOOK_WORDS, SIGN_CHARACTERS } from '../../../main/station/devices/ticket-printer/counter-signs.ts';
import { pointsOf } from '../../../main/station/devices/ticket-printer/paper-document.ts';
import type { PaperColumns, TicketPaper } from '../../../main/station/devices/ticket-printer/index.ts';
import { encodeCharacter } from '../../../main/station/devices/ticket-printer/text/charset.ts';
import { columnsOf } from '../../../main/station/devices/ticket-printer/text/columns.ts';
import { layoutTicket } from '../../../main/station/devices/ticket-printer/ticket-layout.ts';
import { createTicketRenderer } from '../../../main/station/devices/ticket-printer/ticket-renderer.ts';
import {
  COUNTER_COLOURS,
  COUNTER_SIGNS,
  type CounterLook,
} from '../../../preload/contracts/configuration-kiosk.ts';
import { readPaper } from '../../support/paper/read-paper.ts';
import { measuredLines, millimetresOf } from '../../support/paper/measure-paper.ts';
import { HALL_TYPES, wholeCatalogue } from '../../support/whole-catalogue.ts';
import { elderTicket, fullTicket, plainTicket, usualTicket } from '../../support/paper/sample-tickets.ts';

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

  it.each(WIDTHS)(
    'has figures of 36 pt and words of 12 pt at least in the bytes for %i columns',
    (columns) => {
      const render = createTicketRenderer({ columns, charset: 'gb2312' });
      for (const ticket of [elderTicket, usualTicket, fullTicket]) {
        const measured = measuredLines(render(ticket));
        expect(measured.find(({ text }) => text === 'A012')?.points).toBeGreaterThanOrEqual(
          NUMBER_MIN_POINTS,
        );
        for (const { text, points } of measured) expect(points, text).toBeGreaterThanOrEqual(TEXT_MIN_POINTS);
      }
    },
  );

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
    expect(read({}).text).toContain('没听到叫号？请到窗口说');
  });
  it('says that two people share the number', () => {
    expect(read({ people: 2, priority: { label: '优先', reason: '孕妇' } })).toMatchObject({
      forTwo: true,
      priority: '优先（孕妇）',
      serviceName: plainTicket.serviceName,
    });
    expect(read({ people: 1 }).forTwo).toBe(false);
  });
});

describe('what an elder has to know next', () => {
  it.each(WIDTHS)('stands in the order in which it is needed, on %i columns', (columns) => {
    const render = createTicketRenderer({ columns, charset: 'gb2312' });
    const text = readPaper(render(usualTicket)).text.replaceAll('\n', '').replaceAll(' ', '');
    const order = [
      'A012',
      '高龄津贴申请',
      '优先',
      '请坐：大厅中间的椅子',
      '叫到A012，请到',
      '1号窗口●',
      '红色圆形牌子',
      '进门右手边',
      '前面有3人',
      '等候约10-25分钟',
      '请准备好：',
      '居民身份证',
      '没听到叫号？请到窗口说',
      '电话0755-12345678',
      '[QR',
      '测试区民政服务大厅',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it.each(WIDTHS)('is read back from the paper of %i columns', (columns) => {
    const render = createTicketRenderer({ columns, charset: 'gb2312' });
    expect(readPaper(render(usualTicket))).toMatchObject({
      seat: '大厅中间的椅子',
      counters: '1号',
      documents: ['居民身份证', expect.stringMatching(/^户口簿/), '本人银行卡/颐年卡'],
      telephone: '0755-12345678',
    });
  });

  it('fits on a paper shorter than 200 mm where the roll is 80 mm wide', () => {
    const render = createTicketRenderer({ columns: 48, charset: 'gb2312' });
    expect(millimetresOf(render(usualTicket))).toBeLessThan(200);
  });

  it('is left out where the hall has not told it, without empty headings', () => {
    const { text } = readPaper(createTicketRenderer({ columns: 48, charset: 'gb2312' })(elderTicket));
    expect(text).not.toMatch(/请坐|请准备好|牌子|电话/);
  });
});

describe('how the counter is found', () => {
  const render = createTicketRenderer({ columns: 48, charset: 'gb2312' });
  const look = (name: string, over: Partial<CounterLook> = {}): CounterLook => ({ name, ...over });
  const way = (counters: string[], counterLooks: Record<string, CounterLook>) =>
    readPaper(render({ ...plainTicket, counters, counterLooks })).way;

  it('two of them are described one by one', () => {
    const looks = {
      '1': look('1号窗口', { colour: 'red', sign: 'circle' }),
      '2': look('2号窗口', { sign: 'star', place: '进门左手边' }),
    };
    expect(way(['1', '2'], looks)).toEqual([
      '叫到B007，会说几号窗口',
      '1号窗口 ●',
      '红色圆形牌子',
      '或者',
      '2号窗口 ★',
      '五角星牌子',
      '进门左手边',
    ]);
  });

  it('several that share one look are described together', () => {
    const shared = { colour: 'blue', sign: 'square', place: '大厅里面' } as const;
    const looks = Object.fromEntries(['1', '2', '3'].map((id) => [id, look(`${id}号窗口`, shared)]));
    expect(way(['1', '2', '3'], looks)).toEqual([
      '叫到B007，会说几号窗口',
      '1、2、3号窗口',
      '■蓝色方形牌子',
      '大厅里面',
    ]);
  });

  it('several that look different are no list to study: the call says which', () => {
    const signs = ['circle', 'square', 'triangle', 'star'] as const;
    const looks = Object.fromEntries(signs.map((sign, i) => [`${i + 1}`, look(`${i + 1}号窗口`, { sign })]));
    expect(way(['1', '2', '3', '4'], looks)).toEqual(['叫到B007，会说几号窗口', '1、2、3、4号窗口']);
  });

  it('no counter at all is said by the call', () => {
    expect(way([], {})).toEqual(['叫到B007，会说几号窗口']);
  });

  it('a counter with a name of its own has it on the paper', () => {
    expect(way(['1'], { '1': look('养老服务窗口') })).toEqual(['叫到B007，请到', '1号窗口', '养老服务窗口']);
  });

  it.each(COUNTER_SIGNS)('the sign %s is printed, or drawn where the printer does not hold it', (sign) => {
    const { marks } = readPaper(
      render({ ...plainTicket, counters: ['1'], counterLooks: { '1': look('1号窗口', { sign }) } }),
    );
    const isText = encodeCharacter(SIGN_CHARACTERS[sign], 'gb2312') !== undefined;
    const drawn = marks.filter(({ kind }) => kind === 'picture');
    expect(drawn).toHaveLength(isText ? 0 : 1);
    if (isText)
      expect(marks).toContainEqual(expect.objectContaining({ text: `1号窗口 ${SIGN_CHARACTERS[sign]}` }));
  });

  it.each(COUNTER_COLOURS)(
    'the colour %s is never the only mark: words say it, and the number stands above',
    (colour) => {
      const found = way(['1'], { '1': look('1号窗口', { colour, sign: 'heart' }) });
      expect(found.at(-1)).toMatch(/^.色爱心牌子$/);
    },
  );
});

it.each(['zh', 'en'] as const)(
  'colours and signs have the words that the kiosk’s pages have, in %s',
  (language) => {
    const file = new URL(
      `../../../resources/locales/${language === 'zh' ? 'zh-CN' : 'en'}.json`,
      import.meta.url,
    );
    const locale = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    const { colours, signs } = LOOK_WORDS[language];
    for (const colour of COUNTER_COLOURS) expect(colours[colour]).toBe(locale[`kiosk.colour.${colour}`]);
    for (const sign of COUNTER_SIGNS) expect(signs[sign]).toBe(locale[`kiosk.sign.${sign}`]);
  },
);

describe('what to have ready', () => {
  const read = (documents: string[], columns: PaperColumns = 48) =>
    readPaper(createTicketRenderer({ columns, charset: 'gb18030' })({ ...plainTicket, documents }));

  it('is a list of four at most; the counter names the rest', () => {
    const paper = read(['一', '二', '三', '四', '五']);
    expect(paper.documents).toEqual(['一', '二', '三', '四', '等，窗口会告诉您']);
    expect(read(['一', '二', '三', '四']).text).not.toContain('窗口会告诉您');
  });

  it('keeps what stands in brackets only where it fits on the line', () => {
    expect(read(['户口簿(免证办可免)']).documents).toEqual(['户口簿(免证办可免)']);
    expect(read(['户口簿(免证办可免)'], 32).documents).toEqual(['户口簿']);
  });

  it('of every service of the catalogue stays short, on every width', () => {
    for (const { documents } of HALL_TYPES.flatMap(wholeCatalogue)) {
      for (const columns of WIDTHS) {
        const { text } = read(documents, columns);
        const list = text.split('\n').filter((line) => line.startsWith('·') || line.startsWith('  '));
        expect(list.length).toBeLessThanOrEqual(8);
        expect(text.includes('请准备好')).toBe(documents.length > 0);
      }
    }
  });
});

describe('any ticket', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );
  const looks: fc.Arbitrary<CounterLook> = fc.record({
    name: words,
    colour: fc.constantFrom(...COUNTER_COLOURS, undefined),
    sign: fc.constantFrom(...COUNTER_SIGNS, undefined),
    place: fc.option(words, { nil: undefined }),
  });
  const tickets: fc.Arbitrary<TicketPaper> = fc.record({
    hallName: words,
    number: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    serviceName: words,
    priority: fc.option(fc.record({ label: words, reason: words }), { nil: undefined }),
    waitingAhead: fc.nat(),
    waitMinutes: fc.record({ low: fc.nat(), high: fc.nat() }),
    people: fc.constantFrom(1, 2, undefined),
    counters: fc.array(fc.oneof(words, fc.constantFrom('1', '2')), { maxLength: 12 }),
    counterLooks: fc.option(fc.dictionary(fc.constantFrom('1', '2'), looks), { nil: undefined }),
    waitingArea: fc.option(words, { nil: undefined }),
    documents: fc.option(fc.array(words, { maxLength: 7 }), { nil: undefined }),
    telephone: fc.option(words, { nil: undefined }),
    issuedAt: fc.oneof(words, fc.constant('2026-06-15T09:30:00+08:00')),
    holderMasked: fc.option(words, { nil: undefined }),
    reprint: fc.boolean(),
    qrText: fc.constant('x'),
  });

  it('has no line wider than the paper', () => {
    fc.assert(
      fc.property(tickets, fc.constantFrom(...WIDTHS), (ticket, columns) => {
        for (const block of layoutTicket(ticket, { columns })) {
          if (block.kind !== 'line') continue;
          expect(columnsOf(block.text) * block.width).toBeLessThanOrEqual(columns);
          expect(pointsOf(block.height)).toBeGreaterThanOrEqual(TEXT_MIN_POINTS);
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
