import { describe, expect, it } from 'vitest';
import {
  everydayWords as everyday,
  kioskSentences,
  kioskWords as words,
  officialTerms as terms,
  WORD_LIST as LIST,
} from '../../support/kiosk-sentences.ts';
import { complaintsAbout, isPlain, sentencesOf } from '../../support/plain-chinese.ts';

/** Every sentence of the kiosk with its length, the ones to mend marked: for whoever has to mend one. */
function table(): string {
  return kioskSentences()
    .map(([key, message]) => {
      const wrong = complaintsAbout(message, words).map(({ length, hard }) => [length, ...hard].join(' '));
      const lengths = sentencesOf(message).map((sentence) => [...sentence].length);
      return `${wrong.length === 0 ? '   ' : '>> '}${lengths.join('+')}\t${key}\t${message}\t${wrong.join('; ')}`;
    })
    .join('\n');
}

describe('the kiosk speaks plainly', () => {
  it('says nothing in more than 20 characters, and only everyday words', () => {
    const complaints = kioskSentences().flatMap(([key, message]) =>
      complaintsAbout(message, words).map(
        ({ sentence, length, hard }) => `${key}: ${sentence} (${length}) ${hard.join('、')}`,
      ),
    );
    expect(complaints, complaints.length === 0 ? '' : table()).toEqual([]);
  });

  it('looks at all of it', () => {
    const keys = kioskSentences().map(([key]) => key);
    expect(keys).toEqual(
      expect.arrayContaining(['kiosk.idle.putCard', 'problem.visitor.again', 'priority.infant', 'line.lost']),
    );
    expect(keys).not.toContain('counter.storage.full');
  });
});

describe('the list of everyday words', () => {
  it('names each word once, in the order of pinyin within its group', () => {
    const groups = LIST.split(/\n(?=#)/).map((group) =>
      group.split('\n').filter((line) => /^[^#!]/.test(line)),
    );
    const order = new Intl.Collator('zh-Hans-CN');
    const said = groups.map((lines) =>
      lines.flatMap((line) => line.split(' ')).filter((word) => word !== ''),
    );
    expect(said.flat().length).toBe(new Set(said.flat()).size);
    for (const group of said) expect(group).toEqual([...group].sort(order.compare));
  });

  it.each(['令牌', '核验', '受理', '凭证', '终端', '离线', '办结', '取件码', '当事人', '补正', '异常'])(
    'has no place for %s',
    (jargon) => {
      expect(isPlain(jargon, words)).toBe(false);
    },
  );

  it('lets everyday words be put together', () => {
    expect(isPlain('取号机', words)).toBe(true);
    expect(isPlain('身份证', words)).toBe(true);
  });

  it('explains each official term in plain words, on the screen itself where the kiosk says it', () => {
    const said = kioskSentences().map(([, message]) => message);
    for (const [term, explanation] of Object.entries(terms)) {
      expect(isPlain(term, everyday), `${term} needs no explanation`).toBe(false);
      expect(complaintsAbout(explanation, everyday), term).toEqual([]);
      const isSaid = said.some((message) => message.includes(term));
      const isExplained = said.some((message) => message.includes(explanation));
      expect(isExplained || !isSaid, `${term} is said and nowhere explained`).toBe(true);
    }
  });
});

describe('what is found', () => {
  it('is a sentence that is too long, counted without spaces and with two characters for a field', () => {
    const long = '请您先把身份证拿起来，再放回原来的地方，等一等';
    expect(complaintsAbout(long, words)[0]?.length).toBe(23);
    expect(complaintsAbout('请到 {counters} 号窗口，有人帮您。', words)).toEqual([]);
  });
  it('is a word that nobody says at home, in the sentence in which it stands', () => {
    const [complaint, ...others] = complaintsAbout('请放身份证。令牌无效。', words);
    expect(complaint).toEqual({ sentence: '令牌无效。', length: 4, hard: ['令牌'] });
    expect(others).toEqual([]);
  });
});
