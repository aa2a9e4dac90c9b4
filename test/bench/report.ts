import type { Finding, Goal } from './goal.ts';
import type { Machine } from './machine.ts';

export type Measured = Pick<Goal, 'id' | 'name'> & Finding;

const HEADINGS = ['goal', 'what', 'raw ms', 'ours ms', 'ratio', 'target', 'verdict'] as const;

/** One line a goal, its parts below it: raw baseline, ours, the quotient, what it may be. */
export function reportTable(measured: readonly Measured[]): string {
  const rows = measured.flatMap((goal) => [
    [
      goal.id,
      goal.name,
      milliseconds(goal.baseline),
      milliseconds(goal.value),
      goal.ratio.toFixed(2),
      `<= ${goal.target}${goal.unit === undefined ? '' : ` ${goal.unit}`}`,
      goal.ok ? 'met' : 'MISSED',
    ],
    ...goal.parts.map((part) => [
      '',
      `  ${part.name}`,
      milliseconds(part.baseline),
      milliseconds(part.value),
      part.ratio.toFixed(2),
      '',
      '',
    ]),
  ]);
  return aligned([[...HEADINGS], ...rows]);
}

/** How each number came about. */
export function reportNotes(measured: readonly Measured[]): string {
  return measured
    .map(({ id, samples, notes }) => [`${id}: ${samples} pairs, taken in turns`, ...notes].join('\n    '))
    .join('\n');
}

export const MISSED = 1;

/** 0 when every goal that was measured is met. */
export function exitCodeFor(measured: readonly Measured[]): number {
  return measured.every(({ ok }) => ok) ? 0 : MISSED;
}

export function reportJson(machine: Machine, measured: readonly Measured[]): string {
  return `${JSON.stringify({ machine, goals: measured }, undefined, 2)}\n`;
}

const milliseconds = (value: number): string => value.toFixed(value < 1 ? 4 : 2);

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}

/** Words to the left, numbers to the right. */
const pad = (cell: string, width: number, column: number): string =>
  column < 2 || column > 4 ? cell.padEnd(width) : cell.padStart(width);
