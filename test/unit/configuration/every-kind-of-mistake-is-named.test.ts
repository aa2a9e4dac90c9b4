import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  describeProblems,
  loadConfiguration,
  parseConfiguration,
  type ConfigurationProblem,
} from '../../../main/foundation/configuration/index.ts';

function problemsIn(text: string): readonly ConfigurationProblem[] {
  const loaded = parseConfiguration(text, '/somewhere/hall.yaml');
  return loaded.ok ? [] : loaded.error;
}

interface Mistake {
  readonly why: string;
  readonly text: string;
  readonly at: string;
  readonly says: RegExp;
}

const mistakes: readonly Mistake[] = [
  {
    why: 'a rule nobody knows',
    text: 'hall:\n  rule: fastest',
    at: '2:9 hall.rule',
    says: /"fastest" is not allowed; allowed: head-start, ratio, strict, fifo$/m,
  },
  {
    why: 'a rule nearly right',
    text: 'hall: { rule: headstart }',
    at: '1:15 hall.rule',
    says: /did you mean head-start\?/,
  },
  {
    why: 'a rule whose data is out of bounds',
    text: 'hall:\n  rule: { name: ratio, priorityInARow: 99 }',
    at: '2:40 hall.rule.priorityInARow',
    says: /99 is not allowed; allowed: a whole number from 1 to 20/,
  },
  {
    why: 'data that the rule does not have',
    text: 'hall: { rule: { name: fifo, priorityInARow: 2 } }',
    at: '1:29 hall.rule.priorityInARow',
    says: /this key is not allowed/,
  },
  {
    why: 'a mistyped key',
    text: 'hall:\n  nmae: x',
    at: '2:3 hall.nmae',
    says: /allowed: id, name, .*did you mean name\?/,
  },
  {
    why: 'a mistyped block',
    text: 'hal: {}',
    at: '1:1 hal',
    says: /allowed: hall, station, devices, sync; did you mean hall\?/,
  },
  {
    why: 'a key of another style',
    text: 'hall: { open_hours: "08:00-12:00" }',
    at: '1:9 hall.open_hours',
    says: /did you mean openHours\?/,
  },
  {
    why: 'an unknown hall type',
    text: 'hall: { type: social_org }',
    at: '1:15 hall.type',
    says: /allowed: marriage, social-org, comprehensive; did you mean social-org\?/,
  },
  {
    why: 'a number where text belongs',
    text: 'hall: { name: 5 }',
    at: '1:15 hall.name',
    says: /5 is not allowed; allowed: text \(put it in quotes\)/,
  },
  {
    why: 'a list where a block belongs',
    text: 'hall: [1, 2]',
    at: '1:7 hall',
    says: /a list is not allowed; allowed: a block of keys/,
  },
  {
    why: 'text where the whole file belongs',
    text: 'hello',
    at: '1:1',
    says: /"hello" is not allowed; allowed: a block of keys/,
  },
  {
    why: 'clear text on the network',
    text: 'hall: { listen: 0.0.0.0:7300 }',
    at: '1:17 hall.listen',
    says: /only this computer itself .* no TLS/,
  },
  {
    why: 'a name that only looks like this computer',
    text: 'hall: { listen: 127.0.0.1.example.com:7300 }',
    at: '1:17 hall.listen',
    says: /only this computer itself/,
  },
  {
    why: 'an address without a port',
    text: 'hall: { listen: 127.0.0.1 }',
    at: '1:17 hall.listen',
    says: /an address and a port/,
  },
  {
    why: 'a port too high',
    text: 'hall: { listen: 127.0.0.1:70000 }',
    at: '1:17 hall.listen',
    says: /an address and a port/,
  },
  {
    why: 'a rating page in clear on the network',
    text: 'hall: { ratings: { listen: "192.0.2.8:7320" } }',
    at: '1:18 hall.ratings.certificate',
    says: /PEM file, together with hall\.ratings\.certificate and hall\.ratings\.key/,
  },
  {
    why: 'a certificate without its key',
    text: 'hall: { ratings: { listen: "127.0.0.1:7320", certificate: c.pem } }',
    at: '1:18 hall.ratings.key',
    says: /PEM file/,
  },
  {
    why: 'a rating page at every address and no address for telephones',
    text: 'hall: { ratings: { listen: "0.0.0.0:7320", certificate: c.pem, key: k.pem } }',
    at: '1:18 hall.ratings.publicAddress',
    says: /the address that telephones can reach/,
  },
  {
    why: 'a public address in clear',
    text: 'hall: { ratings: { listen: "127.0.0.1:7320", publicAddress: "http://pj.example.gov.cn" } }',
    at: '1:61 hall.ratings.publicAddress',
    says: /https:/,
  },
  {
    why: 'a holiday that is no date',
    text: 'hall: { ratings: { holidays: ["2027-02-30"] } }',
    at: '1:31 hall.ratings.holidays[0]',
    says: /a date in quotes: "2027-02-05"/,
  },
  {
    why: 'the hall in clear over the network',
    text: 'station: { hall: "http://192.0.2.1:7300" }',
    at: '1:18 station.hall',
    says: /https:/,
  },
  {
    why: 'a password inside an address',
    text: 'sync: { central: "https://me:secret@centre.example.gov/" }',
    at: '1:18 sync.central',
    says: /https:/,
  },
  {
    why: 'a time that does not exist',
    text: 'sync: { at: "25:00" }',
    at: '1:13 sync.at',
    says: /a time of day/,
  },
  {
    why: 'hours that end before they begin',
    text: 'hall: { openHours: "17:30-08:30" }',
    at: '1:20 hall.openHours',
    says: /times in order/,
  },
  {
    why: 'a counter id without quotes',
    text: 'hall:\n  counters:\n    - id: 3',
    at: '3:11 hall.counters[0].id',
    says: /3 is not allowed; allowed: text in quotes/,
  },
  {
    why: 'a counter twice',
    text: 'hall: { counters: [{ id: "1" }, { id: "1" }] }',
    at: '1:19 hall.counters',
    says: /each counter id once/,
  },
  {
    why: 'no counter at all',
    text: 'hall: { counters: [] }',
    at: '1:19 hall.counters',
    says: /at least one counter/,
  },
  {
    why: 'a service that cannot be',
    text: 'hall: { counters: [{ id: "1", services: [ln] }] }',
    at: '1:42 hall.counters[0].services[0]',
    says: /a catalogue code/,
  },
  {
    why: 'a series letter that is none',
    text: 'hall: { series: { LN: AB } }',
    at: '1:23 hall.series.LN',
    says: /one capital letter/,
  },
  {
    why: 'an elder age below reason',
    text: 'hall: { priority: { elderAge: 6 } }',
    at: '1:31 hall.priority.elderAge',
    says: /from 50 to 80/,
  },
  {
    why: 'a class that nobody has',
    text: 'hall: { priority: { headStartMinutes: { vip: 60 } } }',
    at: '1:41 hall.priority.headStartMinutes.vip',
    says: /not allowed/,
  },
  {
    why: 'a time zone that is none',
    text: 'hall: { timeZone: Asia/Futian }',
    at: '1:19 hall.timeZone',
    says: /Asia\/Shanghai/,
  },
  {
    why: 'a hall id without its ordinal',
    text: 'hall: { id: 440304 }',
    at: '1:13 hall.id',
    says: /put it in quotes/,
  },
  {
    why: 'an unknown driver',
    text: 'devices: { idCardReader: { driver: sam-serail } }',
    at: '1:36 devices.idCardReader.driver',
    says: /allowed: sam-serial, virtual, none; did you mean sam-serial\?/,
  },
  {
    why: 'a driver without its path',
    text: 'devices:\n  idCardReader: { driver: sam-serial }',
    at: '2:17 devices.idCardReader.path',
    says: /is missing; allowed: a device path/,
  },
  {
    why: 'a block without its driver',
    text: 'devices: { ticketPrinter: { columns: 48 } }',
    at: '1:27 devices.ticketPrinter.driver',
    says: /is missing; allowed: esc-pos, virtual, none/,
  },
  {
    why: 'a width of paper that is none',
    text: 'devices: { ticketPrinter: { driver: virtual, columns: 40 } }',
    at: '1:55 devices.ticketPrinter.columns',
    says: /40 is not allowed; allowed: 32, 42, 48/,
  },
  {
    why: 'a charset from elsewhere',
    text: 'devices: { ticketPrinter: { driver: virtual, charset: gb180 } }',
    at: '1:55 devices.ticketPrinter.charset',
    says: /allowed: gb2312, gbk, gb18030/,
  },
  {
    why: 'an interface that is none',
    text: 'devices: { ticketPrinter: { driver: esc-pos, interface: "192.0.2.7" } }',
    at: '1:57 devices.ticketPrinter.interface',
    says: /tcp:\/\/ADDRESS:PORT/,
  },
  {
    why: 'a port beyond the last one',
    text: 'devices: { ticketPrinter: { driver: esc-pos, interface: "tcp://192.0.2.7:65536" } }',
    at: '1:57 devices.ticketPrinter.interface',
    says: /tcp:\/\/ADDRESS:PORT/,
  },
  { why: 'a key twice', text: 'hall:\n  rule: fifo\n  rule: strict', at: '3:3', says: /each key once/ },
  { why: 'a tab before a key', text: 'hall:\n\trule: fifo', at: '2:1', says: /spaces, not tabs/ },
  { why: 'a bracket never closed', text: 'hall: { rule: fifo', at: '1:', says: /allowed: YAML/ },
  { why: 'two documents', text: 'hall: {}\n---\nhall: {}', at: '2:1', says: /one document per file/ },
  {
    why: 'an alias',
    text: 'hall: { name: &n x }\nstation: { id: *n }',
    at: '2:',
    says: /written out where they are used/,
  },
  { why: 'an own tag', text: 'hall: { name: !!js/function "x" }', at: '1:15', says: /plain values/ },
  {
    why: 'the key of all objects',
    text: 'hall: { __proto__: { rule: fifo } }',
    at: '1:9 hall.__proto__',
    says: /this key is not allowed/,
  },
];

