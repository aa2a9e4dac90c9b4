export { loadPadProfile, shippedProfiles, type PadProfileProblem } from './load-profile.ts';
export { openRatingPad, type OpenedRatingPad, type OpenPadOptions } from './open-rating-pad.ts';
export type {
  CallAction,
  PadTrouble,
  RatingPad,
  RatingPadEvent,
  RatingPadStatus,
  RatingScore,
  UnratedReason,
} from './port.ts';
export { VirtualRatingPad, type VirtualPadCue } from './virtual-pad.ts';
