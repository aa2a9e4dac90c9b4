import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { resourcesFolder } from '../../foundation/resources.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { readPolicyJson } from './policy-text.ts';
import { POLICY_FOLDER } from './organisation-figures.ts';

export const MEALS_FILE = 'meals.json';

const words = z.string().min(1);
const MealsFile = z
  .object({
    version: z.literal(1),
    note: z.string().optional(),
    /** Invented data; missing in a hall's own file. */
    sample: z.boolean().default(false),
    policies: z.array(
      z
        .object({
          group: words,
          who: words,
          subsidy: z.number().nonnegative(),
          from: z.iso.date(),
          until: z.iso.date().optional(),
          source: words,
        })
        .strict(),
    ),
    points: z.array(
      z
        .object({
          code: z.string().regex(/^[A-Z]{2}-\d{2,4}$/, { error: 'two capitals, a hyphen, digits: ZC-01' }),
          name: words,
          kind: z.enum(['canteen', 'restaurant', 'delivery', 'neighbour', 'volunteer']),
          community: words,
          address: words,
          distance: words,
          phone: words.nullable(),
          hours: words,
          price: z.number().nonnegative(),
          groups: z.array(words),
        })
        .strict(),
    ),
  })
  .strict()
  .superRefine(({ policies, points }, context) => {
    const known = policies.map(({ group }) => group);
    for (const [at, { groups, code }] of points.entries()) {
      for (const group of groups)
        if (!known.includes(group))
          context.addIssue({
            code: 'custom',
            path: ['points', at, 'groups'],
            message: `one of ${known.join(', ')}`,
          });
      if (points.findIndex((one) => one.code === code) < at)
        context.addIssue({ code: 'custom', path: ['points', at, 'code'], message: 'each code once' });
    }
    for (const [at, { from, until }] of policies.entries())
      if (until !== undefined && until < from)
        context.addIssue({ code: 'custom', path: ['policies', at, 'until'], message: `${from} or later` });
  });

export type MealData = z.output<typeof MealsFile>;
export interface MealFault {
  readonly kind: 'unreadable' | 'not-utf-8' | 'not-json' | 'form';
  readonly row: number;
  readonly sentence: string;
}

/**
 * Where elders eat and what is paid towards it: the hall's own file, or the shipped sample, which says that it is one. A
 * file of the hall's that has a mistake is not used at all. Throws when the shipped file is damaged.
 */
export function loadMeals(dataDirectory?: string): {
  readonly meals: MealData;
  readonly faults: readonly MealFault[];
} {
  const shipped = readMeals(join(resourcesFolder(), 'policy', MEALS_FILE));
  if (!shipped.ok) throw new Error(shipped.error.map(({ sentence }) => sentence).join('\n'));
  const own = dataDirectory === undefined ? undefined : join(dataDirectory, POLICY_FOLDER, MEALS_FILE);
  if (own === undefined || !existsSync(own)) return { meals: shipped.value, faults: [] };
  const read = readMeals(own);
  return read.ok ? { meals: read.value, faults: [] } : { meals: shipped.value, faults: read.error };
}

function readMeals(file: string): Result<MealData, readonly MealFault[]> {
  const json = readPolicyJson(file);
  if (!json.ok) return err([{ kind: json.error.kind, row: 0, sentence: `${file}: ${json.error.said}` }]);
  const parsed = MealsFile.safeParse(json.value);
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.map(({ path, message }) => ({
      kind: 'form' as const,
      row: typeof path[1] === 'number' ? path[1] + 1 : 0,
      sentence: `${file}: ${path.join('.')}: ${message}`,
    })),
  );
}
