import type { SpeakerConfiguration } from '../../../../preload/contracts/configuration-devices.ts';

/** `devices.speaker` of the configuration file, for a station that has one. */
export type SpeakerSettings = Exclude<SpeakerConfiguration, { driver: 'none' }>;

/** Percent at a time of day, "HH:MM". The first span that holds it counts; a span's end is no longer in it. */
export function volumeAt(
  { volume, volumeAt: spans }: Pick<SpeakerSettings, 'volume' | 'volumeAt'>,
  time: string,
): number {
  return spans.find(({ from, to }) => from <= time && time < to)?.volume ?? volume;
}
