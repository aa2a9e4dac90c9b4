import type { QueueRuleName } from './queue-rule.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What the hall's manager reads before choosing a rule. */
export interface RuleDescription {
  readonly name: Words;
  /** What it does, in one sentence. */
  readonly does: Words;
  /** What it promises to whoever has to wait longer because of it, in one sentence. */
  readonly promises: Words;
}

export const ruleDescriptions: Readonly<Record<QueueRuleName, RuleDescription>> = {
  'head-start': {
    name: { zh: '优先提前', en: 'Head start' },
    does: {
      zh: '老年人等优先对象的号，按提前若干分钟取号来排队；同一类别先到先办。',
      en: 'A priority ticket counts as if it had been taken some minutes earlier; inside a class, first come, first served.',
    },
    promises: {
      zh: '任何人都不会被晚到超过规定分钟数的人排到前面。',
      en: 'Nobody is overtaken by someone who came more than that many minutes later.',
    },
  },
  ratio: {
    name: { zh: '按比例优先', en: 'Ratio' },
    does: {
      zh: '优先对象先办，但有普通群众等候时，最多连续叫规定个数的优先号；等候超过规定分钟数的先办。',
      en: 'Priority goes first, but only so many priority calls in a row while others wait; who has waited longer than the limit goes first.',
    },
    promises: {
      zh: '有普通群众等候时，连续叫优先号不超过规定个数（工作人员安排的急需对象除外）。',
      en: 'While others wait, there are never more than that many priority calls in a row (urgent cases arranged by staff apart).',
    },
  },
  strict: {
    name: { zh: '严格优先', en: 'Strict' },
    does: {
      zh: '按类别顺序叫号：前一类没有人等候，才叫后一类。',
      en: 'One class after the other: a class is called only when nobody of the classes before it waits.',
    },
    promises: {
      zh: '不保证普通群众的等候时间：优先对象多时，普通群众可能一直等。',
      en: 'Ordinary visitors are promised nothing: with many priority visitors they may wait on and on.',
    },
  },
  fifo: {
    name: { zh: '先到先办', en: 'First come, first served' },
    does: {
      zh: '不分类别，按号码先后叫号。',
      en: 'Numbers are called in the order in which they were taken, whatever the class.',
    },
    promises: {
      zh: '没有人被后到的人排到前面（过号后返回的除外）。',
      en: 'Nobody is overtaken (except who missed a call and came back).',
    },
  },
};
