import type { Lifetime } from '../../main/foundation/lifetime.ts';
import type { Folders } from './folders.ts';

/** What a measurement may use. */
export interface BenchContext {
  readonly folders: Folders;
  /** Fewer samples and a shorter history: for a first look, not for a claim. */
  readonly quick: boolean;
  /** Whatever is opened is registered here; it ends with the goal. */
  readonly lifetime: Lifetime;
  /** One line for whoever watches. */
  readonly say: (line: string) => void;
}

export interface Part {
  readonly name: string;
  /** Milliseconds, as all times here. */
  readonly baseline: number;
  readonly value: number;
  readonly ratio: number;
}

/** What came out. Times depend on the machine, the ratio hardly: it alone decides. */
export interface Finding {
  /** What the machine needs at least, measured in the same run: p50 unless the goal says otherwise, milliseconds. */
  readonly baseline: number;
  /** What Songting needs, likewise. */
  readonly value: number;
  readonly ratio: number;
  readonly target: number;
  /** Where the target is not a ratio. */
  readonly unit?: 'ms';
  readonly ok: boolean;
  /** Pairs of measurements, taken in turns. */
  readonly samples: number;
  /** How the number came about, for whoever wants to doubt it. */
  readonly notes: readonly string[];
  readonly parts: readonly Part[];
}

export interface Goal {
  readonly id: string;
  readonly name: string;
  measure(context: BenchContext): Promise<Finding>;
}
