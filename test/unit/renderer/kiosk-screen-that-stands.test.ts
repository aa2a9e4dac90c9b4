import { describe, expect, test } from 'vitest';
import { ELDER_LIMIT, idleStanding, STANDARD_LIMIT } from '../../../renderer/kiosk/idle-time.ts';
import { paperWord } from '../../../renderer/kiosk/paper.ts';
import { emptyProxyForm } from '../../../renderer/kiosk/proxy/proxy-form.ts';
import { kioskScreen, type Standing } from '../../../renderer/kiosk/screen.ts';
import { SAME_TOUCH_MS, TapGuard } from '../../../renderer/shared/same-touch.ts';
import { cardlessVisit, elderVisit, visitTicket } from '../../support/fake-services/samples.ts';

const standing = (over: Partial<Standing> = {}): Standing => ({
  ready: true,
  hall: 'reachable',
  visit: null,
  place: 'start',
  choosingAnother: false,
  proxy: emptyProxyForm(),
  aside: null,
  practice: 'off',
  ...over,
});

describe('the screen', () => {
  const withTicket = elderVisit({ tickets: [visitTicket()] });
  test.each([
    ['starting', { ready: false }],
    ['idle', {}],
    ['away', { hall: 'unreachable' as const }],
    ['away', { hall: 'unreachable' as const, visit: cardlessVisit() }],
    ['choose', { visit: elderVisit() }],
    ['more', { visit: elderVisit(), place: 'more' as const }],
    ['priority', { visit: cardlessVisit(), place: 'priority' as const }],
    ['done', { visit: withTicket, place: 'more' as const }],
    ['choose', { visit: withTicket, choosingAnother: true }],
    ['away', { visit: withTicket, choosingAnother: true, hall: 'unreachable' as const }],
    ['looks', { visit: withTicket, aside: 'looks' as const }],
    ['looks', { hall: 'unreachable' as const, aside: 'looks' as const }],
    ['starting', { ready: false, aside: 'looks' as const }],
    ['practised', { practice: 'over' as const }],
  ])('%s', (screen, over) => {
    expect(kioskScreen(standing(over))).toBe(screen);
  });
  test('a number that was given stays in sight when the hall goes away', () => {
    expect(kioskScreen(standing({ visit: withTicket, hall: 'unreachable' }))).toBe('done');
  });
});

describe('the paper', () => {
  test.each([
    ['printing', { printState: 'pending' as const }],
    ['printing', { printState: 'sent' as const }],
    ['printed', { printState: 'confirmed' as const }],
    ['not-printed', { printState: 'unknown' as const }],
    ['not-printed', { printState: 'pending' as const, printProblem: 'no-paper' }],
  ])('is %s', (word, over) => {
    expect(paperWord(visitTicket(over), false)).toBe(word);
  });
  test('of a number held before is not spoken of until a copy is asked for', () => {
    expect(paperWord(visitTicket({ alreadyHeld: true }), false)).toBe('none');
    expect(paperWord(visitTicket({ alreadyHeld: true, printState: 'sent' }), true)).toBe('printing');
  });
});

describe('idle time (WCAG 2.2.1)', () => {
  test('warns at least 20 s before the end, an elder 30 s, an elder has twice the time', () => {
    expect(STANDARD_LIMIT).toEqual({ limitSeconds: 60, warnSeconds: 20 });
    expect(ELDER_LIMIT).toEqual({ limitSeconds: 120, warnSeconds: 30 });
  });
  test.each([
    [0, { secondsLeft: 60, warning: false, over: false }],
    [39_999, { secondsLeft: 21, warning: false, over: false }],
    [40_000, { secondsLeft: 20, warning: true, over: false }],
    [59_999, { secondsLeft: 1, warning: true, over: false }],
    [60_000, { secondsLeft: 0, warning: true, over: true }],
    [999_999, { secondsLeft: 0, warning: true, over: true }],
  ])('after %i ms of quiet', (quietMs, expected) => {
    expect(idleStanding(STANDARD_LIMIT, quietMs)).toEqual(expected);
  });
});

describe('touches', () => {
  test('closer together than 300 ms on one button are one touch', () => {
    const guard = new TapGuard();
    expect(guard.accepts('a', 1_000)).toBe(true);
    expect(guard.accepts('a', 1_000 + SAME_TOUCH_MS - 1)).toBe(false);
    expect(guard.accepts('b', 1_010)).toBe(true);
  });
  test('twenty quick ones stay one, a calm one afterwards counts again', () => {
    const guard = new TapGuard();
    const taps = Array.from({ length: 20 }, (_, tap) => guard.accepts('a', tap * 100));
    expect(taps.filter(Boolean)).toHaveLength(1);
    expect(guard.accepts('a', 1_900 + SAME_TOUCH_MS)).toBe(true);
  });
});
