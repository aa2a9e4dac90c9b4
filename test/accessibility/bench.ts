import type { Browser } from 'playwright';
import { openKiosk, type KioskBench } from '../support/pages/bench.ts';
import { letReadAloud, type ReadingStation } from '../support/pages/reading-station.ts';
import { sampleStation } from '../support/fake-services/samples.ts';
import type { Finding } from './checklist.ts';
import type { StateFacts } from './survey.ts';

/** Three panels as kiosks have them, all 1920 x 1080 pixels and read at 600 mm. */
export const PANELS = [21.5, 23.8, 32] as const;
const MM_PER_INCH = 25.4;
export const pitchOf = (diagonalInch: number): number =>
  (diagonalInch * MM_PER_INCH) / Math.hypot(1920, 1080);

/** What the items are measured on. */
export interface Hall {
  readonly survey: readonly StateFacts[];
  readonly openKiosk: () => Promise<KioskBench & { readonly voice: ReadingStation }>;
  readonly openOnPanel: (diagonalInch: number) => Promise<KioskBench>;
}

export type Measure = (hall: Hall) => Finding | Promise<Finding>;

export function hallFor(browser: Browser, pages: string, survey: readonly StateFacts[]): Hall {
  return {
    survey,
    openKiosk: async () => {
      const bench = await openKiosk(browser, pages);
      return { ...bench, voice: letReadAloud(bench.station) };
    },
    openOnPanel: async (diagonalInch) => {
      const bench = await openKiosk(browser, pages);
      const panel = { diagonalInch, readingDistanceMm: 600, widthPx: 1920, heightPx: 1080 };
      bench.station.feed.put('station', 'now', sampleStation({ panel }));
      const body = (21.5 / diagonalInch) * 32;
      await bench.page.waitForFunction(
        (px) =>
          Math.abs(parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--body')) - px) <
          0.1,
        body,
      );
      return bench;
    },
  };
}

/** A finding over all states: what was worst, and what broke the rule. */
export function nothingBreaks(measured: string, broken: readonly string[]): Finding {
  const shown = broken.slice(0, 5).join('; ');
  return {
    measured: broken.length === 0 ? measured : `${measured}; not kept: ${shown}`,
    passed: broken.length === 0,
  };
}

export const where = ({ state, orientation }: Pick<StateFacts, 'state' | 'orientation'>): string =>
  `${state} (${orientation})`;
