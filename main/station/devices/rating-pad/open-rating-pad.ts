import type { Devices } from '../../../../preload/contracts/configuration-devices.ts';
import { ok, type Result } from '../../../../preload/contracts/result.ts';
import type { Clock } from '../../../foundation/clock.ts';
import { serialLink } from '../lines/serial-link.ts';
import { filePresence } from './file-presence.ts';
import { loadPadProfile, type PadProfileProblem } from './load-profile.ts';
import type { RatingPad } from './port.ts';
import { ProfilePad } from './profile-pad.ts';
import type { PadTimings } from './timings.ts';
import { VirtualRatingPad } from './virtual-pad.ts';

export interface OpenedRatingPad {
  /** Whoever is served there is asked; without it nobody is. */
  readonly counterId: string | undefined;
  readonly pad: RatingPad;
  /** The same pad when it is virtual: its keys can be pressed, and it fails on cue. */
  readonly virtual: VirtualRatingPad | undefined;
}

export interface OpenPadOptions {
  readonly clock?: Clock;
  readonly timings?: Partial<PadTimings>;
}

/** The form of the virtual pad. */
const DEMO_PROFILE = 'demo-pad';

/**
 * The configured pad, or undefined where there is none. Nothing is opened before `start`: a pad that is not there is a
 * status. A profile that cannot be read is a mistake in the configuration and told now.
 */
export function openRatingPad(
  { ratingPad }: Pick<Devices, 'ratingPad'>,
  options: OpenPadOptions = {},
): Result<OpenedRatingPad | undefined, PadProfileProblem> {
  if (ratingPad.driver === 'none') return ok(undefined);
  const profile = loadPadProfile(ratingPad.driver === 'virtual' ? DEMO_PROFILE : ratingPad.profile);
  if (!profile.ok) return profile;
  const { counter: counterId } = ratingPad;
  if (ratingPad.driver === 'virtual') {
    const virtual = new VirtualRatingPad({ ...options, profile: profile.value });
    return ok({ counterId, pad: virtual, virtual });
  }
  const { path } = ratingPad;
  const pad = new ProfilePad({
    ...options,
    profile: profile.value,
    openLink: serialLink({ path, baudRate: profile.value.baudRate }),
    presence: () => filePresence(path),
    simulated: false,
  });
  return ok({ counterId, pad, virtual: undefined });
}
