import { describe, expect, test } from 'vitest';
import {
  CHOICES_A_SCREEN,
  firstScreen,
  offeredServices,
  pageOf,
  whatToBring,
} from '../../../renderer/kiosk/service-choice.ts';
import { SERVICES } from '../../support/fake-services/samples.ts';

const codes = (services: readonly { readonly serviceCode: string }[]): string[] =>
  services.map(({ serviceCode }) => serviceCode);

describe('what is offered first', () => {
  test('what people of this hall mostly come for, then the catalogue’s order', () => {
    const offered = codes(offeredServices(SERVICES, 'comprehensive', false));
    expect(offered.slice(0, 5)).toEqual(['LN-01', 'LN-10', 'JZ-01', 'JZ-05', 'JZ-13']);
    expect(offered.slice(5, 8)).toEqual(['LN-09', 'LN-13', 'LN-14']);
  });
  test('for an elder everything that does not concern elders comes last', () => {
    const offered = codes(offeredServices(SERVICES, 'comprehensive', true));
    expect(offered.slice(-2)).toEqual(['JZ-07', 'JZ-08']);
    expect(offered).toHaveLength(SERVICES.length);
  });
  test('a kind of hall that nobody foresaw gets the order of its catalogue', () => {
    expect(codes(offeredServices(SERVICES, 'other', false))).toEqual(codes(SERVICES));
  });
});

describe('never more than five choices', () => {
  test.each([0, 1, 4, 5])('%i services are all shown', (count) => {
    const shown = firstScreen(SERVICES.slice(0, count));
    expect(shown.tiles).toHaveLength(count);
    expect(shown.others).toHaveLength(0);
  });
  test.each([6, 11, 12])('of %i services four are shown, the fifth tile leads to the others', (count) => {
    const shown = firstScreen(SERVICES.slice(0, count));
    expect(shown.tiles).toHaveLength(CHOICES_A_SCREEN - 1);
    expect(shown.others).toHaveLength(count - CHOICES_A_SCREEN + 1);
  });
  test('the others come in pages, each service once', () => {
    const { pages } = pageOf(SERVICES, 0);
    const all = Array.from({ length: pages }, (_, page) => pageOf(SERVICES, page).items);
    expect(all.every((items) => items.length <= CHOICES_A_SCREEN)).toBe(true);
    expect(codes(all.flat())).toEqual(codes(SERVICES));
  });
  test('a page that is gone becomes the last, an empty list is one empty page', () => {
    expect(pageOf(SERVICES, 99)).toMatchObject({ page: 2, pages: 3 });
    expect(pageOf([], 4)).toEqual({ items: [], page: 0, pages: 1 });
  });
});

describe('what to bring, in about six words', () => {
  test.each([
    [[], '', false],
    [['居民身份证'], '居民身份证', false],
    [['居民身份证', '照片'], '居民身份证、照片', false],
    [['居民身份证', '户口簿(免证办可免)', '本人银行卡/颐年卡'], '居民身份证、户口簿', true],
    [['双方居民身份证', '签字声明（现场填）'], '双方居民身份证、签字声明', false],
    [['登记申请书', '业务主管单位批准文件(直接登记除外)', '验资报告'], '登记申请书', true],
  ])('%j', (documents, shown, more) => {
    expect(whatToBring(documents)).toEqual({ shown, more });
  });
});
