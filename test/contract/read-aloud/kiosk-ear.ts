import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadingView } from '../../../preload/contracts/station-operations.ts';
import type { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { followStation, stationClient, StationService } from '../../support/services/station-service.ts';
import { measureWav, type Measured } from '../../unit/speaker/pcm.ts';

export interface Wish {
  readonly language?: 'zh' | 'en' | 'ug' | 'bo';
  readonly voice?: string;
  readonly from?: number;
  readonly pace?: 'normal' | 'slow';
  readonly volume?: 'low' | 'middle' | 'high';
}

/** A sentence; one that begins with "(私)" is private. */
const sentenceOf = (text: string) => ({ text, private: text.startsWith('(私)') });

/** A kiosk with the virtual voice, and somebody who looks at its page and listens to its sounds. */
export async function openKioskEar(hall: HallService, configuration?: string) {
  const station = await StationService.forTest(hall, configuration === undefined ? {} : { configuration });
  const page = await followStation(station);
  const kiosk = stationClient(station);
  const folder = join(station.dataDirectory, 'read-aloud');
  const reading = (): ReadingView | undefined => page.now.reading['now'];
  const list = join(folder, 'spoken.txt');
  return {
    station,
    page,
    kiosk,
    folder,
    reading,
    id: () => ({ requestId: randomUUID() }),
    /** Waits until the feed says so. */
    until: (look: (view: ReadingView) => boolean): Promise<ReadingView> =>
      page.until((now) => {
        const view = now.reading['now'];
        return view !== undefined && look(view) ? view : undefined;
      }),
    read: async (texts: readonly string[], wish: Wish = {}): Promise<string> => {
      const { readingId } = await must(
        kiosk.readAloud({
          requestId: randomUUID(),
          ...{ language: 'zh', pace: 'normal', volume: 'middle', ...wish },
          sentences: texts.map(sentenceOf),
        }),
      );
      return readingId;
    },
    /** Everything that began to be heard, oldest first. */
    heard: (): { readonly caption: string; readonly privately: boolean; readonly wav: Measured }[] => {
      if (!existsSync(list)) return [];
      const lines = readFileSync(list, 'utf8').trim().split('\n');
      return lines.map((line) => {
        const [file = '', caption = ''] = line.split('\t');
        return {
          caption,
          privately: file.includes('headphones'),
          wav: measureWav(readFileSync(join(folder, file))),
        };
      });
    },
    /** Every position that the page was told, in order. */
    positions: (): number[] => {
      const told = page.messages.flatMap((message) =>
        message.type === 'update' ? message.changes.filter(({ collection }) => collection === 'reading') : [],
      );
      const positions = told.map(({ item }) => (item as ReadingView).position);
      return positions.filter(
        (position, index): position is number => position !== null && position !== positions[index - 1],
      );
    },
    plugIn: () => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'headphones'), '');
    },
    pullOut: () => rmSync(join(folder, 'headphones')),
  };
}
