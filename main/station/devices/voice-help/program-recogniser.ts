import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { runProgram, type ProgramFault } from '../run-program.ts';
import { heardIn, type ListenFault, type Listening, type Recogniser } from './port.ts';

export interface ProgramRecogniserOptions {
  /** A program and its arguments; `{wav}` stands for the recording, which else is the last argument. */
  readonly command: readonly string[];
  readonly seconds: number;
  /** Where the recording lies for those seconds; nobody else may look into it. */
  readonly folder: string;
  readonly recorder?: string;
  readonly recogniseMs?: number;
}

const WAV = '{wav}';
const RECORDING = 'recording.wav';
const RECORDER = 'arecord';
/** What recognisers are trained for: 16 kHz, one channel, 16 bits. */
const FORMAT = ['-q', '-t', 'wav', '-f', 'S16_LE', '-r', '16000', '-c', '1'];
/** A microphone that has to wake up first. */
const RECORD_MARGIN_MS = 4_000;
/** An old PC needs about as long as the person spoke; nobody waits longer than this. */
const RECOGNISE_MS = 15_000;
const MOST_OUTPUT_BYTES = 100_000;

/** ALSA's recorder and the recogniser that the hall has installed, each a process that may hang and is then killed. */
export function createProgramRecogniser(options: ProgramRecogniserOptions): Recogniser {
  const { seconds, folder } = options;
  const wav = join(folder, RECORDING);
  return {
    simulated: false,
    seconds,
    async listen(listening): Promise<Result<string | null, ListenFault>> {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const recorded = await record(wav, options, listening);
        return recorded.ok ? await recognise(wav, options, listening.signal) : recorded;
      } catch {
        // A disk that takes nothing: for the person it is as if there was no microphone.
        return err('no-microphone');
      } finally {
        await rm(wav, { force: true }).catch(() => undefined);
      }
    },
  };
}

async function record(
  wav: string,
  { seconds, recorder = RECORDER }: ProgramRecogniserOptions,
  { signal, onRecording }: Listening,
): Promise<Result<void, ListenFault>> {
  // A station that was killed while somebody spoke has left it.
  await rm(wav, { force: true });
  onRecording(true);
  const recorded = await runProgram({
    program: recorder,
    args: [...FORMAT, '-d', String(seconds), wav],
    deadlineMs: seconds * 1000 + RECORD_MARGIN_MS,
    signal,
  });
  onRecording(false);
  if (recorded.ok) return ok(undefined);
  return err(recorded.error.kind === 'stopped' ? 'stopped' : 'no-microphone');
}

async function recognise(
  wav: string,
  { command, recogniseMs = RECOGNISE_MS }: ProgramRecogniserOptions,
  signal: AbortSignal,
): Promise<Result<string | null, ListenFault>> {
  const [program = '', ...given] = command;
  const isNamed = given.some((argument) => argument.includes(WAV));
  const args = isNamed ? given.map((argument) => argument.replaceAll(WAV, wav)) : [...given, wav];
  const said = await runProgram({
    program,
    args,
    deadlineMs: recogniseMs,
    mostOutputBytes: MOST_OUTPUT_BYTES,
    signal,
  });
  return said.ok ? ok(heardIn(said.value.toString('utf8'))) : err(faultOf(said.error));
}

function faultOf({ kind }: ProgramFault): ListenFault {
  switch (kind) {
    case 'stopped':
      return 'stopped';
    case 'program-missing':
      return 'recogniser-missing';
    case 'program-failed':
    case 'timed-out':
    case 'too-much-output':
      return 'recogniser-failed';
  }
}
