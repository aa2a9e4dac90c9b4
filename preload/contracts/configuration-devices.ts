import { z } from 'zod';
import { announcements } from './configuration-speaker.ts';
import { block, line, said, shorthand, strict, whole, written } from './configuration-words.ts';
import { CounterId } from './ids.ts';

const BAUD_RATES = [1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200] as const;
const baudRate = z.literal([...BAUD_RATES]);

const path = written(
  /^(?:\/[\w./:-]{1,200}|COM[1-9]\d{0,2})$/,
  'a device path: /dev/ttyUSB0, or COM3 on Windows',
  '设备路径：/dev/ttyUSB0，Windows 为 COM3',
);

/** The port is one that can be: Node throws for a larger number instead of failing to connect. */
const interfaceAddress = written(
  /^(?:tcp:\/\/(?:\[[0-9A-Fa-f:]+\]|[\w.-]{1,120}):(?:[1-9]\d{0,3}|[1-5]\d{4}|6(?:[0-4]\d{3}|5(?:[0-4]\d{2}|5(?:[0-2]\d|3[0-5]))))|\/[\w./:-]{1,200}|COM[1-9]\d{0,2})$/,
  'tcp://ADDRESS:PORT, /dev/usb/lp0, /dev/ttyS0 or COM3',
  'tcp://地址:端口、/dev/usb/lp0、/dev/ttyS0 或 COM3',
);

const none = strict({ driver: z.literal('none') });
const virtual = z.strictObject({ driver: z.literal('virtual') });

/** 32 columns: 58 mm paper; 42 and 48: 80 mm paper in font A of most printers. */
const columns = z.literal([32, 42, 48]).default(48);
/** The smallest set unless the maker declares more: what lies outside is drawn, so a rare name is never printed wrong. */
const charset = z.enum(['gb2312', 'gbk', 'gb18030']).default('gb2312');

const device = <Options extends readonly [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]]>(
  options: Options,
) => z.preprocess(shorthand('driver'), z.discriminatedUnion('driver', options));

export const IdCardReaderConfiguration = device([
  z.strictObject({ driver: z.literal('sam-serial'), path, baudRate: baudRate.default(115_200) }),
  virtual,
  none,
]);
export type IdCardReaderConfiguration = z.output<typeof IdCardReaderConfiguration>;

export const TicketPrinterConfiguration = device([
  z.strictObject({
    driver: z.literal('esc-pos'),
    interface: interfaceAddress,
    /** Used when the interface is a serial line. */
    baudRate: baudRate.default(115_200),
    columns,
    charset,
  }),
  z.strictObject({ driver: z.literal('virtual'), columns, charset }),
  none,
]);
export type TicketPrinterConfiguration = z.output<typeof TicketPrinterConfiguration>;

/** What is the same for every display above a counter. */
const aboveCounter = {
  counter: CounterId,
  /** Stands there while nobody is called to the window; without it the display goes back to its own programme. */
  idleText: line(40).optional(),
  /** Pixels of the panel. */
  width: whole(32, 1024).default(128),
  height: whole(16, 256).default(32),
};

const WindowDisplay = device([
  z.strictObject({
    driver: z.literal('bx-k'),
    interface: interfaceAddress,
    /** Used when the interface is a serial line; `auto` tries both speeds that these displays know. */
    baudRate: z.literal(['auto', 9600, 57_600]).default('auto'),
    /** The display's own number, as its settings say. */
    address: whole(1, 0x7fff).default(1),
    ...aboveCounter,
  }),
  z.strictObject({ driver: z.literal('virtual'), ...aboveCounter }),
]);

/** Whoever is served there is asked. Without it the pad can be tried, and nobody is asked. */
const padCounter = { counter: CounterId.optional() };
export const RatingPadConfiguration = device([
  z.strictObject({ driver: z.literal('profile'), profile: line(200), path, ...padCounter }),
  z.strictObject({ driver: z.literal('virtual'), ...padCounter }),
  none,
]);
export type RatingPadConfiguration = z.output<typeof RatingPadConfiguration>;

