import { z } from 'zod';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { figureFaults, type DatedFigure, type FigureFault } from '../domain/dated-figures.ts';
import { readPolicyJson } from './policy-text.ts';

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

/** One mistake in a file of figures. */
export interface FileFault {
  readonly kind: 'unreadable' | 'not-utf-8' | 'not-json' | 'form' | FigureFault['fault']['kind'];
  /** Which of its figures, from 1; 0: the file as a whole. */
  readonly line: number;
  /** For people: which file, which line, what is allowed, what to do. */
  readonly sentence: string;
}

/** The figures of a file that somebody may have written by hand. Nothing of a file with a mistake is used. */
export function readFiguresFile(
  file: string,
  known: readonly string[],
): Result<readonly DatedFigure[], readonly FileFault[]> {
  const text = readText(file);
  if (!text.ok) return err([text.error]);
  const parsed = FiguresFile.safeParse(text.value);
  if (!parsed.success) return err(parsed.error.issues.map((issue) => formFault(file, issue)));
  const { figures } = parsed.data;
  const faults = figureFaults(figures, known);
  return faults.length === 0 ? ok(figures) : err(faults.map((fault) => tableFault(file, fault)));
}

function formFault(file: string, { path, message }: z.core.$ZodIssue): FileFault {
  const at = path[0] === 'figures' && typeof path[1] === 'number' ? path[1] + 1 : 0;
  return { kind: 'form', line: at, sentence: `${file}: ${path.join('.')}: ${message}` };
}

function readText(file: string): Result<unknown, FileFault> {
  const read = readPolicyJson(file);
  if (read.ok) return read;
  const { kind, said: sentence } = read.error;
  return err({ kind, line: 0, sentence: `${file}: ${sentence}` });
}

function tableFault(file: string, { line, id, fault }: FigureFault): FileFault {
  return { kind: fault.kind, line, sentence: `${file}: line ${line} of "figures" (${id}): ${said(fault)}` };
}

function said(fault: FigureFault['fault']): string {
  switch (fault.kind) {
    case 'unknown-figure':
      return `there is no such figure. Allowed: ${fault.known.join(', ')}.`;
    case 'ends-before-it-begins':
      return '"until" is before "from". Exchange the two dates, or leave "until" out.';
    case 'overlaps':
      return `on some days line ${fault.withLine} counts as well. End one with "until" the day before the other begins.`;
  }
}
