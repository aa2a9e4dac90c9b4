import { writeFileSync } from 'node:fs';
import { Lifetime } from '../../main/foundation/lifetime.ts';
import { readCommandLine, USAGE, type BenchOptions } from './command-line.ts';
import { createFolders } from './folders.ts';
import { GOALS } from './goals.ts';
import type { Goal } from './goal.ts';
import { thisMachine } from './machine.ts';
import { exitCodeFor, reportJson, reportNotes, reportTable, type Measured } from './report.ts';

const MISUNDERSTOOD = 2;

/** Each goal in folders of its own that are gone afterwards, however it ended. */
async function measure(goal: Goal, { directory, quick }: BenchOptions): Promise<Measured> {
  const lifetime = new Lifetime();
  const folders = createFolders(lifetime, directory);
  const say = (line: string): void => console.error(`${goal.id}: ${line}`);
  say(goal.name);
  try {
    const finding = await goal.measure({ folders, quick, lifetime, say });
    return { id: goal.id, name: goal.name, ...finding };
  } finally {
    await lifetime.end();
  }
}

async function main(): Promise<number> {
  const options = readCommandLine(
    process.argv.slice(2),
    GOALS.map(({ id }) => id),
  );
  if (!options.ok) {
    console.error(`${options.error}\n\n${USAGE}`);
    return MISUNDERSTOOD;
  }
  const machine = thisMachine();
  const measured: Measured[] = [];
  for (const goal of GOALS.filter(({ id }) => options.value.goals.includes(id))) {
    measured.push(await measure(goal, options.value));
  }
  const { cpu, cores, memoryGiB, os, node } = machine;
  console.log(
    `${cpu}, ${cores} cores, ${memoryGiB} GiB, ${os}, Node ${node}; times are p50 unless said otherwise\n`,
  );
  console.log(`${reportTable(measured)}\n\n${reportNotes(measured)}`);
  if (options.value.jsonFile !== undefined)
    writeFileSync(options.value.jsonFile, reportJson(machine, measured));
  return exitCodeFor(measured);
}

process.exitCode = await main();
