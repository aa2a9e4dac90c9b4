import { describe, expect, it } from 'vitest';
import { chineseParts } from '../../../main/station/devices/read-aloud/text/chinese-parts.ts';
import { segmentsOf } from '../../../main/station/devices/read-aloud/text/segments.ts';

/** As somebody would write down what is said: | a short rest, ‖ a long one, a foreign word in brackets. */
function said(sentence: string): string {
  return chineseParts(sentence)
    .map((part) => {
      if (part.kind === 'rest') return part.long ? '‖' : '|';
      return part.kind === 'latin' ? `[${part.text}]` : part.text;
    })
    .join('');
}
const pinyin = (sentence: string): string[] => segmentsOf(sentence, 'zh').map(({ text }) => text);

describe('numbers are said by their kind', () => {
  it.each([
    ['ticket, character by character', '您的号码是 A012', '您的号码是A零一二'],
    ['ticket of four digits', 'B1005', 'B一零零五'],
    ['window as people call it', '请到 3 号窗口', '请到三号窗口'],
    ['window ten', '10号窗口', '十号窗口'],
    ['window twenty-three', '23号窗口', '二十三号窗口'],
    ['window of three digits', '105号窗口', '一零五号窗口'],
    ['window with a letter', '3A窗口', '三A窗口'],
    ['minutes as an amount', '大约等12分钟', '大约等十二分钟'],
    ['people as an amount', '前面还有105人', '前面还有一百零五人'],
    ['a range with words', '10 到 20 分钟', '十到二十分钟'],
    ['a range with a line', '10–20分钟', '十到二十分钟'],
    ['a range with a wave', '10～20 分钟', '十到二十分钟'],
    ['two minutes', '2 分钟', '两分钟'],
    ['two people', '还有 2 位', '还有两位'],
    ['window two stays 二', '2号窗口', '二号窗口'],
    ['an age', '78岁', '七十八岁'],
    ['an age of eighty', '满80周岁', '满八十周岁'],
    ['years as an amount', '住满 20 年', '住满二十年'],
    ['a calendar year digit by digit', '2026年11月7日', '二零二六年十一月七日'],
    ['a date of a form', '2026-11-27', '二零二六年十一月二十七日'],
    ['opening hours', '08:30-17:30', '八点三十分到十七点三十分'],
    ['two o’clock', '14:00、2:05', '十四点|两点零五分'],
    ['a card’s digits one by one, 1 as 幺', '440304194803120012', '四四零三零四幺九四八零三幺二零零幺二'],
    ['a card that ends in X', '11010519491231002x', '幺幺零幺零五幺九四九幺二三幺零零二X'],
    ['a masked card: nothing for what is hidden', '110***********002X', '幺幺零|零零二X'],
    ['a telephone', '0755-12345678', '零七五五|幺二三四五六七八'],
    ['a hot line', '请打12345', '请打幺二三四五'],
    ['a number for free calls', '400-830-1234', '四零零|八三零|幺二三四'],
    ['money', '每月300元', '每月三百元'],
    ['money with its comma', '12,000元', '一万二千元'],
    ['a list, not a large number', '1，200', '一|二百'],
    ['a part', '减50%', '减百分之五十'],
    ['a part of one', '0.75', '零点七五'],
    ['a step', '第1步，共3步', '第一步|共三步'],
    ['nothing', '0人', '零人'],
    ['round', '1000人、1010人、10000人', '一千人|一千零一十人|幺零零零零人'],
  ])('%s', (_kind, sentence, spoken) => {
    expect(said(sentence)).toBe(spoken);
  });
});

describe('what is not a word', () => {
  it.each([
    ['punctuation is a rest', '您好，请坐。谢谢！', '您好|请坐‖谢谢'],
    ['rests do not pile up, and none begins or ends', '——您好……，（请坐）。', '您好‖请坐'],
    ['brackets and quotes', '点“没带身份证”（右边）', '点|没带身份证|右边'],
    ['symbols are dropped', '★×高龄津贴●☎', '高龄津贴'],
    ['a lone star is dropped', '*姓名', '姓名'],
    ['a hidden character of a name is 某', '张*英，您好', '张某英|您好'],
    ['a name of two characters', '张*', '张某'],
    ['a long name', '欧***娜', '欧某某娜'],
    ['a name before other words', '张*您好', '张某您好'],
    ['emoji and pictures', '👍好的', '好的'],
    ['only symbols: nothing is said', '★ — …', ''],
    ['spaces inside Chinese', '请 坐 下', '请坐下'],
  ])('%s', (_kind, sentence, spoken) => {
    expect(said(sentence)).toBe(spoken);
  });
});

