import { z } from 'zod';
import { AppointmentsConfiguration, WINDOW_WITHIN_HEAD_START } from './configuration-appointments.ts';
import { Listen, ServiceAddress } from './configuration-addresses.ts';
import {
  DevicesConfiguration,
  PANEL_DEFAULTS,
  panelPixels,
  withDefaultDevices,
} from './configuration-devices.ts';
import { DisplayConfiguration } from './configuration-display.ts';
import { OpenHours, timeOfDay } from './configuration-hours.ts';
import {
  HelpConfiguration,
  LanguagesConfiguration,
  lookOfCounter,
  READER_SIDES,
  SERVICE_ORDERS,
} from './configuration-kiosk.ts';
import { HeadStartChoice, RuleChoice } from './configuration-rule.ts';
import { block, line, measure, said, shorthand, whole, written } from './configuration-words.ts';
import { RatingsConfiguration } from './configuration-ratings.ts';
import { CounterId } from './ids.ts';
import { ROLES } from './operation.ts';
import { ELDER_AGE_YEARS, HEAD_START_MINUTES } from './priority.ts';

export const HALL_TYPES = ['marriage', 'social-org', 'comprehensive'] as const;
export type HallType = (typeof HALL_TYPES)[number];

/** The letter of a number series by catalogue prefix: what a hall of this type does most comes first. */
const SERIES_BY_TYPE: Readonly<Record<HallType, Readonly<Record<string, string>>>> = {
  marriage: { HY: 'A', JZ: 'B', LN: 'C', SH: 'D' },
  'social-org': { SH: 'A', JZ: 'B', LN: 'C', HY: 'D' },
  comprehensive: { LN: 'A', JZ: 'B', SH: 'C', HY: 'D' },
};

const Rule = z.preprocess(shorthand('name'), RuleChoice);

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

const serviceOrPrefix = written(
  /^[A-Z]{2}(?:-\d{2,4})?$/,
  'a catalogue code (LN-01) or prefix (LN)',
  '事项编码（LN-01）或类别（LN）',
);

const Counter = block({
  id: z.string(said('text in quotes: "1"', '请加引号："1"')).pipe(CounterId),
  name: line(20).optional(),
  /** Empty or missing = all services of the hall. */
  services: z.array(serviceOrPrefix).max(200).default([]),
  ...lookOfCounter,
}).transform((counter) => ({ ...counter, name: counter.name ?? `${counter.id}号窗口` }));
export type CounterConfiguration = z.output<typeof Counter>;

const Counters = z
  .array(Counter, said('a list of counters: [{ id: "1" }]', '窗口列表：[{ id: "1" }]'))
  .min(1, said('at least one counter', '至少一个窗口'))
  .max(200)
  .refine((counters) => new Set(counters.map(({ id }) => id)).size === counters.length, {
    message: said('each counter id once', '窗口编号不得重复'),
  });

/** Supervisors always may; `clerks`: whoever serves, too. */
export const OUT_OF_ORDER = ['supervisors', 'clerks'] as const;

