export { boundFigures, type BoundFigures } from './bound.ts';
export type { DurationFigures } from './duration-tally.ts';
export { StatisticsTally, type StatisticsFigures } from './tally.ts';
export type { Visit } from './visit.ts';
export { countersAtWork, outcomeOf, underRule, type RuleOutcome } from './what-if.ts';
