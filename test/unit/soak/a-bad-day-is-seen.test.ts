import { describe, expect, it } from 'vitest';
import { readSoakOptions } from '../../soak/command-line.ts';
import { describeFindings, faultsOf, SHORTEST_JUDGED_MS, type Findings } from '../../soak/findings.ts';
import { complaints, type TicketFact } from '../../soak/journal-check.ts';
import { GAUGES, growthOf, type Reading } from '../../soak/memory-watch.ts';

const fact = (what: string): TicketFact => {
  const [ticketId = '', kind = ''] = what.split(' ');
  return { kind: `ticket.${kind}`, ticketId, priorityClass: 'ordinary' };
};
const served = (ticketId: string): string[] =>
  ['issued', 'called', 'started', 'finished'].map((kind) => `${ticketId} ${kind}`);
const judge = (facts: readonly string[], issued: readonly string[], told: readonly string[]): string[] =>
  complaints(facts.map(fact), issued, told);

describe('what people would complain of', () => {
  it('is nothing on a day on which each who came was called and served in turn', () => {
    expect(judge([...served('a'), ...served('b')], ['a', 'b'], ['a', 'b'])).toEqual([]);
  });

  it.each<[string, string[], string[], string[], string]>([
    ['somebody lost', served('a'), ['a', 'b'], ['a'], 'b: given, not written'],
    [
      'a number that nobody got',
      [...served('a'), ...served('b')],
      ['a'],
      ['a', 'b'],
      'b: written, not given',
    ],
    ['one number for two people', served('a'), ['a', 'a'], ['a'], 'a ticket was given to two people'],
    ['somebody called to two counters', served('a'), ['a'], ['a', 'a'], 'a: told more often than called'],
    ['a call that no clerk knows of', served('a'), ['a'], [], 'a: told less often than called'],
    [
      'somebody skipped',
      ['a issued', ...served('b'), 'a called', 'a started', 'a finished'],
      ['a', 'b'],
      ['b', 'a'],
      'b: called before a',
    ],
    ['somebody who still sits there', ['a issued'], ['a'], [], 'a: still waiting at the end of the day'],
    [
      'a call of who is parked',
      [...served('a').slice(0, 3), 'a parked', 'a called'],
      ['a'],
      ['a', 'a'],
      'a: ticket.called while parked',
    ],
    ['a step after the end', [...served('a'), 'a cancelled'], ['a'], ['a'], 'a: ticket.cancelled while done'],
  ])('is %s', (_what, facts, issued, told, complaint) => {
    expect(judge(facts, issued, told)).toContain(complaint);
  });

  it('is not that somebody who was missed comes later', () => {
    const facts = [
      'a issued',
      'a called',
      'a missed',
      ...served('b'),
      'a returned',
      'a called',
      'a started',
      'a finished',
    ];
    expect(judge(facts, ['a', 'b'], ['a', 'b', 'a'])).toEqual([]);
  });
});

const readings = (bytes: readonly number[]): Reading[] =>
  bytes.map((value) => Object.fromEntries(GAUGES.map((gauge) => [gauge, value])) as Reading);
const well: Findings = {
  ...{ hours: 12, speed: 50, seed: 1, wallMs: SHORTEST_JUDGED_MS, tickets: 2, calls: 2, seen: { missed: 0 } },
  lastCallReached: { 'display page': true, voice: true, feed: true },
  complaints: [],
  errorsLogged: [],
  journal: 'whole',
  memory: growthOf(readings([50, 100, 100, 109])),
};

describe('the verdict', () => {
  it('is good when all is well, and growth within a tenth is none', () => {
    expect(faultsOf(well)).toEqual([]);
    expect(describeFindings(well)).toContain('nobody lost, skipped or called twice');
  });

  it.each<[string, Partial<Findings>, string]>([
    ['memory that grows', { memory: growthOf(readings([50, 100, 105, 111])) }, 'page nodes grew by 1.11'],
    ['memory that cannot be read', { memory: growthOf(readings([1, 1, 1, NaN])) }, 'hall heap grew by NaN'],
    [
      'a voice that fell silent',
      { lastCallReached: { ...well.lastCallReached, voice: false } },
      'the last call did not reach the voice',
    ],
    ['a complaint', { complaints: ['a: given, not written'] }, 'a: given, not written'],
    ['an error in a log', { errorsLogged: ['{}'] }, 'logged: {}'],
    ['a broken journal', { journal: 'broken' }, 'the journal is broken'],
  ])('names %s', (_what, finding, fault) => {
    const faults = faultsOf({ ...well, ...finding });
    expect(faults).toContain(fault);
    expect(describeFindings({ ...well, ...finding })).toContain(fault);
  });

  it('does not judge the memory of a day that is all warming up, and says so', () => {
    const short = { ...well, wallMs: 60_000, memory: growthOf(readings([1, 2, 3, 4])) };
    expect(faultsOf(short)).toEqual([]);
    expect(describeFindings(short)).toContain('too short to judge');
  });
});

describe('asking for a day', () => {
  it('is twelve hours in a quarter of an hour when nothing is said', () => {
    expect(readSoakOptions([])).toEqual({ ok: true, value: { hours: 12, speed: 50, seed: 1 } });
  });

  it.each([
    [['--hours', '0'], '--hours: more than 0, at most 24'],
    [['--speed', 'x'], '--speed: from 1 to 100'],
    [['--seed', '1.5'], '--seed: a whole number'],
  ])('refuses %j', (words, error) => {
    expect(readSoakOptions(words)).toEqual({ ok: false, error });
  });
});
