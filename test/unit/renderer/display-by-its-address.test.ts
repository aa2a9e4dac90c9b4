import { describe, expect, test } from 'vitest';
import { letterScale, unitPx } from '../../../renderer/display/reading-scale.ts';
import { readScreen, takeScreen } from '../../../renderer/display/screen.ts';
import { standingOf } from '../../../renderer/display/window/standing.ts';
import { sampleCounter } from '../../support/fake-services/samples.ts';

describe('the letters of a display', () => {
  const panel = { widthPx: 1920, heightPx: 1080, diagonalInch: 55, distanceMm: 8_000 };
  test('are drawn for 55 inches at eight metres, whatever the pixels', () => {
    for (const [widthPx, heightPx] of [
      [1920, 1080],
      [1080, 1920],
      [1366, 768],
      [3840, 2160],
    ] as const) {
      expect(letterScale({ ...panel, widthPx, heightPx })).toBeCloseTo(1, 2);
    }
  });
  test('grow on a smaller panel and for a farther seat, up to what the columns hold', () => {
    expect(letterScale({ ...panel, diagonalInch: 50 })).toBeCloseTo(1.1, 3);
    expect(letterScale({ ...panel, distanceMm: 9_600 })).toBeCloseTo(1.2, 3);
    expect(letterScale({ ...panel, diagonalInch: 32 })).toBe(1.3);
  });
  test('are never smaller than drawn', () => {
    expect(letterScale({ ...panel, diagonalInch: 86 })).toBe(1);
    expect(letterScale({ ...panel, distanceMm: 3_000 })).toBe(1);
  });
  test('are counted in a unit that fits both ways of hanging a panel', () => {
    expect(unitPx({ widthPx: 1920, heightPx: 1080 })).toBeCloseTo(10.8);
    expect(unitPx({ widthPx: 1080, heightPx: 1920 })).toBeCloseTo(10.8);
    expect(unitPx({ widthPx: 1024, heightPx: 768 })).toBeCloseTo(5.76);
    expect(unitPx({ widthPx: 2560, heightPx: 1080 })).toBeCloseTo(10.8);
  });
});

describe('the address of a display', () => {
  test('says which window it hangs over, how large it is and how far away it is read', () => {
    expect(readScreen('#token=st_x&counter=3&diagonal=15.6&distance=3000')).toEqual({
      counterId: '3',
      diagonalInch: 15.6,
      distanceMm: 3_000,
      speaks: false,
    });
    expect(readScreen('#token=st_x')).toEqual({
      counterId: null,
      diagonalInch: null,
      distanceMm: null,
      speaks: false,
    });
    expect(readScreen('#token=st_x&voice=on').speaks).toBe(true);
  });
  test.each(['0', '-55', 'large', '1e9', '', 'NaN'])('is not believed when it says %s inches', (diagonal) => {
    expect(readScreen(`#diagonal=${diagonal}`).diagonalInch).toBeNull();
  });
  test('holds when the page is loaded again without it, and another address replaces it whole', () => {
    const kept = new Map<string, string>();
    const sessionStorage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const load = (hash: string) =>
      takeScreen({ location: { hash }, sessionStorage } as unknown as Pick<
        Window,
        'location' | 'sessionStorage'
      >);
    expect(load('#counter=3').counterId).toBe('3');
    expect(load('').counterId).toBe('3');
    expect(load('#token=st_x').counterId).toBeNull();
    expect(load('').counterId).toBeNull();
  });
});

describe('the display over a window says', () => {
  const [open, paused, closed] = (['open', 'paused', 'closed'] as const).map((state) =>
    sampleCounter('3', { state }),
  );
  test.each([
    ['that there is no such window', undefined, undefined, false, 'unknown'],
    ['that it knows nothing, before any old number', open, 'called', true, 'stale'],
    ['who is called', open, 'called', false, 'called'],
    ['who is served', open, 'serving', false, 'serving'],
    ['who is served to the end, also where it pauses', paused, 'serving', false, 'serving'],
    ['that it pauses', paused, undefined, false, 'paused'],
    ['that it is closed', closed, undefined, false, 'closed'],
    ['that one waits', open, undefined, false, 'free'],
    ['that one waits while its visitor is off for a copy', open, 'parked', false, 'free'],
  ] as const)('%s', (_what, counter, state, isStale, standing) => {
    expect(standingOf(counter, state && { state }, isStale)).toBe(standing);
  });
});
