import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  loadConfiguration,
  parseConfiguration,
  refuseUnnamedVirtualDevices,
  virtualDevices,
  type LoadedConfiguration,
} from '../../../main/foundation/configuration/index.ts';

function read(text: string): LoadedConfiguration {
  const loaded = parseConfiguration(text, 'hall.yaml');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

describe('no file at all', () => {
  const loaded = loadConfiguration();
  if (!loaded.ok) throw new Error('the demo hall must load');
  const { hall, station, devices, sync, source } = loaded.value;

  it('is the demo hall of Futian', () => {
    expect(hall).toMatchObject({ id: '440304-01', name: '福田区民政服务大厅', type: 'comprehensive' });
    expect(hall.listen).toEqual({ host: '127.0.0.1', port: 7300 });
    expect(hall.rule).toEqual({ name: 'head-start' });
    expect(hall.priority.elderAge).toBe(60);
    expect(hall.priority.headStartMinutes).toMatchObject({ elder: 30, ordinary: 0 });
    expect(hall.openHours).toEqual([{ opens: '08:30', closes: '17:30' }]);
    expect(hall.series).toEqual({ LN: 'A', JZ: 'B', SH: 'C', HY: 'D' });
    expect(sync).toEqual({ central: null, at: '01:30', slotHours: 3 });
    expect(source.file).toBeNull();
  });

  it('has four counters that serve everything', () => {
    expect(hall.counters.map(({ name }) => name)).toEqual(['1号窗口', '2号窗口', '3号窗口', '4号窗口']);
    expect(hall.counters.every(({ services }) => services.length === 0)).toBe(true);
  });

  it('has one kiosk with a virtual reader, virtual printers and a virtual voice', () => {
    expect(station).toMatchObject({ id: 'K1', role: 'kiosk', hall: 'http://127.0.0.1:7300' });
    expect(station.listen).toEqual({ host: '127.0.0.1', port: 7310 });
    expect(devices.idCardReader).toEqual({ driver: 'virtual' });
    expect(devices.ticketPrinter).toEqual({ driver: 'virtual', columns: 48, charset: 'gb2312' });
    expect(virtualDevices({ devices })).toEqual([
      'idCardReader',
      'ticketPrinter',
      'formPrinter',
      'readAloud',
    ]);
  });
});

describe('the samples that ship with the product', () => {
  const folder = new URL('../../../resources/configuration/', import.meta.url);

  it.each(readdirSync(folder))('%s loads', (name) => {
    const loaded = loadConfiguration(new URL(name, folder).pathname);
    expect(loaded.ok ? [] : loaded.error).toEqual([]);
  });

  it('demo.yaml says exactly what no file says', () => {
    const file = loadConfiguration(new URL('demo.yaml', folder).pathname);
    const none = loadConfiguration();
    const without = (loaded: typeof none) =>
      loaded.ok ? { ...loaded.value, source: undefined } : loaded.error;
    expect(without(file)).toEqual(without(none));
  });
});

describe('what a file may say', () => {
  it('takes the whole sample of the handbook', () => {
    const { devices } = read(`
hall:    { id: "440304-01", name: 福田区民政服务大厅, type: comprehensive, listen: 127.0.0.1:7300, openHours: "08:30-17:30", rule: head-start }
station: { id: K1, role: kiosk, hall: http://127.0.0.1:7300, listen: 127.0.0.1:7310, panel: { diagonalInch: 21.5, readingDistanceMm: 600 } }
devices:
  idCardReader:  { driver: sam-serial, path: /dev/ttyUSB0, baudRate: 115200 }
  ticketPrinter: { driver: esc-pos, interface: tcp://192.0.2.7:9100, columns: 48, charset: gb18030 }
  formPrinter:   { driver: cups, queue: A4 }
  windowDisplays: [ { driver: bx-k, interface: tcp://192.0.2.8:5005, counter: "3" } ]
  ratingPad:     { driver: profile, profile: demo-pad, path: /dev/ttyS2 }
  speaker:       { driver: system }
sync:    { central: https://centre.example.gov/sync/v1, at: "01:30", slotHours: 3 }
`);
    expect(devices.ticketPrinter).toMatchObject({ driver: 'esc-pos', interface: 'tcp://192.0.2.7:9100' });
    expect(virtualDevices({ devices })).toEqual([]);
  });

  it.each(['', '# only a comment\n', 'hall:\n', 'hall:\n  # name: later\nstation:\n'])(
    'treats an empty block as all defaults: %j',
    (text) => {
      expect(read(text).hall.id).toBe('440304-01');
    },
  );

  it('takes a rule as a word or with its data, and keeps the defaults of the rest', () => {
    expect(read('hall: { rule: ratio }').hall.rule).toEqual({
      name: 'ratio',
      priorityInARow: 2,
      ordinaryFirstAfterMinutes: 30,
    });
    const { rule } = read('hall: { rule: { name: ratio, priorityInARow: 5 } }').hall;
    expect(rule).toMatchObject({ priorityInARow: 5, ordinaryFirstAfterMinutes: 30 });
    const { priority } = read('hall: { priority: { headStartMinutes: { elder: 45 } } }').hall;
    expect(priority.headStartMinutes).toMatchObject({ elder: 45, disabled: 30 });
  });

  it('gives the registry of marriages its own first letter', () => {
    expect(read('hall: { type: marriage }').hall.series['HY']).toBe('A');
    expect(read('hall: { type: marriage, series: { HY: M } }').hall.series).toMatchObject({
      HY: 'M',
      JZ: 'B',
    });
  });

  it.each(['127.0.0.1:0', '127.8.8.8:80', '"[::1]:7300"', 'localhost:7300'])('listens on %s', (address) => {
    expect(read(`hall: { listen: ${address} }`).hall.listen.port).toBeGreaterThanOrEqual(0);
  });

  it('accepts a file with a byte order mark and Windows line ends', () => {
    expect(parseConfiguration('hall:\r\n  rule: fifo\r\n', 'hall.yaml').ok).toBe(true);
  });

  it('reads merely a display: no reader, no printer, nothing simulated', () => {
    const { devices } = read('station: { role: display, id: D1 }');
    expect(devices.idCardReader).toEqual({ driver: 'none' });
    expect(virtualDevices({ devices })).toEqual([]);
  });
});

describe('a released program', () => {
  it('refuses a virtual device that no file names', () => {
    const loaded = read('hall: { rule: fifo }');
    const refused = refuseUnnamedVirtualDevices(loaded, loaded.source.namedDevices, true);
    expect(refused.map(({ key }) => key)).toEqual(
      ['idCardReader', 'ticketPrinter', 'formPrinter', 'readAloud'].map((name) => `devices.${name}`),
    );
    expect(refuseUnnamedVirtualDevices(loaded, loaded.source.namedDevices, false)).toEqual([]);
  });

  it('accepts the one that the file names', () => {
    const loaded = read('devices: { idCardReader: virtual }');
    const refused = refuseUnnamedVirtualDevices(loaded, loaded.source.namedDevices, true);
    expect(refused.map(({ key }) => key)).toEqual(
      ['ticketPrinter', 'formPrinter', 'readAloud'].map((name) => `devices.${name}`),
    );
  });
});
