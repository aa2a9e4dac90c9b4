import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canTrace, runTraced, temporaryFolder } from './tracing.ts';

const TRANSACTIONS = 100;

function flushesOf(profile: 'ours' | 'library'): number {
  const file = join(temporaryFolder(), 'hall.sqlite');
  const run = runTraced(
    ['-e', 'trace=fsync,fdatasync'],
    'write-transactions.ts',
    file,
    String(TRANSACTIONS),
    profile,
  );
  expect(run).toMatchObject({ status: 0, stderr: '' });
  return run.calls.filter((call) => /f(?:data)?sync\(/.test(call)).length;
}

test.runIf(canTrace)('every committed transaction is flushed to the disk before it counts', () => {
  expect(flushesOf('ours')).toBeGreaterThanOrEqual(TRANSACTIONS);
});

test.runIf(canTrace)(
  'the library’s default flushes a handful of times only: the count above can fail',
  () => {
    expect(flushesOf('library')).toBeLessThan(TRANSACTIONS / 5);
  },
);
