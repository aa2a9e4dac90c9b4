import { expect, it } from 'vitest';
import {
  FIRST_RATE,
  LONGEST_SAYING_MS,
  REPEAT_RATE,
  VoiceQueue,
  type Voice,
} from '../../../renderer/display/voice/voice-queue.ts';
import { sampleCall, sampleTicket } from '../../support/fake-services/samples.ts';

const call = (n: number) => sampleCall(n, sampleTicket(n), String(n));
const sentence = (n: number): string => `请A 0 0 ${n}号，到${n}号窗口。`;

/** A voice whose sayings end when the test says so; sleeps wake when the test lets time pass. */
function open() {
  const story: string[] = [];
  let end: (isHeard: boolean) => void = () => undefined;
  let wake: (() => void)[] = [];
  const voice: Voice = {
    say: (text, rate) => {
      story.push(`${text} ${rate}`);
      return new Promise((resolve) => (end = resolve));
    },
    ring: () => Promise.resolve(void story.push('ring')),
    hush: () => story.push('hush'),
  };
  const queue = new VoiceQueue({
    voice,
    sleep: (ms) => new Promise((resolve) => void (ms === LONGEST_SAYING_MS && wake.push(resolve))),
    onSpoken: ({ callSequence }) => story.push(`spoken ${callSequence}`),
    onHeard: (isHeard) => story.push(isHeard ? 'heard' : 'silent'),
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    story,
    queue,
    ends: async (isHeard = true) => {
      await settled();
      end(isHeard);
      await settled();
    },
    timePasses: async () => {
      await settled();
      for (const one of wake) one();
      wake = [];
      await settled();
    },
  };
}

it('a bell, the sentence, and once more slower; the hall is told after the first time', async () => {
  const { story, queue, ends } = open();
  queue.speak(call(1));
  await ends();
  await ends();
  expect(story).toEqual([
    'ring',
    `${sentence(1)} ${FIRST_RATE}`,
    'spoken 1',
    `${sentence(1)} ${REPEAT_RATE}`,
  ]);
});

it('calls wait for each other, in their order; who waits hears a first time before anybody a second', async () => {
  const { story, queue, ends } = open();
  for (const n of [1, 2, 3]) queue.speak(call(n));
  for (let saying = 0; saying < 4; saying += 1) await ends();
  expect(story.filter((line) => line !== 'ring')).toEqual([
    `${sentence(1)} ${FIRST_RATE}`,
    'spoken 1',
    `${sentence(2)} ${FIRST_RATE}`,
    'spoken 2',
    `${sentence(3)} ${FIRST_RATE}`,
    'spoken 3',
    `${sentence(3)} ${REPEAT_RATE}`,
  ]);
});

it('a saying that never ends is given up and named, and the next call is spoken', async () => {
  const { story, queue, ends, timePasses } = open();
  queue.speak(call(1));
  queue.speak(call(2));
  await timePasses();
  expect(story).toEqual([
    'ring',
    `${sentence(1)} ${FIRST_RATE}`,
    'hush',
    'silent',
    'ring',
    `${sentence(2)} 1`,
  ]);
  await ends();
  expect(story.slice(6)).toEqual(['heard', 'spoken 2', `${sentence(2)} ${REPEAT_RATE}`]);
});

it('no voice: named once, nobody is told that a call was spoken, and each call is tried', async () => {
  const { story, queue, ends } = open();
  queue.speak(call(1));
  queue.speak(call(2));
  await ends(false);
  await ends(false);
  expect(story.filter((line) => line === 'silent')).toHaveLength(1);
  expect(story.filter((line) => line === 'ring')).toHaveLength(2);
  expect(story.some((line) => line.startsWith('spoken'))).toBe(false);
});
