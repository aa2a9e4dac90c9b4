import type { OutcomeView, RuleView, StatisticsView } from '../../../../preload/contracts/hall-operations.ts';
import type { QueueRule } from '../../domain/rules/index.ts';
import type { RuleOutcome, StatisticsFigures } from '../../domain/statistics/index.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceName } from '../views.ts';

export function ruleView(rule: QueueRule): RuleView {
  return {
    name: rule.name,
    headStartMinutes: rule.name === 'head-start' ? { ...rule.headStartMinutes } : null,
    priorityInARow: rule.name === 'ratio' ? rule.priorityInARow : null,
    ordinaryFirstAfterMinutes: rule.name === 'ratio' ? rule.ordinaryFirstAfterMinutes : null,
  };
}

export function outcomeView({ waits, byClass, bound }: RuleOutcome, rule: QueueRule): OutcomeView {
  return { rule: ruleView(rule), waits, byClass: [...byClass], bound };
}

/** Figures with the names that people know; a counter that is gone keeps its number as its name. */
export function statisticsView(
  hall: HallContext,
  { from, to }: { readonly from: string; readonly to: string },
  figures: StatisticsFigures,
): StatisticsView {
  const counterName = (counterId: string): string =>
    hall.policy.counters.find((counter) => counter.counterId === counterId)?.name ?? counterId;
  return {
    ...figures,
    from,
    to,
    rule: ruleView(hall.policy.rule),
    byService: figures.byService.map((group) => ({
      ...group,
      serviceName: serviceName(hall, group.serviceCode),
    })),
    byClass: [...figures.byClass],
    byCounter: figures.byCounter.map((group) => ({ ...group, counterName: counterName(group.counterId) })),
    byDay: [...figures.byDay],
    byHour: [...figures.byHour],
  };
}