export const SpeakerConfiguration = device([
  strict({ driver: z.literal('system'), ...announcements }),
  strict({ driver: z.literal('virtual'), ...announcements }),
  none,
]);
export type SpeakerConfiguration = z.output<typeof SpeakerConfiguration>;

/** How a kiosk reads its screens to a person; not the hall's calls, which are the loudspeaker's. */
const readingAloud = {
  /** A folder of drop-in voices: dialects, recorded sentences. */
  voices: line(400).optional(),
  volume: whole(10, 100).default(70),
  /** The system's name of the output with the loudspeaker, and of the one with the headphone jack. */
  output: line(120).optional(),
  headphones: line(120).optional(),
};
export const ReadAloudConfiguration = device([
  strict({ driver: z.literal('system'), ...readingAloud }),
  strict({ driver: z.literal('virtual'), ...readingAloud }),
  none,
]);
export type ReadAloudConfiguration = z.output<typeof ReadAloudConfiguration>;

/** An offline recogniser that the hall has installed: reads a WAV file, writes what was said to its output. */
export const VoiceHelpConfiguration = device([
  strict({
    driver: z.literal('program'),
    command: z.array(line(400), said('a program and its arguments', '程序和参数的列表')).min(1).max(20),
    /** How long the person may speak. */
    seconds: whole(2, 20).default(6),
  }),
  virtual,
  none,
]);
export type VoiceHelpConfiguration = z.output<typeof VoiceHelpConfiguration>;

export const FormPrinterConfiguration = device([
  z.strictObject({ driver: z.literal('cups'), queue: line(120) }),
  virtual,
  none,
]);
export type FormPrinterConfiguration = z.output<typeof FormPrinterConfiguration>;

/** What hangs on one PC. `none`: this PC has no such device. A missing line: see `withDefaultDevices`. */
export const DevicesConfiguration = block({
  idCardReader: IdCardReaderConfiguration.optional(),
  ticketPrinter: TicketPrinterConfiguration.optional(),
  formPrinter: FormPrinterConfiguration.optional(),
  windowDisplays: z.array(WindowDisplay, said('a list of displays', '显示屏列表')).max(64).default([]),
  ratingPad: RatingPadConfiguration.prefault('none'),
  speaker: SpeakerConfiguration.prefault('none'),
  readAloud: ReadAloudConfiguration.optional(),
  voiceHelp: VoiceHelpConfiguration.prefault('none'),
});

type Written = z.output<typeof DevicesConfiguration>;
export interface Devices extends Written {
  readonly idCardReader: IdCardReaderConfiguration;
  readonly ticketPrinter: TicketPrinterConfiguration;
  readonly formPrinter: FormPrinterConfiguration;
  readonly readAloud: ReadAloudConfiguration;
}
export type DeviceName = keyof Devices;

/**
 * A kiosk without a word about its reader and printer shows the demo: virtual ones. A counter or a display has neither
 * unless the file says so. Printer of forms and voice are stand-ins only beside stand-ins: a kiosk with a real reader
 * has none of them until the file names them.
 */
export function withDefaultDevices(devices: Written, isKiosk: boolean): Devices {
  const missing = { driver: isKiosk ? 'virtual' : 'none' } as const;
  const isReal = [devices.idCardReader, devices.ticketPrinter].some(
    (named) => named !== undefined && named.driver !== 'virtual',
  );
  const beside = { driver: isReal ? 'none' : missing.driver } as const;
  return {
    ...devices,
    idCardReader: devices.idCardReader ?? missing,
    ticketPrinter: devices.ticketPrinter ?? TicketPrinterConfiguration.parse(missing),
    formPrinter: devices.formPrinter ?? beside,
    readAloud: devices.readAloud ?? ReadAloudConfiguration.parse(beside),
  };
}

export const PANEL_DEFAULTS = { diagonalInch: 21.5, readingDistanceMm: 600, widthPx: 1080, heightPx: 1920 };
export const panelPixels = whole(320, 8192);
