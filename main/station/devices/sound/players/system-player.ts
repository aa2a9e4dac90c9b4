import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../../../../../preload/contracts/result.ts';
import type { Clock } from '../../../../foundation/clock.ts';
import { runProgram, type ProgramFault } from '../../run-program.ts';
import { durationMs, silence, type Sound } from '../sound.ts';
import { encodeWav } from '../wav.ts';
import type { Player, PlayFault } from './player.ts';

interface PlayProgram {
  readonly program: string;
  readonly args: readonly string[];
  /** What plays on the output of that name, and fails where there is none. Without it only the usual output is used. */
  readonly on?: (output: string) => readonly string[];
}

const FILE_VARIABLE = 'SPOKEN_CALL';
/** After these the next program is asked for the same sound. After the others it would be heard late, or twice. */
const AT_ONCE: readonly PlayFault[] = ['no-player', 'player-failed'];

/** Whichever is there: PulseAudio's, PipeWire's, ALSA's. One that is there and fails gives way to the next. */
const LINUX: readonly PlayProgram[] = [
  // Left to itself it may buffer two seconds; recorded behind PulseAudio's null sink, the bell was then missing.
  { program: 'paplay', args: ['--latency-msec=500'], on: (output) => [`--device=${output}`] },
  // It plays on the usual output when the named one is missing: what is for headphones would be heard by everybody.
  { program: 'pw-play', args: [] },
  { program: 'aplay', args: ['-q'], on: (output) => [`--device=${output}`] },
];
/** The file's name goes by the environment: nothing to quote, nothing to break out of. Not tried on a real Windows yet. */
const WINDOWS: readonly PlayProgram[] = [
  {
    program: 'powershell.exe',
    args: [
      '-NoProfile',
      '-NonInteractive',
      '-Command',
      `(New-Object System.Media.SoundPlayer $env:${FILE_VARIABLE}).PlaySync()`,
    ],
  },
];

/** Starting a program and waking a sound server take their time; a player that hangs must not hold up the next call. */
const MARGIN_MS = 4_000;
/** A sound this long cannot be over sooner than in a part of its time, whatever is still in a buffer. */
const LONG_ENOUGH_MS = 1_000;
const LEAST_PART = 0.5;
/** Long enough for a lie to be noticed. */
const CHECK_MS = LONG_ENOUGH_MS;
const CHECK_RATE = 22_050;

export interface SystemPlayerOptions {
  /** Where the file that is being played lies. */
  readonly folder: string;
  /** The name of that file; players that share a folder have each their own. */
  readonly fileName?: string;
  /** The system's name of the output to play on: PulseAudio's sink or ALSA's device. Without it the usual one. */
  readonly output?: string | undefined;
  readonly clock: Clock;
  readonly marginMs?: number;
  readonly platform?: NodeJS.Platform;
  /** Where programs are looked for, instead of PATH. */
  readonly searchPath?: string;
}

/**
 * Plays through a program of the operating system, one process a sound. The one that played last is asked first, one
 * that hung or lied last.
 */
export function createSystemPlayer(options: SystemPlayerOptions): Player {
  const programs = programsFor(options);
  const file = join(options.folder, options.fileName ?? 'call.wav');
  let order = programs;
  const first = (player: PlayProgram): void => {
    order = [player, ...order.filter((one) => one !== player)];
  };
  const last = (player: PlayProgram): void => {
    order = [...order.filter((one) => one !== player), player];
  };

  const tryEach = async (sound: Sound, signal: AbortSignal): Promise<Result<void, PlayFault>> => {
    let fault: PlayFault = 'no-player';
    for (const player of [...order]) {
      const played = await playWith(player, file, sound, options, signal);
      if (played.ok) first(player);
      if (played.ok || played.error === 'stopped') return played;
      // What a program that is there says tells more than that others are not there.
      if (played.error !== 'no-player') fault = played.error;
      if (!AT_ONCE.includes(played.error)) {
        last(player);
        break;
      }
    }
    return err(fault);
  };
  const play = async (sound: Sound, signal: AbortSignal): Promise<Result<void, PlayFault>> => {
    if (!(await writeSound(options.folder, file, sound))) return err('player-failed');
    try {
      return await tryEach(sound, signal);
    } finally {
      await rm(file, { force: true }).catch(() => undefined);
    }
  };
  return {
    simulated: false,
    play: ({ sound }, signal) => play(sound, signal),
    check: (signal) => play(silence(CHECK_MS, CHECK_RATE), signal),
  };
}

/** Windows' player knows the usual output only; a named one is set in the system there. */
function programsFor({ platform = process.platform, output }: SystemPlayerOptions): readonly PlayProgram[] {
  if (platform === 'win32') return WINDOWS;
  if (output === undefined) return LINUX;
  return LINUX.flatMap(({ program, args, on }) =>
    on === undefined ? [] : [{ program, args: [...args, ...on(output)] }],
  );
}

async function playWith(
  { program, args }: PlayProgram,
  file: string,
  sound: Sound,
  { clock, marginMs = MARGIN_MS, platform = process.platform, searchPath }: SystemPlayerOptions,
  signal: AbortSignal,
): Promise<Result<void, PlayFault>> {
  const env = {
    ...process.env,
    ...(searchPath !== undefined && { PATH: searchPath }),
    [FILE_VARIABLE]: file,
  };
  const lengthMs = durationMs(sound);
  const startedMs = clock.monotonicMs();
  const ran = await runProgram({
    program,
    args: platform === 'win32' ? args : [...args, file],
    deadlineMs: lengthMs + marginMs,
    env,
    signal,
  });
  if (!ran.ok) return err(playFault(ran.error));
  const tookMs = clock.monotonicMs() - startedMs;
  const lies = lengthMs >= LONG_ENOUGH_MS && tookMs < lengthMs * LEAST_PART;
  return lies ? err('player-lies') : ok(undefined);
}

function playFault({ kind }: ProgramFault): PlayFault {
  switch (kind) {
    case 'program-missing':
      return 'no-player';
    case 'timed-out':
      return 'player-hung';
    case 'stopped':
      return 'stopped';
    case 'program-failed':
    case 'too-much-output':
      return 'player-failed';
  }
}

async function writeSound(folder: string, file: string, sound: Sound): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(file, encodeWav(sound), { mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}
