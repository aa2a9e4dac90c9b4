import { err, type Result } from '../../../../preload/contracts/result.ts';
import type { Announcement, Player, PlayFault } from '../sound/players/player.ts';
import type { HeadphoneJack } from './headphones/jack.ts';

export interface OutletParts {
  readonly loudspeaker: Player;
  readonly headphones: Player;
  readonly jack: HeadphoneJack;
}

export interface OutletTimings {
  /** How often the jack is looked at. */
  readonly jackMs: number;
  /** ... while something private is heard. */
  readonly privateJackMs: number;
}
const TIMINGS: OutletTimings = { jackMs: 1_000, privateJackMs: 250 };

/**
 * Where sound comes out: the loudspeaker, or the headphones while they are in. Holds the rule that what is private is
 * heard only through headphones, and only as long as they are in (EN 301 549, 5.1.3.9).
 */
export class Outlet {
  readonly #parts: OutletParts;
  readonly #timings: OutletTimings;
  readonly #onPlugged: () => void;
  readonly #ending = new AbortController();
  #plugged = false;
  #looking: NodeJS.Timeout | undefined;

  constructor(
    parts: OutletParts,
    {
      onPlugged,
      timings,
    }: { readonly onPlugged: () => void; readonly timings?: Partial<OutletTimings> | undefined },
  ) {
    this.#parts = parts;
    this.#onPlugged = onPlugged;
    this.#timings = { ...TIMINGS, ...timings };
  }

  get simulated(): boolean {
    return this.#parts.loudspeaker.simulated;
  }

  /** As last seen. */
  get plugged(): boolean {
    return this.#plugged;
  }

  start(): void {
    this.#looking = setInterval(() => void this.look(), this.#timings.jackMs);
    void this.look();
  }

  stop(): void {
    clearInterval(this.#looking);
    this.#ending.abort();
  }

  /** Are headphones in at this moment? */
  async look(): Promise<boolean> {
    const plugged = await this.#parts.jack.plugged(this.#ending.signal);
    if (plugged !== this.#plugged && !this.#ending.signal.aborted) {
      this.#plugged = plugged;
      this.#onPlugged();
    }
    return plugged;
  }

  /** Could the loudspeaker be heard? Nobody hears anything of it. */
  check(signal: AbortSignal): Promise<Result<void, PlayFault>> {
    return this.#parts.loudspeaker.check(signal);
  }

  play(announcement: Announcement, signal: AbortSignal): Promise<Result<void, PlayFault>> {
    const player = this.#plugged ? this.#parts.headphones : this.#parts.loudspeaker;
    return player.play(announcement, signal);
  }

  /** Never through the loudspeaker. Whoever pulls out the headphones silences it. `onStart`: it begins to be heard. */
  async playPrivately(
    announcement: Announcement,
    signal: AbortSignal,
    onStart: () => void,
  ): Promise<Result<void, PlayFault | 'no-headphones'>> {
    if (!(await this.look())) return err('no-headphones');
    if (signal.aborted) return err('stopped');
    const pulled = new AbortController();
    const looking = setInterval(() => {
      void this.look().then((plugged) => {
        if (!plugged) pulled.abort();
      });
    }, this.#timings.privateJackMs);
    onStart();
    try {
      const played = await this.#parts.headphones.play(
        announcement,
        AbortSignal.any([signal, pulled.signal]),
      );
      const isPulled = !played.ok && played.error === 'stopped' && !signal.aborted;
      return isPulled ? err('no-headphones') : played;
    } finally {
      clearInterval(looking);
    }
  }
}
