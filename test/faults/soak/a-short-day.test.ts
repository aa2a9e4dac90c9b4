import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ROOT } from '../../../resources/build/parts.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';
import type { Findings } from '../../soak/findings.ts';
import { GAUGES } from '../../soak/memory-watch.ts';

/** The long form takes a quarter of an hour; this one shows that it would tell the truth. */
test('half an hour of a hall in half a minute: the last call reaches page, voice and feed, nobody is lost', async () => {
  const jsonFile = join(folderForTest(), 'soak.json');
  const words = ['--hours', '0.5', '--speed', '50', '--json', jsonFile];
  await promisify(execFile)(process.execPath, ['--expose-gc', join('test', 'soak', 'soak.ts'), ...words], {
    cwd: ROOT,
    // Before the test's own time is up: then what was printed until then is told.
    timeout: 220_000,
  });
  const findings = JSON.parse(readFileSync(jsonFile, 'utf8')) as Findings & { faults: string[] };
  expect(findings).toMatchObject({
    faults: [],
    journal: 'whole',
    lastCallReached: { 'display page': true, voice: true, feed: true },
  });
  expect(findings.tickets).toBeGreaterThan(2);
  expect(findings.calls).toBeGreaterThanOrEqual(findings.tickets - (findings.seen['cancelled'] ?? 0));
  expect(findings.memory.map(({ gauge }) => gauge)).toEqual(GAUGES);
  for (const { second, last } of findings.memory) expect(Math.min(second, last)).toBeGreaterThan(0);
});
