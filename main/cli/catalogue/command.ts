import { parseArgs } from 'node:util';
import { CATALOGUE_REASONS } from '../../../preload/contracts/hall/catalogue-values.ts';
import type { HallType } from '../../hall/catalogue/catalogue.ts';
import { askPin } from '../ask-pin.ts';
import { AT_THE_HALL, AT_THE_HALL_USAGE, readAtTheHall, type AskPin } from '../at-the-hall.ts';
import { auditHall } from './audit.ts';
import { openChangesFile } from './changes-file.ts';
import { checkFile } from './check.ts';
import { importFile } from './import.ts';

type Write = (text: string) => void;

export const CATALOGUE_USAGE = `songting catalogue check FILE [--type TYPE]
songting catalogue import FILE --reason REASON --as NUMBER [--data FOLDER] [--config FILE] [--port N]
songting catalogue audit --as NUMBER [--data FOLDER] [--config FILE] [--port N]
  FILE    a hall's changes to the catalogue: .json, .yaml or .csv, in UTF-8 or GB 18030
  TYPE    marriage, social_org or comprehensive (default)
  REASON  ${CATALOGUE_REASONS.join(', ')}
${AT_THE_HALL_USAGE}check 逐行检查大厅对事项目录的修改，不改动任何数据；import 交给运行中的大厅，正确的行立即生效；
audit 逐项排查线下办理渠道并留存。全部正确、没有缺口返回 0，有错误、有缺口或被拒绝返回 1。
`;

const TYPES: readonly HallType[] = ['marriage', 'social_org', 'comprehensive'];
const text = { type: 'string' } as const;
const OPTIONS = { type: text, reason: text, ...AT_THE_HALL } as const;
type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** `songting catalogue …`: answers the exit code (0 all good, 1 mistakes, gaps or refused, 2 misunderstood). */
export async function catalogueCommand(
  args: readonly string[],
  write: Write,
  ask: AskPin = askPin,
): Promise<number> {
  const { values, words } = readArguments(args) ?? {};
  const misunderstood = (what: string): number => {
    write(`${what}${what === '' ? '' : '\n\n'}${CATALOGUE_USAGE}`);
    return 2;
  };
  const [verb, file, ...more] = words ?? [];
  if (values === undefined || more.length > 0) return misunderstood('');
  if (verb === 'audit')
    return file === undefined ? audit(values, write, misunderstood, ask) : misunderstood('');
  if ((verb !== 'check' && verb !== 'import') || file === undefined) return misunderstood('');
  const type = TYPES.find((known) => known === (values.type ?? 'comprehensive'));
  if (type === undefined) return misunderstood(`--type: ${TYPES.join(', ')}`);
  const why = CATALOGUE_REASONS.find((known) => known === values.reason);
  if (verb === 'import' && why === undefined)
    return misunderstood(
      `--reason ${values.reason ?? '(missing)'}: allowed / 允许: ${CATALOGUE_REASONS.join(', ')}`,
    );
  const opened = openChangesFile(file);
  if (!opened.ok) return misunderstood(opened.error);
  if (why === undefined || verb === 'check') return checkFile(opened.value, type, write);
  const at = await readAtTheHall(values, ask);
  return at.ok ? importFile(opened.value, why, at.value, write) : misunderstood(at.error);
}

async function audit(
  values: Values,
  write: Write,
  misunderstood: (what: string) => number,
  ask: AskPin,
): Promise<number> {
  const at = await readAtTheHall(values, ask);
  return at.ok ? auditHall(at.value, write) : misunderstood(at.error);
}

function readArguments(args: readonly string[]): { values: Values; words: readonly string[] } | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    return { values, words: positionals };
  } catch (fault) {
    if (fault instanceof TypeError) return undefined;
    throw fault;
  }
}
