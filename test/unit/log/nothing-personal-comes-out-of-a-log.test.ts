import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CappedFile } from '../../../main/foundation/log/capped-file.ts';
import { LOG_FIELDS } from '../../../main/foundation/log/fields.ts';
import { createLog, type Log, type LogFields } from '../../../main/foundation/log/index.ts';

function listen(simulated: readonly string[] = []): { log: Log; text: () => string } {
  let text = '';
  const destination = {
    write(line: string) {
      text += line;
    },
  };
  return { log: createLog({ name: 'hall', level: 'debug', destination, simulated }), text: () => text };
}

const TICKET = '0195563c-8c00-7000-8000-000000000001';
const canaries = [
  '金丝雀',
  '欧阳春晓',
  '11010519491231002X',
  '110105194912310',
  '13800138000',
  '1949-12-31',
  '福田区彩田路1号',
  'Zhang San',
];

describe('an allowed field', () => {
  it('comes out', () => {
    const { log, text } = listen();
    log.info('ticket printed', { ticketId: TICKET, number: 'A012', device: 'ticketPrinter' });
    expect(JSON.parse(text())).toMatchObject({
      level: 'info',
      name: 'hall',
      msg: 'ticket printed',
      ticketId: TICKET,
      number: 'A012',
    });
  });

  it('stands on every line of a log made for one station, and so does what is simulated', () => {
    const { log, text } = listen(['idCardReader']);
    log.with({ stationId: 'K1' }).warn('printer gone', { reason: 'no-paper' });
    expect(JSON.parse(text())).toMatchObject({
      stationId: 'K1',
      reason: 'no-paper',
      simulated: ['idCardReader'],
    });
  });
});

describe('a person', () => {
  it.each(Object.keys(LOG_FIELDS))('does not come out through the field %s', (field) => {
    const { log, text } = listen();
    const wrong = [
      ...canaries,
      ...canaries.map((canary) => [canary]),
      ...canaries.map((canary) => ({ name: canary })),
      110105194912310,
    ];
    for (const value of wrong) log.info('ticket issued', { [field]: value } as LogFields);
    for (const canary of canaries) expect(text()).not.toContain(canary);
    expect(log.droppedFields()).toBe(wrong.length);
    expect(text()).toContain('"droppedFields":1');
  });

  it('does not come out through a field that nobody named', () => {
    const { log, text } = listen();
    const person = { holder: { name: '金丝雀' }, idNumber: '11010519491231002X', ['__proto__x']: '金丝雀' };
    log.with(person as LogFields).info('ticket issued', person as LogFields);
    expect(text()).not.toMatch(/金丝雀|11010519491231002X/);
  });

  it('does not come out through an exception', () => {
    const { log, text } = listen();
    log.bug('issue failed', new TypeError('cannot read 金丝雀 of 11010519491231002X'), {
      operation: 'issueTicket',
    });
    expect(text()).not.toMatch(/金丝雀|11010519491231002X/);
    expect(JSON.parse(text())).toMatchObject({
      fault: 'TypeError',
      operation: 'issueTicket',
      level: 'error',
    });
    expect(JSON.parse(text()).source).toMatch(/nothing-personal-comes-out-of-a-log\.test\.ts:\d+/);
  });

  it('cannot be written into the sentence: the compiler refuses it', () => {
    const { log } = listen();
    const name: string = '金丝雀';
    // @ts-expect-error a sentence with something filled in
    log.info(`hello ${name}`);
    // @ts-expect-error a sentence that is not written here
    log.info(name);
    // @ts-expect-error a field that is not in the list
    log.info('hello', { name });
    expect(log.droppedFields()).toBe(1);
  });
});

describe('a log file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'songting-log-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is capped, keeps the newest, and goes on after a restart', () => {
    const file = join(folder, 'logs', 'hall.log');
    const write = (from: number, to: number) => {
      const capped = new CappedFile({ file, maxBytes: 100, keep: 2 });
      for (let i = from; i < to; i += 1) capped.write(`line ${String(i).padStart(4, '0')}\n`);
      capped.close();
      return capped.lostLines;
    };
    expect(write(0, 55) + write(55, 57)).toBe(0);
    expect(readdirSync(join(folder, 'logs')).sort()).toEqual(['hall.log', 'hall.log.1', 'hall.log.2']);
    const all = ['.2', '.1', ''].map((age) => readFileSync(`${file}${age}`, 'utf8')).join('');
    const lines = all.trim().split('\n');
    expect(lines.at(-1)).toBe('line 0056');
    expect(lines).toEqual(
      Array.from(
        { length: lines.length },
        (_, i) => `line ${String(57 - lines.length + i).padStart(4, '0')}`,
      ),
    );
  });

  it('that cannot be written is counted and stops nothing', () => {
    const file = join(folder, 'in-the-way.log');
    mkdirSync(file);
    const capped = new CappedFile({ file, maxBytes: 100, keep: 1 });
    capped.write('one\n');
    rmSync(file, { recursive: true });
    capped.write('two\n');
    expect(capped.lostLines).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('two\n');
    capped.close();
    expect(existsSync(file)).toBe(true);
  });
});
