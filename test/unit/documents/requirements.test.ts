import { expect, test } from 'vitest';
import { codeSpans, exists, textOf } from './documents.ts';

const PAGES = ['resources/handbook/requirements.md', 'resources/handbook/requirements.zh-CN.md'] as const;
const STATES = {
  served: '已做到',
  partly: '部分做到',
  'not yet': '还没有',
  'no function': '不做',
} as const;

interface Row {
  readonly number: string;
  readonly level: string;
  readonly state: string;
  readonly where: string;
  readonly tests: readonly string[];
}

const rowsOf = (page: string): Row[] =>
  textOf(page)
    .split('\n')
    .filter((line) => /^\| R\d{3} \|/.test(line))
    .map((line) => {
      const [, number = '', , level = '', state = '', where = '', tests = ''] = line
        .split('|')
        .map((cell) => cell.trim());
      return { number, level, state, where, tests: codeSpans(tests) };
    });
const [english, chinese] = PAGES.map(rowsOf);

test('each of the 125 requirements has one line, in both languages with the same state and tests', () => {
  const numbers = Array.from({ length: 125 }, (_, at) => `R${String(at + 1).padStart(3, '0')}`);
  expect(english?.map(({ number }) => number).sort()).toEqual(numbers);
  expect(chinese?.map(({ number, state, tests }) => ({ number, state, tests }))).toEqual(
    english?.map(({ number, state, tests }) => ({
      ...{ number, tests },
      state: STATES[state as keyof typeof STATES],
    })),
  );
});

test('what is called served names where, and a test that exists', () => {
  for (const { number, state, where, tests } of english ?? []) {
    if (state !== 'served') continue;
    expect(where, number).not.toBe('');
    expect(tests.length, number).toBeGreaterThan(0);
    expect(
      tests.filter((file) => !exists(file)),
      number,
    ).toEqual([]);
  }
});

test('what is served in part says what', () => {
  for (const { number, state, where } of english ?? [])
    if (state === 'partly') expect(where, number).not.toBe('');
});

test('what should be and is not yet says why', () => {
  for (const rows of [english, chinese])
    for (const { number, level, state, where } of rows ?? [])
      if ((level === 'should' || level === '宜') && (state === 'not yet' || state === '还没有'))
        expect(where, number).not.toBe('');
});
