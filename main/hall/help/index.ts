export { createEscalation } from './escalation.ts';
export { HelpWatch } from './help-watch.ts';
