import { expect, test } from 'vitest';
import type { ServiceView } from '../../../preload/contracts/hall-operations.ts';
import { matching } from '../../../renderer/counter/matching.ts';
import { SERVICES } from '../../support/fake-services/samples.ts';

const found = (typed: string): readonly ServiceView[] =>
  matching(SERVICES, typed, ({ serviceCode, name }) => [serviceCode, name]);
const codes = (typed: string): readonly string[] => found(typed).map(({ serviceCode }) => serviceCode);

test('nothing typed shows every service in the hall’s order', () => {
  expect(found(' ')).toEqual(SERVICES);
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
