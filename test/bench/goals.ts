import { callHeard } from './call-heard.ts';
import { callPainted } from './call-painted.ts';
import { durableIssue } from './durable-issue.ts';
import type { Goal } from './goal.ts';
import { growth } from './growth.ts';
import { postTicket } from './post-ticket.ts';

/** What `npm run bench` measures, in order. */
export const GOALS: readonly Goal[] = [durableIssue, postTicket, callHeard, callPainted, growth];
