import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { decodeAutomaticStatus } from '../../station/devices/ticket-printer/esc-pos/automatic-status.ts';
import { decodeEscPos } from '../../station/devices/ticket-printer/esc-pos/decoder.ts';
import { describeMark, viewPaper } from '../../station/devices/ticket-printer/esc-pos/paper-view.ts';
import {
  decodeStatusByte,
  type StatusQuery,
} from '../../station/devices/ticket-printer/esc-pos/status-bytes.ts';

export interface DecodeEscposOptions {
  /** The commands as well as the paper, for programs. */
  readonly json?: boolean;
}

const hex = z.string().regex(/^([0-9a-fA-F]{2}\s*)*$/);
/** One question of a JSON lines input: a stream, an answer byte to DLE EOT n, or a packet of automatic status. */
const Question = z.union([
  z.object({ id: z.unknown().optional(), hex }),
  z.object({
    id: z.unknown().optional(),
    query: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    byte: hex,
  }),
  z.object({ id: z.unknown().optional(), asb: hex }),
]);
type Question = z.output<typeof Question>;

const bytesOfHex = (text: string): Uint8Array => Buffer.from(text.replace(/\s+/g, ''), 'hex');

/**
 * What stands on the paper that these bytes make. The input may be a printer's raw bytes, the same in hexadecimal, or
 * JSON lines `{"id", "hex"}` (also `{"query", "byte"}` and `{"asb"}`), each answered by one JSON line.
 */
export function decodeEscpos(input: Uint8Array, options: DecodeEscposOptions = {}): string {
  const text = Buffer.from(input).toString('latin1').trim();
  if (text.startsWith('{')) return answerLines(Buffer.from(input).toString('utf8'));
  const bytes = text !== '' && hex.safeParse(text).success ? bytesOfHex(text) : input;
  return options.json ? `${JSON.stringify(opsAndPaper(bytes))}\n` : `${paperLines(bytes).join('\n')}\n`;
}

/** `songting decode escpos`: reads everything, then writes what it means. */
export async function decodeEscposStream(
  input: Readable,
  output: Writable,
  options: DecodeEscposOptions = {},
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk as Uint8Array | string));
  output.write(decodeEscpos(Buffer.concat(chunks), options));
}

function paperLines(bytes: Uint8Array): string[] {
  return viewPaper(decodeEscPos(bytes)).map(describeMark);
}

function opsAndPaper(bytes: Uint8Array): object {
  return { ops: decodeEscPos(bytes), paper: paperLines(bytes) };
}

function answerLines(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => `${JSON.stringify(answerLine(line))}\n`).join('');
}

function answerLine(line: string): object {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { error: 'not-json' };
  }
  const question = Question.safeParse(value);
  const id = typeof value === 'object' && value !== null && 'id' in value ? { id: value.id } : {};
  return { ...id, ...(question.success ? answer(question.data) : { error: 'expected id and hex' }) };
}

function answer(question: Question): object {
  if ('hex' in question) return opsAndPaper(bytesOfHex(question.hex));
  if ('asb' in question) {
    const status = decodeAutomaticStatus(bytesOfHex(question.asb));
    return status.ok ? { flags: status.value } : { error: status.error.kind };
  }
  const [byte = 0] = bytesOfHex(question.byte);
  const status = decodeStatusByte<StatusQuery>(question.query, byte);
  return status.ok ? { flags: status.value } : { error: status.error.kind };
}
