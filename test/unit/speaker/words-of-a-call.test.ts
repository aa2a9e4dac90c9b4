import { describe, expect, it } from 'vitest';
import {
  pinyinOf,
  spokenCall,
  syllablesOf,
  wordsOf,
} from '../../../main/station/devices/speaker/spoken-call.ts';

const usual = { one: 'yi', sayPriority: false } as const;
const call = (number: string, counterId: string, priority = false) => ({ number, counterId, priority });

describe('a call is read as halls read it', () => {
  it.each([
    [
      'A012',
      '3',
      '请 A 零 一 二 号，到 三 号 窗口',
      'qing3 A ling2 yi1 er4 hao4, dao4 san1 hao4 chuang1kou3',
    ],
    [
      'A001',
      '1',
      '请 A 零 零 一 号，到 一 号 窗口',
      'qing3 A ling2 ling2 yi1 hao4, dao4 yi1 hao4 chuang1kou3',
    ],
    [
      'B1000',
      '10',
      '请 B 一 零 零 零 号，到 十 号 窗口',
      'qing3 B yi1 ling2 ling2 ling2 hao4, dao4 shi2 hao4 chuang1kou3',
    ],
    [
      'C345',
      '3A',
      '请 C 三 四 五 号，到 三 A 号 窗口',
      'qing3 C san1 si4 wu3 hao4, dao4 san1 A hao4 chuang1kou3',
    ],
    [
      'D678',
      '3a',
      '请 D 六 七 八 号，到 三 A 号 窗口',
      'qing3 D liu4 qi1 ba1 hao4, dao4 san1 A hao4 chuang1kou3',
    ],
    [
      'W909',
      '12',
      '请 W 九 零 九 号，到 十 二 号 窗口',
      'qing3 W jiu3 ling2 jiu3 hao4, dao4 shi2 er4 hao4 chuang1kou3',
    ],
  ])('%s at window %s', (number, counterId, words, pinyin) => {
    const utterance = spokenCall(call(number, counterId), usual);
    expect(wordsOf(utterance)).toBe(words);
    expect(pinyinOf(utterance)).toBe(pinyin);
    expect(utterance.caption).toBe(`请 ${number} 号到 ${counterId} 号窗口`);
  });

  it.each([
    ['20', '二 十'],
    ['23', '二 十 三'],
    ['99', '九 十 九'],
    ['0', '零'],
    ['03', '零 三'],
    ['101', '一 零 一'],
    ['A-3', 'A 三'],
    ['B12', 'B 十 二'],
  ])('window %s', (counterId, words) => {
    expect(wordsOf(spokenCall(call('A002', counterId), usual))).toBe(`请 A 零 零 二 号，到 ${words} 号 窗口`);
  });

  it('reads a 1 of the number as 幺 where the hall wants it, never the window’s', () => {
    const utterance = spokenCall(call('A111', '11'), { ...usual, one: 'yao' });
    expect(wordsOf(utterance)).toBe('请 A 幺 幺 幺 号，到 十 一 号 窗口');
    expect(pinyinOf(utterance)).toContain('A yao1 yao1 yao1 hao4');
  });

  it('keeps the reason for going first to itself, unless the hall says otherwise', () => {
    expect(wordsOf(spokenCall(call('A012', '3', true), usual))).not.toContain('优先');
    const said = { ...usual, sayPriority: true };
    const utterance = spokenCall(call('A012', '3', true), said);
    expect(wordsOf(utterance)).toBe('优先，请 A 零 一 二 号，到 三 号 窗口');
    expect(pinyinOf(utterance)).toMatch(/^you1xian1, qing3 A/);
    expect(utterance.caption).toBe('优先，请 A012 号到 3 号窗口');
    expect(wordsOf(spokenCall(call('A012', '3', false), said))).not.toContain('优先');
  });

  it('knows how many syllables are heard, for the check of the sound', () => {
    expect(syllablesOf(spokenCall(call('A012', '3'), usual))).toBe(11);
    expect(syllablesOf(spokenCall(call('W012', '3'), usual))).toBe(13);
  });
});
