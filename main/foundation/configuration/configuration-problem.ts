import type { Words } from '../../../preload/contracts/index.ts';

/** One mistake in the configuration file: where it is, what was found, what is allowed, and what to do about it. */
export interface ConfigurationProblem {
  readonly file: string;
  /** Counted from 1; 0 when the problem is the file itself. */
  readonly line: number;
  readonly column: number;
  /** `hall.listen`, `hall.counters[2].id`; empty when the problem is the file itself. */
  readonly key: string;
  /** As it stands in the file, shortened; `null` when something is missing. */
  readonly found: string | null;
  readonly allowed: Words;
  readonly advice: Words | null;
}

/**
 * Readable text for a terminal or a page, one problem per paragraph:
 * `hall.yaml:3:12 hall.rule: "fastest" is not allowed; allowed: head-start, ratio, strict, fifo`, then the same in Chinese.
 */
export function describeProblems(problems: readonly ConfigurationProblem[]): string {
  return problems.map((problem) => `${inEnglish(problem)}\n    ${inChinese(problem)}`).join('\n');
}

function place({ file, line, column }: ConfigurationProblem): string {
  return line === 0 ? file : `${file}:${line}:${column}`;
}

function inEnglish(problem: ConfigurationProblem): string {
  const { key, found, allowed, advice } = problem;
  const subject = key === '' ? place(problem) : `${place(problem)} ${key}`;
  const what = found === null ? 'is missing' : `${found} is not allowed`;
  return `${subject}: ${what}; allowed: ${allowed.en}${advice === null ? '' : `; ${advice.en}`}`;
}

function inChinese({ key, found, allowed, advice }: ConfigurationProblem): string {
  const subject = key === '' ? '配置文件' : key;
  const what = found === null ? '缺少' : `不允许 ${found}`;
  return `${subject}：${what}；允许：${allowed.zh}${advice === null ? '' : `；${advice.zh}`}`;
}
