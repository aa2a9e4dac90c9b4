export type { CallEnd, CallSink } from './call-sink.ts';
export { followCalls, type FollowCallsOptions, type HallFeedAccess } from './follow-calls.ts';
