import { open, readdir, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../../../../preload/contracts/result.ts';
import { decodeWav, type WavFault } from '../../sound/wav.ts';
import type { Sound } from '../../sound/sound.ts';

/** `voices/<id>/voice.json`: what a hall drops in for a dialect. */
const VoiceFile = z.strictObject({
  name: z.string().trim().min(1).max(20),
  language: z.literal('zh'),
  /** A voice of espeak-ng that reads Chinese characters: `yue`. */
  espeakVoice: z
    .string()
    .regex(/^[a-z][a-zA-Z0-9-]{0,39}$/)
    .optional(),
  /** The exact text of a sentence, and the file beside this one in which somebody says it. */
  sentences: z
    .record(z.string().min(1).max(300), z.string().regex(/^[^/\\:*?"<>|]{1,120}\.wav$/))
    .default({}),
});

export interface VoicePack {
  /** The name of its folder. */
  readonly id: string;
  readonly name: string;
  readonly language: 'zh';
  readonly espeakVoice: string | undefined;
  /** Sentence to file. */
  readonly sentences: ReadonlyMap<string, string>;
}

export type VoicePackFault = 'not-named-well' | 'no-voice-json' | 'not-understood' | 'recording-missing';

export interface FoundVoices {
  readonly packs: readonly VoicePack[];
  /** Left out, each with its reason. */
  readonly broken: readonly { readonly id: string; readonly fault: VoicePackFault }[];
}

const ID = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;
const DESCRIPTION = 'voice.json';
const MOST_DESCRIPTION_BYTES = 1_000_000;
/** A minute and a half at the highest rate. */
const MOST_RECORDING_BYTES = 10_000_000;
const MOST_PACKS = 20;

/** The voices in a folder, in the order of their names. A folder that is not there holds none. */
export async function findVoices(folder: string | undefined): Promise<FoundVoices> {
  if (folder === undefined) return { packs: [], broken: [] };
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const ids = entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => name);
  const packs: VoicePack[] = [];
  const broken: { readonly id: string; readonly fault: VoicePackFault }[] = [];
  for (const id of ids.sort().slice(0, MOST_PACKS)) {
    const pack = await readPack(folder, id);
    if (pack.ok) packs.push(pack.value);
    else broken.push({ id, fault: pack.error });
  }
  return { packs, broken };
}

async function readPack(folder: string, id: string): Promise<Result<VoicePack, VoicePackFault>> {
  if (!ID.test(id)) return err('not-named-well');
  const bytes = await readBytes(join(folder, id, DESCRIPTION), MOST_DESCRIPTION_BYTES);
  if (bytes === undefined) return err('no-voice-json');
  const parsed = VoiceFile.safeParse(asJson(bytes.toString('utf8')));
  if (!parsed.success) return err('not-understood');
  const { name, language, espeakVoice } = parsed.data;
  const sentences = new Map<string, string>();
  for (const [sentence, file] of Object.entries(parsed.data.sentences)) {
    const path = join(folder, id, file);
    if (!(await isFile(path))) return err('recording-missing');
    sentences.set(sentence.trim(), path);
  }
  return ok({ id, name, language, espeakVoice, sentences });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** A recorded sentence as it was recorded. Read for each reading, so that a hall may put in a better one while it runs. */
export async function recordedSentence(path: string): Promise<Result<Sound, WavFault | 'unreadable'>> {
  const bytes = await readBytes(path, MOST_RECORDING_BYTES);
  return bytes === undefined ? err('unreadable') : decodeWav(bytes);
}

async function readBytes(path: string, most: number): Promise<Buffer | undefined> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    const found = await handle.stat();
    return found.isFile() && found.size <= most ? await handle.readFile() : undefined;
  } catch {
    return undefined;
  } finally {
    await handle?.close();
  }
}
