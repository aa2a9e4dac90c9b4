import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import type { Sound } from './sound.ts';

export type WavFault = 'not-a-wav' | 'not-pcm-16' | 'not-mono' | 'odd-rate' | 'cut-off' | 'empty';

const HEADER_BYTES = 44;
const PCM = 1;
const EXTENSIBLE = 0xfffe;
/** A program that writes into a pipe does not know the length yet: espeak-ng writes this, others 0xffffffff. */
const LENGTH_UNKNOWN = 0x7fff_f000;
const [LOWEST_RATE, HIGHEST_RATE] = [8_000, 48_000];

/** The bytes of a WAV file: one channel, 16 bits. */
export function encodeWav({ sampleRate, samples }: Sound): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES + samples.length * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(PCM, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(sampleRate, 24);
  bytes.writeUInt32LE(sampleRate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, index) => bytes.writeInt16LE(sample, HEADER_BYTES + index * 2));
  return bytes;
}

/** Takes one channel of 16-bit PCM, from a file or from a pipe. Anything else is named, never played. */
export function decodeWav(bytes: Buffer): Result<Sound, WavFault> {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE')
    return err('not-a-wav');
  let format: Result<number, WavFault> | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (name === 'fmt ') format = readFormat(body);
    if (name === 'data') {
      if (format === undefined) return err('not-a-wav');
      return format.ok ? readSamples(body, length, format.value) : format;
    }
    at += 8 + length + (length % 2);
  }
  return err('not-a-wav');
}

function readFormat(body: Buffer): Result<number, WavFault> {
  if (body.length < 16) return err('not-a-wav');
  const coding = body.readUInt16LE(0);
  const actual = coding === EXTENSIBLE && body.length >= 26 ? body.readUInt16LE(24) : coding;
  if (actual !== PCM || body.readUInt16LE(14) !== 16) return err('not-pcm-16');
  if (body.readUInt16LE(2) !== 1) return err('not-mono');
  const rate = body.readUInt32LE(4);
  return rate >= LOWEST_RATE && rate <= HIGHEST_RATE ? ok(rate) : err('odd-rate');
}

function readSamples(body: Buffer, saidLength: number, sampleRate: number): Result<Sound, WavFault> {
  if (saidLength < LENGTH_UNKNOWN && body.length < saidLength) return err('cut-off');
  const samples = new Int16Array(Math.floor(body.length / 2));
  for (let index = 0; index < samples.length; index += 1) samples[index] = body.readInt16LE(index * 2);
  return samples.length === 0 ? err('empty') : ok({ sampleRate, samples });
}
