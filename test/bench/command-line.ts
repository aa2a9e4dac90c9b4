import { err, ok, type Result } from '../../preload/contracts/result.ts';

export interface BenchOptions {
  /** Ids of the goals to measure, in the order of the list of goals. */
  readonly goals: readonly string[];
  readonly jsonFile?: string;
  readonly directory?: string;
  readonly quick: boolean;
}

export const USAGE = `npm run bench [-- --only G1,G2] [--json FILE] [--dir FOLDER] [--quick]
  --only G1,G2  only these goals
  --json FILE   writes the findings to this file as well
  --dir FOLDER  measures on the disk of this folder (default: the system's folder for temporary files)
  --quick       fewer samples, shorter history: a first look`;

/** Reads the words after the command. The error is a sentence for whoever typed them. */
export function readCommandLine(
  words: readonly string[],
  known: readonly string[],
): Result<BenchOptions, string> {
  const values = new Map<string, string>();
  let quick = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--quick') quick = true;
    else if (!['--only', '--json', '--dir'].includes(word)) return err(`Unknown word: ${word}`);
    else {
      index += 1;
      const value = words[index];
      if (value === undefined || value.startsWith('--')) return err(`${word} needs a value`);
      values.set(word, value);
    }
  }
  const wanted = values.get('--only')?.split(',') ?? known;
  const unknown = wanted.find((id) => !known.includes(id));
  if (unknown !== undefined) return err(`Unknown goal: ${unknown}. Known: ${known.join(', ')}`);
  const [jsonFile, directory] = [values.get('--json'), values.get('--dir')];
  return ok({
    goals: known.filter((id) => wanted.includes(id)),
    quick,
    ...(jsonFile !== undefined && { jsonFile }),
    ...(directory !== undefined && { directory }),
  });
}