const Hall = block({
  id: written(
    /^\d{6}-\d{2}$/,
    'division code and ordinal: "440304-01"',
    '行政区划代码加序号："440304-01"',
  ).default('440304-01'),
  name: line(40).default('福田区民政服务大厅'),
  type: z.enum(HALL_TYPES).default('comprehensive'),
  listen: Listen.prefault('127.0.0.1:7300'),
  timeZone: z
    .string()
    .refine(isTimeZone, { message: said('a time zone like Asia/Shanghai', '时区，如 Asia/Shanghai') })
    .default('Asia/Shanghai'),
  openHours: OpenHours.prefault('08:30-17:30'),
  rule: Rule.prefault('head-start'),
  priority: block({
    /** Full years. The law says 60 (老年人权益保障法 art. 2); a hall may be more generous. */
    elderAge: whole(50, 80).default(ELDER_AGE_YEARS),
    headStartMinutes: HeadStartChoice.default({}).transform((given) => ({
      ...HEAD_START_MINUTES,
      ...given,
    })),
  }).prefault({}),
  counters: Counters.prefault([{ id: '1' }, { id: '2' }, { id: '3' }, { id: '4' }]),
  series: z
    .record(
      written(/^[A-Z]{2}$/, 'a catalogue prefix: LN', '事项类别：LN'),
      written(/^[A-Z]$/, 'one capital letter', '一个大写字母'),
    )
    .default({}),
  missed: block({
    /** A missed person who came back is placed after so many calls of the same class. */
    returnAfterCalls: whole(0, 20).default(3),
    voidAfterMisses: whole(1, 10).default(3),
  }).prefault({}),
  call: block({
    recallCoolDownSeconds: whole(0, 120).default(5),
    /** A call that no hall display and no voice announced in this time: the clerk is told to call out. */
    announceWithinSeconds: whole(1, 60).default(6),
    /** Calls in all before a number counts as missed. Usual practice of service halls: three. */
    recallLimit: whole(1, 20).default(3),
    /** For how long a counter's last step can be taken back; 0: never. */
    undoSeconds: whole(0, 60).default(5),
    /** Who may call a waiting person out of order. */
    outOfOrder: z.enum(OUT_OF_ORDER).default('supervisors'),
  }).prefault({}),
  ratings: RatingsConfiguration.prefault({}),
  appointments: AppointmentsConfiguration.prefault({}),
  display: DisplayConfiguration.prefault({}),
  /** After so long without a step a person of staff must sign in again (等保: ten minutes). */
  staff: block({ idleMinutes: measure(1, 60).default(10) }).prefault({}),
  /** Where people who cannot or do not want to use a machine are served; shown on every kiosk page. */
  manualCounters: z
    .array(CounterId, said('a list of counter ids: ["1"]', '窗口编号列表：["1"]'))
    .max(8)
    .prefault(['1']),
  /** Shown beside every machine way; null: none is given. */
  telephone: line(24).nullable().default(null),
  /** Where people sit until they are called: "大厅中间的椅子". */
  waitingArea: line(16).nullable().default(null),
  /** A folder with forms of the hall's own, which stand in place of the shipped ones of their names. */
  formsFolder: line(400).nullable().default(null),
  languages: LanguagesConfiguration.prefault(['zh', 'en']),
  serviceOrder: z.enum(SERVICE_ORDERS).default('learned'),
  help: HelpConfiguration.prefault({}),
})
  .superRefine(({ rule, priority, appointments }, context) => {
    const { appointment: headStart } = priority.headStartMinutes;
    if (rule.name !== 'head-start' || appointments.windowAfterMinutes <= headStart) return;
    const path = ['appointments', 'windowAfterMinutes'];
    context.addIssue({ code: 'custom', path, message: WINDOW_WITHIN_HEAD_START });
  })
  .transform((hall) => ({ ...hall, series: { ...SERIES_BY_TYPE[hall.type], ...hall.series } }));
export type HallConfiguration = z.output<typeof Hall>;

const Station = block({
  id: written(
    /^[0-9A-Za-z-]{1,16}$/,
    'one to 16 letters, digits or hyphens',
    '1 至 16 个字母、数字或连字符',
  ).default('K1'),
  role: z.enum(ROLES).default('kiosk'),
  hall: ServiceAddress.default('http://127.0.0.1:7300'),
  /** A file with the token that `songting enrol` printed. Missing: `hall-token` in the data folder. */
  hallTokenFile: line(400).optional(),
  listen: Listen.prefault('127.0.0.1:7310'),
  panel: block({
    diagonalInch: measure(5, 110).default(PANEL_DEFAULTS.diagonalInch),
    readingDistanceMm: measure(200, 10_000).default(PANEL_DEFAULTS.readingDistanceMm),
    widthPx: panelPixels.default(PANEL_DEFAULTS.widthPx),
    heightPx: panelPixels.default(PANEL_DEFAULTS.heightPx),
  }).prefault({}),
  readerSide: z.enum(READER_SIDES).default('below'),
  /** This kiosk is for people in wheelchairs: all that is touched stands low from the start. */
  lowReach: z.boolean(said('true or false', 'true 或 false')).default(false),
});
export type StationConfiguration = z.output<typeof Station>;

const Sync = block({
  /** No address = this hall reports to nobody (demo, rehearsal). */
  central: ServiceAddress.nullable().default(null),
  at: written(new RegExp(`^${timeOfDay}$`), 'a time of day: "01:30"', '时刻："01:30"').default('01:30'),
  slotHours: measure(0.5, 12).default(3),
});

/** The whole file. Everything has a default: an empty file is the demo hall. */
export const Configuration = block({
  hall: Hall.prefault({}),
  station: Station.prefault({}),
  devices: DevicesConfiguration.prefault({}),
  sync: Sync.prefault({}),
}).transform((file) => ({
  ...file,
  devices: withDefaultDevices(file.devices, file.station.role === 'kiosk'),
}));
export type Configuration = z.output<typeof Configuration>;
