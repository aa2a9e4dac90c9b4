import { expect, test } from 'vitest';
import { matchingServices } from '../../../renderer/counter/matching-services.ts';
import { SERVICES } from '../../support/fake-services/samples.ts';

const codes = (typed: string): readonly string[] =>
  matchingServices(SERVICES, typed).map(({ serviceCode }) => serviceCode);

test('nothing typed shows every service in the hall’s order', () => {
  expect(matchingServices(SERVICES, ' ')).toEqual(SERVICES);
});
test.each([
  ['jz13', ['JZ-13']],
  ['JZ-1', ['JZ-12', 'JZ-13', 'JZ-15']],
  ['ln 01', ['LN-01']],
  ['补贴', ['LN-09', 'JZ-05', 'JZ-12']],
  ['没有这样的', []],
])('typed %s', (typed, expected) => {
  expect(codes(typed)).toEqual(expected);
});
