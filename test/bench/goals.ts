import { durableIssue } from './durable-issue.ts';
import type { Goal } from './goal.ts';

/** What `npm run bench` measures, in order. */
export const GOALS: readonly Goal[] = [durableIssue];