describe('a mistake in the file', () => {
  it.each(mistakes)('$why: place, key and what is allowed', ({ text, at, says }) => {
    const described = describeProblems(problemsIn(text));
    expect(described).toContain(`hall.yaml:${at}`);
    expect(described).toMatch(says);
  });

  it('is said in Chinese as well', () => {
    expect(describeProblems(problemsIn('hall:\n  rule: fastest'))).toBe(
      'hall.yaml:2:9 hall.rule: "fastest" is not allowed; allowed: head-start, ratio, strict, fifo\n' +
        '    hall.rule：不允许 "fastest"；允许：head-start、ratio、strict、fifo',
    );
  });

  it('written twice: the last one counts, and is the one that is shown', () => {
    const described = describeProblems(problemsIn('hall:\n  rule: fifo\n  rule: quickly'));
    expect(described).toContain('hall.yaml:3:9 hall.rule: "quickly" is not allowed');
  });

  it('never hides the next one: all come at once, in the order of the lines', () => {
    const text =
      'sync: { slotHours: 99 }\nhall:\n  rule: fastest\n  rule: x\n  nmae: y\nstation:\n  role: king\n';
    expect(problemsIn(text).map(({ line }) => line)).toEqual([1, 4, 4, 5, 7]);
  });

  it('does not print a long value in full', () => {
    const long = 'x'.repeat(5000);
    expect(describeProblems(problemsIn(`hall: { rule: ${long} }`)).length).toBeLessThan(400);
  });
});

