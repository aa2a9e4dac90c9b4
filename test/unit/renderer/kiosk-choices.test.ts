import { describe, expect, test } from 'vitest';
import {
  audienceOf,
  CHOICES_A_SCREEN,
  firstScreen,
  offeredServices,
  pageOf,
  whatToBring,
} from '../../../renderer/kiosk/choose/service-choice.ts';
import { SERVICES } from '../../support/fake-services/samples.ts';

const codes = (services: readonly { readonly serviceCode: string }[]): string[] =>
  services.map(({ serviceCode }) => serviceCode);

describe('what is offered first', () => {
  test('the order that the hall gives for who stands here', () => {
    const offered = codes(offeredServices(SERVICES, 'anyone'));
    expect(offered.slice(0, 5)).toEqual(['LN-01', 'LN-10', 'JZ-01', 'JZ-05', 'JZ-13']);
    expect(offered.slice(5, 8)).toEqual(['LN-09', 'LN-13', 'LN-14']);
    expect(codes(offeredServices(SERVICES, '70-79')).slice(-2)).toEqual(['JZ-07', 'JZ-08']);
  });
  test('another order for another age, as soon as the hall has learned one', () => {
    const learned = SERVICES.map((service, place) => ({
      ...service,
      placeByAge: { ...service.placeByAge, '80-plus': SERVICES.length - place },
    }));
    expect(codes(offeredServices(learned, '80-plus'))).toEqual(codes(SERVICES).toReversed());
    expect(codes(offeredServices(learned, '70-79'))[0]).toBe('LN-01');
  });
  test.each([
    ['by the age on the card', { age: 84, priorityClass: 'elder' }, null, '80-plus'],
    [
      'also where a hall gives priority from another age',
      { age: 62, priorityClass: 'ordinary' },
      null,
      '60-69',
    ],
    ['by what a person without a card says', { age: null, priorityClass: 'ordinary' }, 'elder', 'elder'],
    ['not by another priority', { age: null, priorityClass: 'ordinary' }, 'infant', 'anyone'],
    ['the card, whatever is said', { age: 40, priorityClass: 'ordinary' }, 'elder', 'under-60'],
  ] as const)('for whom: %s', (_why, visit, stated, audience) => {
    expect(audienceOf(visit, stated)).toBe(audience);
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
