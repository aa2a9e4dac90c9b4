import { describe, expect, it } from 'vitest';
import { exitCodeFor, reportJson, reportTable, type Measured } from '../../bench/report.ts';
import { percentile, Samples } from '../../bench/statistics.ts';

const met: Measured = {
  id: 'G1',
  name: 'a thing',
  baseline: 0.25,
  value: 0.3,
  ratio: 1.2,
  target: 1.3,
  ok: true,
  samples: 10,
  notes: ['how'],
  parts: [{ name: 'a part', baseline: 0.25, value: 0.5, ratio: 2 }],
};
const missed: Measured = { ...met, id: 'G2', ratio: 1.4, ok: false };
const machine = { cpu: 'a processor', cores: 2, memoryGiB: 4, os: 'Linux', node: '24' };

describe('what came out', () => {
  it('is one line a goal with baseline, value, ratio, target and verdict, the parts below', () => {
    const [, first, part, second] = reportTable([met, missed]).split('\n');
    expect(first?.split(/ {2,}/)).toEqual(['G1', 'a thing', '0.2500', '0.3000', '1.20', '<= 1.3', 'met']);
    expect(part).toContain('a part');
    expect(second).toMatch(/MISSED$/);
  });

  it('fails the run when one goal misses, and only then', () => {
    expect(exitCodeFor([met])).toBe(0);
    expect(exitCodeFor([met, missed])).toBe(1);
  });

  it('is written for programs with the machine it was measured on', () => {
    expect(JSON.parse(reportJson(machine, [met]))).toMatchObject({
      machine,
      goals: [{ id: 'G1', name: 'a thing', baseline: 0.25, value: 0.3, ratio: 1.2, target: 1.3, ok: true }],
    });
  });

  it('takes the middle by nearest rank', () => {
    expect(percentile([5, 1, 3], 50)).toBe(3);
    expect(percentile([4, 1, 3, 2], 50)).toBe(2);
    expect(percentile([1, 2, 3, 4], 99)).toBe(4);
    expect(() => new Samples().p50).toThrow('Nothing was measured');
  });
});