describe('a file made to hurt', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, i) => {
      const before = String.fromCharCode(97 + i);
      return `${name}: &${name} [${`*${before},`.repeat(9)}]`;
    }),
  ].join('\n');

  it('an alias bomb is refused before it is unfolded', () => {
    expect(describeProblems(problemsIn(bomb))).toContain('written out where they are used');
  });

  it.each([`hall: ${'['.repeat(30_000)}`, `hall: ${'{a: '.repeat(15_000)}`, `${'- '.repeat(30_000)}x`])(
    'very deep nesting is a problem, not a crash',
    (text) => {
      expect(problemsIn(text).length).toBeGreaterThan(0);
    },
  );
});

describe('a file that is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'songting-configuration-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const saved = (name: string, bytes: string | Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  mkdirSync(join(folder, 'a-folder.yaml'));

  it.each([
    ['missing', join(folder, 'nowhere.yaml'), /no such file/],
    ['a folder', join(folder, 'a-folder.yaml'), /a folder/],
    ['larger than any configuration', saved('large.yaml', `# ${'x'.repeat(70_000)}`), /at most 64 KiB/],
    [
      'GBK, as an old editor saves it',
      saved('gbk.yaml', Buffer.from('68616c6c3a207b206e616d653a20b8a3cceff207d', 'hex')),
      /UTF-8 text/,
    ],
    ['UTF-16', saved('utf16.yaml', Buffer.from('hall: {}', 'utf16le')), /UTF-8 text/],
    [
      'a database',
      saved('hall.db', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(100)])),
      /UTF-8 text/,
    ],
  ])('%s', (_why, file, says) => {
    const loaded = loadConfiguration(file);
    expect(loaded.ok ? '' : describeProblems(loaded.error)).toMatch(says);
  });

  it('one that this account may not read', () => {
    const file = saved('secret.yaml', 'hall: {}');
    chmodSync(file, 0);
    const loaded = loadConfiguration(file);
    // An administrator's account reads everything: then there is nothing to refuse.
    if (process.getuid?.() === 0) expect(loaded.ok).toBe(true);
    else expect(loaded.ok ? '' : describeProblems(loaded.error)).toMatch(/no permission/);
  });

  it('one with a byte order mark is fine', () => {
    expect(loadConfiguration(saved('bom.yaml', '\uFEFFhall: { rule: fifo }')).ok).toBe(true);
  });
});
