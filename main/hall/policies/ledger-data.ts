import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { INSPECTION_GROUPS } from '../../../preload/contracts/hall/inspection-values.ts';
import { LAST_MEASURE, LEDGER_SCENES, MeasureNumber } from '../../../preload/contracts/hall/ledger-values.ts';
import { resourcesFolder } from '../../foundation/resources.ts';
import type { DatedFigure } from '../domain/dated-figures.ts';
import { LEDGER_TERMS } from '../domain/ledger/record-history.ts';
import { readFiguresFile } from './dated-figures-file.ts';

const words = z.string().min(1);

const MeasuresFile = z
  .object({
    version: z.literal(1),
    source: words,
    note: z.string(),
    from: z.iso.date(),
    measures: z
      .array(
        z
          .object({
            measure: MeasureNumber,
            scene: z.enum(LEDGER_SCENES),
            titleZh: words,
            titleEn: words,
          })
          .strict(),
      )
      .length(LAST_MEASURE)
      .refine((all) => all.every(({ measure }, place) => measure === place + 1), 'numbered 1 to 20 in order'),
  })
  .strict();

const QuestionsFile = z
  .object({
    version: z.literal(1),
    source: words,
    note: z.string(),
    questions: z
      .array(
        z
          .object({
            question: z.string().regex(/^[a-z][a-z-]{2,59}$/),
            group: z.enum(INSPECTION_GROUPS),
            textZh: words,
            textEn: words,
          })
          .strict(),
      )
      .min(1)
      .refine((all) => new Set(all.map(({ question }) => question)).size === all.length, 'each name once'),
  })
  .strict();

/** What the ledger knows beforehand: the measures of the plan, the questions of the inspection, the usual terms. */
export interface LedgerData {
  readonly measures: z.output<typeof MeasuresFile>['measures'];
  readonly measuresSource: string;
  readonly questions: z.output<typeof QuestionsFile>['questions'];
  readonly terms: readonly DatedFigure[];
}

/** Throws when a shipped file is damaged, with its name. */
export function loadLedgerData(folder: string = join(resourcesFolder(), 'ledger')): LedgerData {
  const measures = read(join(folder, 'measures.json'), MeasuresFile);
  const terms = readFiguresFile(join(folder, 'terms.json'), LEDGER_TERMS);
  if (!terms.ok) throw new Error(terms.error.map(({ sentence }) => sentence).join('\n'));
  const missing = LEDGER_TERMS.find((term) => !terms.value.some(({ id }) => id === term));
  if (missing !== undefined) throw new Error(`${folder}: terms.json has no line for ${missing}. Add it.`);
  return {
    measures: measures.measures,
    measuresSource: measures.source,
    questions: read(join(folder, 'questions.json'), QuestionsFile).questions,
    terms: terms.value,
  };
}

function read<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(jsonOf(file));
  if (parsed.success) return parsed.data;
  const said = parsed.error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`);
  throw new Error(said.join('\n'));
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (failure) {
    throw new Error(`${file} cannot be read as JSON`, { cause: failure });
  }
}