describe('foreign words inside Chinese', () => {
  it.each([
    ['letters are called by name', '请带ID卡', '请带ID卡'],
    ['an abbreviation', '连WIFI', '连WIFI'],
    ['a word keeps its own voice', '打开Songting程序', '打开[Songting]程序'],
    ['one letter', 'A区', 'A区'],
  ])('%s', (_kind, sentence, spoken) => {
    expect(said(sentence)).toBe(spoken);
  });

  it('a word is given to the English voice, what stands around it to the Mandarin one', () => {
    expect(segmentsOf('打开 Songting 程序', 'zh')).toEqual([
      { voice: 'cmn-latn-pinyin', text: 'da3 kai1', syllables: 2 },
      { voice: 'en', text: 'Songting', syllables: 0 },
      { voice: 'cmn-latn-pinyin', text: 'cheng2 xu4', syllables: 2 },
    ]);
  });
});

describe('Mandarin is given as pinyin, with the reading of the word', () => {
  it.each([
    ['长者', 'zhang3 zhe3'],
    ['多长时间', 'duo1 chang2 shi2 jian1'],
    ['长大', 'zhang3 da4'],
    ['重复', 'chong2 fu4'],
    ['重要', 'zhong4 yao4'],
    ['银行', 'yin2 hang2'],
    ['行动', 'xing2 dong4'],
    ['办理', 'ban4 li3'],
    ['号码', 'hao4 ma3'],
    ['调整', 'tiao2 zheng3'],
    ['还有', 'hai2 you3'],
    ['还款', 'huan2 kuan3'],
    ['您得先取号', 'nin2 dei3 xian1 qu3 hao4'],
    ['听得到', 'ting1 de5 dao4'],
    ['慢慢地走', 'man4 man4 de5 zou3'],
    ['地址', 'di4 zhi3'],
    ['高龄津贴', 'gao1 ling2 jin1 tie1'],
    ['结婚登记处', 'jie2 hun1 deng1 ji4 chu4'],
    ['处理', 'chu3 li3'],
    ['了解', 'liao3 jie3'],
    ['好了', 'hao3 le5'],
    ['着急', 'zhao2 ji2'],
    ['残疾人', 'can2 ji2 ren2'],
    ['女士', 'nü3 shi4'],
    ['不要走', 'bu2 yao4 zou3'],
    ['一起', 'yi4 qi3'],
    ['第一步', 'di4 yi1 bu4'],
    ['为您服务', 'wei4 nin2 fu2 wu4'],
    ['提供', 'ti2 gong1'],
    ['给付', 'ji3 fu4'],
    ['曾*英', 'zeng1 mou3 ying1'],
  ])('%s', (sentence, spoken) => {
    expect(pinyin(sentence)).toEqual([spoken]);
  });

  it('a digit of a number keeps its tone, an amount follows the words around it', () => {
    expect(pinyin('1号窗口')).toEqual(['yi1 hao4 chuang1 kou3']);
    expect(pinyin('1位')).toEqual(['yi2 wei4']);
    expect(pinyin('请 A012 号')).toEqual(['qing3 A ling2 yi1 er4 hao4']);
  });

  it('rests become commas and stops', () => {
    expect(pinyin('您好，请坐。谢谢')).toEqual(['nin2 hao3, qing3 zuo4. xie4 xie5']);
  });

  it('characters that have no reading are left out, not spelled', () => {
    expect(pinyin('测𠮷好')).toEqual(['ce4 hao3']);
    expect(pinyin('𠮷')).toEqual([]);
  });

  it('nothing that is no letter, digit or rest ever reaches the voice', () => {
    const text = pinyin('`$(rm)`; <speak> & "x" \\ -v en\n--stdout 一').join(' ');
    expect(text).toMatch(/^[a-zü0-9A-Z,. ]*$/);
  });
});

describe('other voices', () => {
  it('Cantonese is given the characters, with numbers as they are said', () => {
    expect(segmentsOf('请 A012 号，到 3 号窗口', 'zh', 'yue')).toEqual([
      { voice: 'yue', text: '请 A 零一二号, 到三号窗口', syllables: 11 },
    ]);
  });

  it('English: a ticket letter by letter, a range with its word, a Chinese name by the Mandarin voice', () => {
    const spoken = segmentsOf('Number A012, 10–20 minutes. Welcome, 张*英!', 'en');
    expect(spoken.map(({ voice, text }) => [voice, text])).toEqual([
      ['en', 'Number A, 0 1 2, 10 to 20 minutes. Welcome,'],
      ['cmn-latn-pinyin', 'zhang1 mou3 ying1'],
    ]);
  });

  it('English: a card number and a telephone digit by digit', () => {
    const text = segmentsOf('ID 110***********002X, call 12345', 'en')[0]?.text;
    expect(text).toBe('ID 1 1 0 , 0 0 2 X, call 1 2 3 4 5');
  });

  it('Uyghur keeps its own letters', () => {
    expect(segmentsOf('كېلىڭ، A012', 'ug')).toEqual([{ voice: 'ug', text: 'كېلىڭ، A, 0 1 2', syllables: 0 }]);
  });

  it('Tibetan has no voice', () => {
    expect(segmentsOf('བོད་ཡིག', 'bo')).toEqual([]);
  });
});
