import type { Reached } from './last-call.ts';
import type { Growth } from './memory-watch.ts';

/** How much more the last quarter may hold than the second. */
export const MOST_GROWTH = 1.1;
/** A shorter day is all warming up: its memory is shown and not judged. */
export const SHORTEST_JUDGED_MS = 8 * 60_000;

export interface Findings {
  readonly hours: number;
  readonly speed: number;
  readonly seed: number;
  readonly wallMs: number;
  readonly tickets: number;
  readonly calls: number;
  readonly seen: Readonly<Record<string, number>>;
  readonly lastCallReached: Reached;
  /** What must never be, in sentences. */
  readonly complaints: readonly string[];
  /** Lines of the services' logs that are errors or bugs. */
  readonly errorsLogged: readonly string[];
  readonly journal: string;
  readonly memory: readonly Growth[];
}

/** What is not as it must be, in sentences; none: the day went well. */
export function faultsOf(findings: Findings): string[] {
  const { lastCallReached, complaints, errorsLogged, journal, memory, wallMs } = findings;
  const missed = Object.entries(lastCallReached).filter(([, isReached]) => !isReached);
  const grown = wallMs < SHORTEST_JUDGED_MS ? [] : memory.filter(({ ratio }) => !(ratio <= MOST_GROWTH));
  return [
    ...missed.map(([where]) => `the last call did not reach the ${where}`),
    ...complaints,
    ...errorsLogged.map((line) => `logged: ${line}`),
    ...(journal === 'whole' ? [] : [`the journal is ${journal}`]),
    ...grown.map(({ gauge, ratio }) => `${gauge} grew by ${ratio.toFixed(2)}`),
  ];
}

export function describeFindings(findings: Findings): string {
  const { hours, speed, seed, wallMs, tickets, calls, seen, memory } = findings;
  const minutes = (wallMs / 60_000).toFixed(1);
  const faults = faultsOf(findings);
  const isJudged = wallMs >= SHORTEST_JUDGED_MS;
  return [
    `${hours} h of a hall in ${minutes} min (${speed} times as fast, seed ${seed}): ${tickets} tickets, ${calls} calls`,
    Object.entries(seen)
      .map(([what, count]) => `${what} ${count}`)
      .join(', '),
    'sped up: the queue’s time, visitors, clerks; as fast as ever: lines, paper, voice, display page',
    `memory after collecting, last quarter ÷ second (${isJudged ? `at most ${MOST_GROWTH}` : 'too short to judge'}):`,
    ...memory.map(
      ({ gauge, second, last, ratio }) =>
        `  ${gauge.padEnd(13)} ${shown(gauge, second)} → ${shown(gauge, last)}  ${ratio.toFixed(3)}`,
    ),
    faults.length === 0
      ? 'the last call reached display page, voice and feed; nobody lost, skipped or called twice; the journal is whole'
      : faults.join('\n'),
  ].join('\n');
}

const MEBIBYTE = 1024 ** 2;
const shown = (gauge: string, value: number): string =>
  gauge.endsWith('nodes') ? value.toFixed(0) : `${(value / MEBIBYTE).toFixed(1)} MiB`;
