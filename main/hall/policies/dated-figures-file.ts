import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { figureFaults, type DatedFigure, type FigureFault } from '../domain/dated-figures.ts';

const Figure = z
  .object({
    id: z.string().min(1),
    value: z.number().nonnegative(),
    from: z.iso.date(),
    until: z.iso.date().optional(),
    source: z.string().min(1),
  })
  .strict();
const FiguresFile = z
  .object({ version: z.literal(1), note: z.string().optional(), figures: z.array(Figure) })
  .strict();

/**
 * The figures of a file that somebody may have written by hand. Nothing of a file with a mistake is used; the error has a
 * sentence for each mistake: which file, which line of the table, what is allowed, what to do.
 */
export function readFiguresFile(
  file: string,
  known: readonly string[],
): Result<readonly DatedFigure[], readonly string[]> {
  const text = readText(file);
  if (!text.ok) return err([text.error]);
  const parsed = FiguresFile.safeParse(text.value);
  if (!parsed.success)
    return err(parsed.error.issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`));
  const { figures } = parsed.data;
  const faults = figureFaults(figures, known);
  return faults.length === 0 ? ok(figures) : err(faults.map((fault) => sentence(file, fault)));
}

function readText(file: string): Result<unknown, string> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    return ok(JSON.parse(text));
  } catch (failure) {
    if (failure instanceof SyntaxError) return err(`${file}: this is no JSON: ${failure.message}`);
    if (failure instanceof TypeError)
      return err(`${file}: this is not UTF-8. Save it again with the encoding UTF-8.`);
    return err(`${file}: cannot be read: ${failure instanceof Error ? failure.message : String(failure)}`);
  }
}

function sentence(file: string, { line, id, fault }: FigureFault): string {
  const where = `${file}: line ${line} of "figures" (${id})`;
  switch (fault.kind) {
    case 'unknown-figure':
      return `${where}: there is no such figure. Allowed: ${fault.known.join(', ')}.`;
    case 'ends-before-it-begins':
      return `${where}: "until" is before "from". Exchange the two dates, or leave "until" out.`;
    case 'overlaps':
      return `${where}: on some days line ${fault.withLine} counts as well. End one with "until" the day before the other begins.`;
  }
}
