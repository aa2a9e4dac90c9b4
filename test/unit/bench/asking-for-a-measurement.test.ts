import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../bench/command-line.ts';

const KNOWN = ['G1', 'G2', 'G6'];

describe('asking for a measurement', () => {
  it('measures everything when nothing is said', () => {
    expect(readCommandLine([], KNOWN)).toEqual({ ok: true, value: { goals: KNOWN, quick: false } });
  });

  it('takes goals in the order of the list, whatever the order of the words', () => {
    const words = ['--quick', '--only', 'G6,G1', '--json', 'out.json', '--dir', '/data'];
    expect(readCommandLine(words, KNOWN)).toEqual({
      ok: true,
      value: { goals: ['G1', 'G6'], quick: true, jsonFile: 'out.json', directory: '/data' },
    });
  });

  it.each([
    [['--only', 'G9'], 'Unknown goal: G9. Known: G1, G2, G6'],
    [['--only', 'G1,'], 'Unknown goal: . Known: G1, G2, G6'],
    [['--only'], '--only needs a value'],
    [['--json', '--quick'], '--json needs a value'],
    [['--fast'], 'Unknown word: --fast'],
    [['G1'], 'Unknown word: G1'],
  ])('refuses %j', (words, error) => {
    expect(readCommandLine(words, KNOWN)).toEqual({ ok: false, error });
  });

  it.each([[['--only', 'G99']], [['--fast']]])('ends with code 2 and measures nothing: %j', (words) => {
    const run = spawnSync(process.execPath, ['test/bench/bench.ts', ...words], { encoding: 'utf8' });
    expect(run.status).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain('--only G1,G2');
  });
});
