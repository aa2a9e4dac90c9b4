import { expect, test } from 'vitest';
import { slidesOf, WAITS_A_SLIDE } from '../../../renderer/display/hall/slides.ts';
import { atTurn } from '../../../renderer/display/turns.ts';
import { sampleCounter, sampleDisplay, sampleWait } from '../../support/fake-services/samples.ts';

const open = [sampleCounter('1'), sampleCounter('2', { state: 'paused' })];
const closed = [sampleCounter('1', { state: 'closed' })];
const kinds = (facts: Parameters<typeof slidesOf>[0]) => slidesOf(facts).map(({ kind }) => kind);

test('an empty hall asks people to watch; a closed one says so and when it opens', () => {
  expect(kinds({ counters: open, waits: [], display: null })).toEqual(['watch']);
  expect(slidesOf({ counters: closed, waits: [], display: sampleDisplay() })).toEqual([
    { kind: 'closed', openHours: ['08:30-12:00', '14:00-17:30'] },
  ]);
});

test('the longest queues come first, all that people wait for are there, the last slide is filled up', () => {
  const waits = [0, 3, 1, 0, 9, 2, 5, 0, 4].map((waiting, n) => sampleWait(n, waiting));
  const slides = slidesOf({ counters: open, waits, display: sampleDisplay() });
  const rows = slides.flatMap((slide) => (slide.kind === 'waits' ? [slide.rows] : []));
  expect(rows.map((slide) => slide.map(({ waiting }) => waiting))).toEqual([
    [9, 5, 4, 3],
    [2, 1, 0, 0],
  ]);
  for (const slide of rows) expect(slide.length).toBeLessThanOrEqual(WAITS_A_SLIDE);
});

test('where nobody waits one slide says so; a closed hall shows no waits of services that nobody serves', () => {
  const idle = [0, 1, 2, 3, 4, 5].map((n) => sampleWait(n, 0));
  expect(kinds({ counters: open, waits: idle, display: null })).toEqual(['watch', 'waits']);
  expect(kinds({ counters: closed, waits: idle, display: null })).toEqual(['closed']);
});

test('what the hall wants read comes last, and everything has its turn for ever', () => {
  const display = sampleDisplay({ policies: [{ title: '办理须知', lines: ['请带原件'] }] });
  const slides = slidesOf({ counters: open, waits: [sampleWait(0, 2)], display });
  expect(slides.map(({ kind }) => kind)).toEqual(['watch', 'waits', 'policy']);
  expect([0, 1, 2, 3, 4].map((turn) => atTurn(slides, turn)?.kind)).toEqual([
    'watch',
    'waits',
    'policy',
    'watch',
    'waits',
  ]);
  expect(atTurn([], 3)).toBeUndefined();
});
