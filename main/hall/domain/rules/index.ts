export { chooseNext, whyThisOne, type Explanation } from './choose-next.ts';
export { aheadOf, orderWaiting, waitingAhead } from './order-waiting.ts';
export {
  DEFAULT_RULES,
  type ChoiceReason,
  type FifoRule,
  type HeadStartRule,
  type QueueRule,
  type QueueRuleName,
  type RatioRule,
  type StrictRule,
} from './queue-rule.ts';
export { priorityCallsAfter, priorityCallsAfterUndo } from './ratio.ts';
export { ruleDescriptions, type RuleDescription } from './rule-descriptions.ts';
export { isHeldBack, type Situation, type WaitingTicket } from './waiting-ticket.ts';
