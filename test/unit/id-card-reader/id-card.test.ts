import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { composeCard, type CardFields } from '../../../main/station/devices/id-card-reader/compose-card.ts';
import { toIdCard } from '../../../main/station/devices/id-card-reader/id-card.ts';
import type { CardText } from '../../../main/station/devices/id-card-reader/sam/card-text.ts';
import {
  decodeTextBlock,
  encodeTextBlock,
} from '../../../main/station/devices/id-card-reader/sam/text-block.ts';

const TODAY = '2026-06-15';
const card = (fields: CardFields = {}, changes: Partial<CardText> = {}) =>
  toIdCard({ ...composeCard(fields), ...changes }, TODAY);

describe('an invented card of every kind', () => {
  it.each(['citizen', 'hmtResident', 'foreignerPR2017', 'foreignerPR2023'] as const)(
    '%s survives the chip unchanged and without a warning',
    (docType) => {
      const text = composeCard({ docType, birth: '1975-08-12', sex: 'female', validTo: '2034-01-01' });
      const block = encodeTextBlock(text);
      expect(block.ok && decodeTextBlock(block.value)).toEqual({ ok: true, value: text });
      expect(toIdCard(text, TODAY)).toMatchObject({
        docType,
        birth: '19750812',
        sex: 'female',
        warnings: [],
      });
    },
  );

  it('a name longer than the chip can hold is refused with the field and the limit', () => {
    const block = encodeTextBlock(composeCard({ name: '长'.repeat(16) }));
    expect(block).toEqual({ ok: false, error: { kind: 'too-long', field: 'name', allowedUnits: 15 } });
  });
});

describe('what does not fit is a warning, and the card still counts', () => {
  it.each([
    ['number-not-valid', card({ number: '110199195606159010' })],
    ['sex-differs-from-number', card({}, { sexCode: '2' })],
    ['birth-differs-from-number', card({}, { birth: '19560616' })],
    ['birth-not-a-date', card({}, { birth: '19560631' })],
    ['name-not-displayable', card({ name: '张\uE123' })],
    ['name-not-displayable', card({ name: '张\uD842' })],
    ['validity-not-readable', card({ validTo: '20301301' })],
  ])('%s', (warning, { warnings }) => {
    expect(warnings).toContain(warning);
  });

  it('the chip, not the number, says the sex; 0 and 9 are neither', () => {
    expect(card({}, { sexCode: '2' }).sex).toBe('female');
    expect(card({}, { sexCode: '0' })).toMatchObject({ sex: 'unknown', warnings: [] });
    expect(card({}, { sexCode: '9' })).toMatchObject({ sex: 'not-stated', warnings: [] });
  });

  it('a surname outside the basic plane is displayable', () => {
    expect(card({ name: '\u{20BB7}测试' }).warnings).toEqual([]);
  });
});

it('a card is good through its last day', () => {
  const until = card({ validTo: '2026-06-15' });
  expect([until.expired('2026-06-15'), until.expired('2026-06-16'), until.expired('20260617')]).toEqual([
    false,
    true,
    true,
  ]);
  expect(card({ validTo: '长期' }).expired('2099-01-01')).toBe(false);
});

it('a card written to a log shows neither name nor number nor address', () => {
  const shown = card({ name: '欧阳娜娜', address: '深圳市福田区' });
  const text = inspect(shown, { depth: 9 }) + JSON.stringify(shown);
  expect(text).toContain('欧**娜');
  for (const secret of ['阳', '深圳', '19560615901']) expect(text).not.toContain(secret);
});
