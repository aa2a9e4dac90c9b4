import type { ChildProcess } from 'node:child_process';
import type { CDPSession } from 'playwright';
import { z } from 'zod';
import { ASK_MEMORY } from './tell-memory.ts';

/** What is compared: bytes held after everything unused was let go; elements of the page's tree. */
export const GAUGES = [
  'hall heap',
  'hall rss',
  'station heap',
  'station rss',
  'page heap',
  'page nodes',
] as const;
export type Gauge = (typeof GAUGES)[number];
export type Reading = Readonly<Record<Gauge, number>>;

export interface Watched {
  readonly hall: ChildProcess;
  readonly station: ChildProcess;
  readonly page: CDPSession;
}

const Told = z.object({
  type: z.literal('told'),
  message: z.object({ rss: z.number(), heapUsed: z.number() }),
});

export async function readMemory({ hall, station, page }: Watched): Promise<Reading> {
  const [ofHall, ofStation] = [await askMemory(hall), await askMemory(station)];
  await page.send('HeapProfiler.collectGarbage');
  const { metrics } = await page.send('Performance.getMetrics');
  const metric = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return {
    'hall heap': ofHall.heapUsed,
    'hall rss': ofHall.rss,
    'station heap': ofStation.heapUsed,
    'station rss': ofStation.rss,
    'page heap': metric('JSHeapUsedSize'),
    'page nodes': metric('Nodes'),
  };
}

function askMemory(child: ChildProcess): Promise<z.output<typeof Told>['message']> {
  const answer = new Promise<z.output<typeof Told>['message']>((resolve) => {
    const hear = (raw: unknown): void => {
      const told = Told.safeParse(raw);
      if (!told.success) return;
      child.off('message', hear);
      resolve(told.data.message);
    };
    child.on('message', hear);
  });
  child.send(ASK_MEMORY);
  return answer;
}

export interface Growth {
  readonly gauge: Gauge;
  /** Means of the second and of the last quarter of the day. */
  readonly second: number;
  readonly last: number;
  readonly ratio: number;
}

/** The last quarter against the second: the first warms up. Throws on a day with fewer than four readings. */
export function growthOf(readings: readonly Reading[]): Growth[] {
  const quarter = Math.floor(readings.length / 4);
  if (quarter === 0) throw new Error('Too few readings of the memory to compare');
  const mean = (gauge: Gauge, from: number): number =>
    readings.slice(from, from + quarter).reduce((sum, reading) => sum + reading[gauge], 0) / quarter;
  return GAUGES.map((gauge) => {
    const [second, last] = [mean(gauge, quarter), mean(gauge, readings.length - quarter)];
    return { gauge, second, last, ratio: last / second };
  });
}
