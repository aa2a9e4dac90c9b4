import { isPriority } from '../../../../preload/contracts/priority.ts';
import { unreachable } from '../../../../preload/contracts/result.ts';
import { bound as headStartMinutes } from '../rules/head-start.ts';
import { priorityCallsAfter, type QueueRule } from '../rules/index.ts';
import { bound as ratioBound } from '../rules/ratio.ts';
import { standing } from '../rules/strict.ts';
import { MINUTE_MS, type FirstCall, type Visit } from './visit.ts';

export interface BoundFigures {
  /** First calls; who comes back after a miss has its own rule. */
  readonly calls: number;
  /** Calls at which nobody was passed over more than the rule promises. */
  readonly kept: number;
}

type Called = Visit & { readonly firstCall: FirstCall };

/**
 * How many calls of a day kept what `rule` promises, judged from what happened and not from what the rule was asked.
 * Only who waited for a service that the calling counter served can have been passed over by it. Head start: nobody is
 * overtaken by someone who came more than the head start later. Ratio: never more priority calls in a row than allowed
 * while an ordinary person waits. Strict: nobody of an earlier class waits. First come: nobody who came earlier waits.
 */
export function boundFigures(visits: readonly Visit[], rule: QueueRule): BoundFigures {
  const waiting = new Set<Visit>();
  let priorityCallsInARow = 0;
  const figures = { calls: 0, kept: 0 };
  for (const { kind, visit } of inOrder(visits)) {
    if (kind === 'came') waiting.add(visit);
    else waiting.delete(visit);
    if (kind !== 'called' || !isCalled(visit)) continue;
    const passed = [...waiting].filter(({ serviceCode }) => couldCall(visit.firstCall, serviceCode));
    figures.calls += 1;
    if (keeps(visit, passed, rule, priorityCallsInARow)) figures.kept += 1;
    const ordinaryWaits = [...waiting].some(({ priorityClass }) => !isPriority(priorityClass));
    priorityCallsInARow = priorityCallsAfter(priorityCallsInARow, visit.priorityClass, ordinaryWaits);
  }
  return figures;
}

interface Step {
  readonly kind: 'came' | 'left' | 'called';
  readonly atMs: number;
  readonly visit: Visit;
}

const PLACE: Readonly<Record<Step['kind'], number>> = { came: 0, left: 1, called: 2 };

/** What happened one after another. Of two calls in the same millisecond whoever came first is taken to be the first. */
function inOrder(visits: readonly Visit[]): readonly Step[] {
  const steps = visits.flatMap((visit): Step[] => {
    if (!visit.queued) return [];
    const came: Step = { kind: 'came', atMs: visit.issuedMs, visit };
    if (visit.firstCall !== null) {
      return [came, { kind: 'called', atMs: Math.max(visit.issuedMs, visit.firstCall.atMs), visit }];
    }
    return visit.end === null ? [came] : [came, { kind: 'left', atMs: visit.end.atMs, visit }];
  });
  return steps.sort(
    (one, other) =>
      one.atMs - other.atMs ||
      PLACE[one.kind] - PLACE[other.kind] ||
      one.visit.issuedMs - other.visit.issuedMs,
  );
}

const isCalled = (visit: Visit): visit is Called => visit.firstCall !== null;

function couldCall({ services }: FirstCall, serviceCode: string): boolean {
  return services.length === 0 || services.includes(serviceCode);
}

function keeps(
  called: Called,
  passed: readonly Visit[],
  rule: QueueRule,
  priorityCallsInARow: number,
): boolean {
  const laterMs = (visit: Visit): number => called.issuedMs - visit.issuedMs;
  switch (rule.name) {
    case 'head-start':
      return passed.every(
        (visit) =>
          laterMs(visit) <= headStartMinutes(rule, called.priorityClass, visit.priorityClass) * MINUTE_MS,
      );
    case 'ratio': {
      if (called.priorityClass === 'urgent' || !isPriority(called.priorityClass)) return true;
      const ordinaryWaits = passed.some(({ priorityClass }) => !isPriority(priorityClass));
      return !ordinaryWaits || priorityCallsInARow < ratioBound(rule).callsInARow;
    }
    case 'strict': {
      const own = standing(rule, called.priorityClass);
      return passed.every(({ priorityClass }) => standing(rule, priorityClass) >= own);
    }
    case 'fifo':
      return passed.every((visit) => laterMs(visit) <= 0);
    default:
      return unreachable(rule);
  }
}
