import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import catalogue from '../../../resources/catalogue/catalogue.json' with { type: 'json' };
import en from '../../../resources/locales/en.json' with { type: 'json' };
import servicesEn from '../../../resources/locales/services-en.json' with { type: 'json' };
import zh from '../../../resources/locales/zh-CN.json' with { type: 'json' };
import { serviceName, translate } from '../../../renderer/shared/words/words.ts';

const fieldsOf = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

const ofLedger = (what: string): string => `admin.ledger.${what}.`;
const ofElders = (what: string): string => `admin.elders.${what}.`;

describe('locale files', () => {
  test('hold the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });
  test.each(Object.keys(zh) as (keyof typeof zh)[])('%s asks for the same fields in both', (key) => {
    expect(fieldsOf(en[key])).toEqual(fieldsOf(zh[key]));
  });
  test('hold no sentence that no page says', () => {
    const sources = globSync('renderer/**/*.{ts,vue}')
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    /** Keys whose last word is filled in where they are said. */
    const filledIn = [
      ...[
        'counter.storage.',
        'signIn.role.',
        'difficulty.',
        'admin.difficulty.',
        'kiosk.colour.',
        'kiosk.sign.',
      ],
      ...['admin.case.state.', 'admin.case.step.', 'admin.case.judgement.', 'admin.case.note.'],
      'admin.order.for.',
      'benefit.',
      ...['import', 'export', 'due', 'mode', 'result', 'proof', 'proactive', 'answer', 'cause'].map(ofElders),
      ...['decision', 'part', 'purpose', 'homeOutcome', 'wish', 'careOutcome', 'fault'].map(ofElders),
      ...['part', 'source', 'scene', 'response', 'state', 'step', 'level', 'show', 'replyTo'].map(ofLedger),
      ...[
        'admin.inspection.group.',
        'admin.inspection.answer.',
        'admin.measure.state.',
        'admin.report.figure.',
      ],
    ];
    const said = (key: string): boolean =>
      sources.includes(`'${key}'`) ||
      filledIn.some((start) => key.startsWith(start) && sources.includes(`\`${start}$`));
    expect(Object.keys(zh).filter((key) => !said(key))).toEqual([]);
  });
  test('name every service of the catalogue in English', () => {
    expect(Object.keys(servicesEn).sort()).toEqual(catalogue.items.map(({ code }) => code).sort());
  });
});

describe('a sentence', () => {
  test('is filled with what is given, markup and all, and shows what is missing', () => {
    expect(translate('zh', 'display.counter', { counter: '<b>3</b>' })).toBe('<b>3</b> 号窗口');
    expect(translate('zh', 'display.counter')).toBe('{counter} 号窗口');
  });
  test('does not treat a dollar sign in a value as a pattern', () => {
    expect(translate('en', 'problem.clerk.counterBusy', { number: '$&' })).toMatch(/^\$& is still here/);
  });
});

test('a service that has no English name keeps its own', () => {
  expect(serviceName('en', 'LN-01', '高龄津贴申请')).toBe('Advanced-age allowance: apply');
  expect(serviceName('en', 'ZZ-99', '新事项')).toBe('新事项');
  expect(serviceName('zh', 'LN-01', '高龄津贴申请')).toBe('高龄津贴申请');
});
