import type { ReadAloudConfiguration } from '../../../../preload/contracts/configuration-devices.ts';
import type { ReadingPace, ReadingVolume } from '../../../../preload/contracts/station/reading-rows.ts';

/** `devices.readAloud` of the configuration file, for a station that has one. */
export type ReadAloudSettings = Exclude<ReadAloudConfiguration, { driver: 'none' }>;

/** Of the configured volume, which is the loudest that a hall allows: 4 and 9 dB less. */
const PART_OF_LOUDEST: Readonly<Record<ReadingVolume, number>> = { high: 1, middle: 0.8, low: 0.6 };

/** Percent. */
export const percentOf = (
  volume: ReadingVolume,
  { volume: loudest }: Pick<ReadAloudSettings, 'volume'>,
): number => loudest * PART_OF_LOUDEST[volume];

/** 1: as usual. */
export const PACE: Readonly<Record<ReadingPace, number>> = { normal: 1, slow: 0.75 };
