import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { CitizenId, maskIdNumber, maskName, PersonName } from '../../../main/foundation/identity/index.ts';

it.each([
  ['张三', '张*'],
  ['张三丰', '张*丰'],
  ['欧阳娜娜', '欧**娜'],
  ['\u{20BB7}野家', '\u{20BB7}*家'],
  ['张\u{20BB7}', '张*'],
  ['张三\u{20BB7}', '张*\u{20BB7}'],
  ['艾力·测试江', '艾****江'],
  ['王', '*'],
  ['', ''],
])('the name %s shows as %s', (name, mask) => {
  expect(maskName(name)).toBe(mask);
});

it.each([
  ['11010519491231002X', '110***********002X'],
  ['USA110119750812', 'USA********0812'],
  ['1234567', '*******'],
  ['', ''],
])('the number %s shows as %s', (number, mask) => {
  expect(maskIdNumber(number)).toBe(mask);
});

describe('every usual way out yields the mask', () => {
  const name = new PersonName('张三丰');
  const number = new CitizenId('11010519491231002X');
  const card = { name, number };

  it.each([
    ['template', `${name} ${number}`],
    ['concatenation', '' + name + number],
    ['JSON', JSON.stringify(card)],
    ['inspect', inspect(card, { depth: 9, showHidden: true })],
    ['join', [name, number].join()],
    ['keys and values', JSON.stringify(Object.entries(number)) + Object.keys(name).join()],
    ['clone', inspect(structuredClone(card))],
    ['error', String(new Error(`bad card ${number} ${name}`))],
  ])('%s', (_way, text) => {
    expect(text).not.toContain('三');
    expect(text).not.toContain('19491231');
  });

  it('the clear text needs a call with a purpose', () => {
    expect(number.revealFor('vault')).toBe('11010519491231002X');
    expect(name.revealFor('form-printing')).toBe('张三丰');
  });

  it('two values are compared without being revealed', () => {
    expect(number.equals(new CitizenId('11010519491231002X'))).toBe(true);
    expect(number.equals(new CitizenId('110105194912310020'))).toBe(false);
    expect(new PersonName('1').equals(new CitizenId('1'))).toBe(false);
  });
});
