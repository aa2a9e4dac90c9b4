import type { z } from 'zod';

export interface InputProblem {
  readonly where: string;
  readonly allowed: string;
}

const MOST_PROBLEMS = 20;
const LONGEST_KEY = 60;

/** Where a message does not fit the contract and what is allowed there. Never repeats a value that was sent. */
export function inputProblems(issues: readonly z.core.$ZodIssue[]): InputProblem[] {
  return issues.flatMap((issue) => explain(issue, [])).slice(0, MOST_PROBLEMS);
}

/** The places only, for a log: of a value that the program itself made. */
export function problemPlaces(issues: readonly z.core.$ZodIssue[]): string[] {
  return inputProblems(issues).map(({ where }) => where.replace(/\d+/g, 'n'));
}

function explain(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): InputProblem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      where: write([...path, key.slice(0, LONGEST_KEY)]),
      allowed: 'no such key',
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return issue.errors.flat().flatMap((inner) => explain(inner, path));
  }
  return [{ where: write(path), allowed: issue.message }];
}

const write = (path: readonly PropertyKey[]): string =>
  path.length === 0 ? 'body' : path.map(String).join('.');
