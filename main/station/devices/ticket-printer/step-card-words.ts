import type { ReaderSide } from '../../../../preload/contracts/configuration-kiosk.ts';
import type { Step } from './pictograms/step-pictures.ts';
import type { StepCardLanguage } from './step-card-paper.ts';

export interface StepCardWords {
  readonly title: string;
  readonly practiceOnly: string;
  /** What to do, in as few words as possible. */
  readonly steps: Readonly<Record<Step, string>>;
  readonly readerSides: Readonly<Record<ReaderSide, string>>;
  readonly noCard: string;
  readonly choose: string;
  readonly ticket: string;
  readonly sit: (waitingArea: string) => string;
  readonly listen: string;
  readonly counter: string;
  readonly help: readonly string[];
  readonly withoutMachine: string;
  readonly telephone: string;
  readonly ease: string;
}

/** One instruction a sentence. What is to be touched has the name that stands on the kiosk’s button. */
export const STEP_CARD_WORDS: Readonly<Record<StepCardLanguage, StepCardWords>> = {
  zh: {
    title: '怎样取号',
    practiceOnly: '模拟演练，非真票',
    steps: {
      card: '放身份证',
      choose: '选一件事',
      take: '拿好小票',
      listen: '坐等叫号',
      counter: '到窗口办',
    },
    readerSides: { below: '放在屏幕下面', left: '放在屏幕左边', right: '放在屏幕右边' },
    noCard: '没带？点“没带身份证”',
    choose: '点屏幕上要办的事',
    ticket: '票上有您的号',
    sit: (waitingArea) => `请坐：${waitingArea}`,
    listen: '叫到您的号再起身',
    counter: '叫号会说几号窗口',
    help: ['不会用？点“叫人帮忙”', '会有人来帮您'],
    withoutMachine: '不用机器也能办，请到',
    telephone: '电话',
    ease: '慢慢来，不着急',
  },
  en: {
    title: 'How to take a number',
    practiceOnly: 'Rehearsal only',
    steps: {
      card: 'ID card',
      choose: 'Choose',
      take: 'Ticket',
      listen: 'Listen',
      counter: 'Counter',
    },
    readerSides: {
      below: 'Put it below the screen',
      left: 'Put it left of the screen',
      right: 'Put it right of the screen',
    },
    noCard: 'Not with you? Touch "I have no card with me"',
    choose: 'Touch what you came for',
    ticket: 'Your number is on it',
    sit: (waitingArea) => `Sit here: ${waitingArea}`,
    listen: 'Stay seated until your number is called',
    counter: 'The call says which counter',
    help: ['Not sure? Touch "Help"', 'Somebody will come'],
    withoutMachine: 'No machine needed. Go to',
    telephone: 'Phone',
    ease: 'Take your time',
  },
};
