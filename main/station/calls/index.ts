export { CallHerald } from './call-herald.ts';
export type { CallAnnouncer, CallEnd, CallSink } from './call-sink.ts';
export {
  followHall,
  type FollowHallOptions,
  type HallFeedAccess,
  type HallListener,
  type HallMirror,
} from './follow-hall.ts';
