import { expect, it } from 'vitest';
import {
  describeProblems,
  parseConfiguration,
  virtualDevices,
} from '../../../main/foundation/configuration/index.ts';
import { volumeAt } from '../../../main/station/devices/speaker/settings.ts';

const read = (devices: string) => parseConfiguration(`devices: { speaker: ${devices} }\n`, 'hall.yaml');

function speaker(devices: string) {
  const parsed = read(devices);
  if (!parsed.ok) throw new Error(describeProblems(parsed.error));
  return parsed.value.devices.speaker;
}

it.each(['system', 'virtual'] as const)(
  'one word is enough: %s speaks twice, the second time slower',
  (driver) => {
    expect(speaker(driver)).toEqual({
      driver,
      bell: true,
      times: 2,
      pace: 1,
      repeatPace: 0.8,
      repeatWhileWaiting: 5,
      one: 'yi',
      sayPriority: false,
      volume: 100,
      volumeAt: [],
      lateSeconds: 30,
    });
  },
);

it('everything a hall may decide can be written', () => {
  const written = `{ driver: system, clips: /srv/clips, bell: false, times: 3, pace: 0.9, repeatPace: 0.7,
    repeatWhileWaiting: 0, one: yao, sayPriority: true, volume: 80,
    volumeAt: [{ from: "12:00", to: "14:00", volume: 30 }], lateSeconds: 60 }`;
  expect(speaker(written)).toMatchObject({
    clips: '/srv/clips',
    one: 'yao',
    repeatPace: 0.7,
    lateSeconds: 60,
  });
});

it('a loudspeaker that is not written is not there; a virtual one is said to be simulated', () => {
  const parsed = parseConfiguration('', 'hall.yaml');
  expect(parsed.ok && parsed.value.devices.speaker).toEqual({ driver: 'none' });
  const virtual = read('virtual');
  expect(virtual.ok && virtualDevices(virtual.value)).toContain('speaker');
});

it.each([
  ['{ driver: system, times: 0 }', 'devices.speaker.times', 'a whole number from 1 to 3'],
  ['{ driver: system, pace: 3 }', 'devices.speaker.pace', 'a number from 0.5 to 1.5'],
  ['{ driver: system, one: 1 }', 'devices.speaker.one', 'yi, yao'],
  ['{ driver: system, bell: loud }', 'devices.speaker.bell', 'true or false'],
  ['{ driver: system, loudness: 3 }', 'devices.speaker.loudness', 'volume'],
  ['{ driver: none, times: 2 }', 'devices.speaker.times', 'driver'],
  [
    '{ driver: system, volumeAt: [{ from: "14:00", to: "12:00", volume: 3 }] }',
    'devices.speaker.volumeAt',
    'an end that is later than the beginning',
  ],
  [
    '{ driver: system, volumeAt: [{ from: noon, to: "14:00", volume: 3 }] }',
    'devices.speaker.volumeAt[0].from',
    'a time of day: "12:00"',
  ],
])('a mistake is named with its key and what is allowed: %s', (written, key, allowed) => {
  const parsed = read(written);
  const told = parsed.ok ? '' : describeProblems(parsed.error);
  expect(told).toContain(key);
  expect(told).toContain(allowed);
});

it.each([
  ['11:59', 100],
  ['12:00', 30],
  ['13:59', 30],
  ['14:00', 100],
])('at %s the volume is %i', (time, percent) => {
  const spans = [{ from: '12:00', to: '14:00', volume: 30 }];
  expect(volumeAt({ volume: 100, volumeAt: spans }, time)).toBe(percent);
});
