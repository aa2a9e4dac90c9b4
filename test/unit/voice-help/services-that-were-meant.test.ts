import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSaidWords, matchServices } from '../../../main/station/voice/match-services.ts';
import { soundsIn, soundsOf } from '../../../main/station/voice/sounds-like.ts';
import { resourcesFolder } from '../../../main/foundation/resources.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';

interface Item {
  readonly code: string;
  readonly nameZh: string;
  readonly hallTypes: readonly string[];
}
const { items } = JSON.parse(
  readFileSync(join(resourcesFolder(), 'catalogue', 'catalogue.json'), 'utf8'),
) as { items: readonly Item[] };
const hall = (type: string) =>
  items
    .filter(({ hallTypes }) => hallTypes.includes(type))
    .map(({ code, nameZh }) => ({ serviceCode: code, name: nameZh }));
const WORDS = loadSaidWords();
const meant = (heard: string, type = 'comprehensive') => matchServices(heard, hall(type), WORDS);

describe('what people say at a comprehensive hall', () => {
  it.each([
    ['我要办高龄津贴', 'LN-01'],
    ['高龄', 'LN-01'],
    ['我八十岁了来领老人钱', 'LN-01'],
    ['津贴年审', 'LN-02'],
    ['老人食堂吃饭', 'LN-13'],
    ['助餐', 'LN-13'],
    ['食堂在哪', 'LN-14'],
    ['我想办残疾人补贴', 'JZ-05'],
    ['残疾', 'JZ-05'],
    ['吃低保', 'JZ-01'],
    ['低保边缘', 'JZ-04'],
    ['五保户', 'JZ-02'],
    ['老人卡丢了', 'LN-11'],
    ['办一张老年卡', 'LN-10'],
    ['家里要装扶手', 'LN-15'],
    ['老伴去世了', 'LN-20'],
    ['丧葬费', 'JZ-12'],
    ['我想领养孩子', 'JZ-08'],
    ['清明扫墓', 'JZ-11'],
    ['我要投诉', 'JZ-14'],
    ['我的事办好了没有', 'JZ-15'],
    ['想学用手机', 'LN-19'],
    ['老人瘫痪了护理费', 'LN-06'],
    ['失能评估', 'LN-08'],
  ])('%s', (heard, code) => {
    expect(meant(heard)[0]).toBe(code);
  });
});

describe('what people say at a marriage registry', () => {
  it.each([
    ['我们来结婚', 'HY-01'],
    ['领证', 'HY-01'],
    ['我要离婚', 'HY-04'],
    ['不离了', 'HY-05'],
    ['结婚证丢了', 'HY-07'],
    ['开单身证明', 'HY-09'],
    ['我们要复婚', 'HY-03'],
  ])('%s', (heard, code) => {
    expect(meant(heard, 'marriage')[0]).toBe(code);
  });
});

describe('what a recogniser misheard', () => {
  it.each([
    ['other characters of the same sound', '高岭金铁', 'LN-01'],
    ['other tones', '祝餐', 'LN-13'],
    ['zh for z, sh for s', '我要找驻灿', 'LN-13'],
    ['n for l, in for ing', '高您津贴', 'LN-01'],
    ['a name in another writing', '惨疾人补贴', 'JZ-05'],
  ])('%s: %s', (_what, heard, code) => {
    expect(meant(heard)).toContain(code);
  });
});

it('each service is found by its own name', () => {
  const lost = ['comprehensive', 'marriage', 'social_org'].flatMap((type) =>
    hall(type).filter(({ serviceCode, name }) => !meant(`我要办${name}`, type).includes(serviceCode)),
  );
  expect(lost).toEqual([]);
});

it('each everyday word finds its service', () => {
  const types = ['comprehensive', 'marriage', 'social_org'];
  const lost = Object.entries(WORDS).flatMap(([code, words]) => {
    const type = types.find((one) => hall(one).some(({ serviceCode }) => serviceCode === code)) ?? '';
    return words.filter((word) => !meant(word, type).includes(code)).map((word) => `${code} ${word}`);
  });
  expect(lost).toEqual([]);
});

it('words are only of services that the catalogue has', () => {
  const known = new Set(items.map(({ code }) => code));
  expect(Object.keys(WORDS).filter((code) => !known.has(code))).toEqual([]);
});

it.each(['', '嗯', '你好', '今天天气真好', 'hello', '申请办理登记', '123', '★'])(
  '%s means nothing here',
  (heard) => {
    expect(meant(heard)).toEqual([]);
  },
);

it('no more than four are offered, and only what this hall has', () => {
  expect(meant('津贴补贴补助申请登记年审认证复核').length).toBeLessThanOrEqual(4);
  expect(meant('我们来结婚')).toEqual([]);
});

it('a file of words that is damaged is refused', () => {
  const file = join(folderForTest(), 'words.json');
  for (const text of ['{"LN-01":[]}', '{"LN-01":["a"]}', '{"XX":["高龄"]}', '[]']) {
    writeFileSync(file, text);
    expect(() => loadSaidWords(file)).toThrow();
  }
});

it('sounds: what many people do not tell apart is the same', () => {
  expect(soundsOf('住')).toEqual(soundsOf('足'));
  expect(soundsOf('蓝')).toEqual(soundsOf('南'));
  expect(soundsOf('京')).toEqual(soundsOf('金'));
  expect(soundsIn(soundsOf('助餐'), soundsOf('我要助餐登记'))).toBe(true);
  expect(soundsIn(soundsOf('助餐'), soundsOf('餐助'))).toBe(false);
  expect(soundsIn([], ['a'])).toBe(false);
});
