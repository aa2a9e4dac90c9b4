import { expect, test } from 'vitest';
import { readCertificateNumber } from '../../../main/hall/domain/marriage/certificate-number.ts';

test.each([
  ['J110101-2010-000001', 'marriage', '110101', 2010, '000001'],
  ['L440304-2025-000123', 'divorce', '440304', 2025, '000123'],
  ['BJ440304-2026-000007', 'marriage-again', '440304', 2026, '000007'],
  ['bl440304－2026－000007', 'divorce-again', '440304', 2026, '000007'],
  [' J 110101—2010—000001 ', 'marriage', '110101', 2010, '000001'],
])('%s', (text, kind, division, year, serial) => {
  expect(readCertificateNumber(text)).toEqual({ kind, division, year, serial });
});

test.each([
  '',
  'J11010-2010-000001',
  'K110101-2010-000001',
  'J110101-2010-00001',
  'J110101-2010-0000012',
  'BBJ110101-2010-000001',
])('%s is none', (text) => {
  expect(readCertificateNumber(text)).toBeUndefined();
});
