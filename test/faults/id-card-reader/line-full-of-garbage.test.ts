import { fork } from 'node:child_process';
import { expect, it } from 'vitest';
import { serialRig } from '../../contract/id-card-reader/serial-rig.ts';
import { waitFor } from '../../support/wait-for.ts';
import type { ReaderProcessReport } from './reader-process.ts';

const GARBAGE_SECONDS = 60;
/** Reading at line speed is little work; a loop that spins takes the whole core. */
const MOST_OF_ONE_CORE = 0.5;

it('a minute of garbage at line speed: the reader stays calm, says so, and then reads a card', async () => {
  const rig = await serialRig();
  const reader = fork(new URL('./reader-process.ts', import.meta.url).pathname, [rig.path]);
  const reports: ReaderProcessReport[] = [];
  reader.on('message', (report) => reports.push(report as ReaderProcessReport));
  const told = (word: string) => waitFor(() => reports.findLast(({ story }) => story.includes(word)));
  try {
    const start = await told('ready');
    await rig.order({ do: 'fail', fault: { mode: 'garbage' } });
    const end = await waitFor(() => reports.find(({ atMs }) => atMs >= start.atMs + GARBAGE_SECONDS * 1000));
    expect(end.story).toContain('fault');
    expect(end.story.filter((entry) => entry.startsWith('placed'))).toEqual([]);
    expect((end.cpuMs - start.cpuMs) / (end.atMs - start.atMs)).toBeLessThan(MOST_OF_ONE_CORE);
    await rig.order({ do: 'recover' });
    await rig.order({ do: 'place', card: { birth: '1956-06-15' } });
    await told('placed 110***********9012');
  } finally {
    reader.kill('SIGKILL');
    await rig.end();
  }
});
