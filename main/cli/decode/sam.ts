import { ageOn } from '../../foundation/identity/age.ts';
import type { CardText } from '../../station/devices/id-card-reader/sam/card-text.ts';
import { ethnicGroupName, sexName } from '../../station/devices/id-card-reader/sam/code-tables.ts';
import { fitsCommand, SAM_COMMANDS } from '../../station/devices/id-card-reader/sam/commands.ts';
import {
  FrameParser,
  type ParserOutput,
  type SamFrameError,
} from '../../station/devices/id-card-reader/sam/frame-parser.ts';
import { HEADER_BYTES } from '../../station/devices/id-card-reader/sam/frame.ts';
import { readReplyLengths, takeReadReply } from '../../station/devices/id-card-reader/sam/read-reply.ts';
import { readStatus, STATUS_BYTES } from '../../station/devices/id-card-reader/sam/status.ts';
import { decodeText } from '../../station/devices/id-card-reader/sam/text-block.ts';
import { parseSamVector, type SamVector } from './sam-vector.ts';

/** The days for which ages are worked out unless the caller names others: around the vectors' reference date. */
export const DEFAULT_AGE_DAYS: readonly string[] = ['2026-06-14', '2026-06-15', '2026-06-16'];

export interface DecodedFields extends CardText {
  readonly sex?: string;
  readonly nation?: string;
  /** Full years on each asked day; null when the birth date is no date or lies later. */
  readonly ageAt: Readonly<Record<string, number | null>>;
}

export interface DecodedFrame {
  readonly status: string;
  readonly ok: boolean;
  /** Whether the frame's shape can be the answer to the request; false for a late answer. */
  readonly fitsRequest?: boolean;
  readonly meaning?: string;
  readonly dataHex?: string;
  readonly newAddress?: string;
  readonly textLen?: number;
  readonly photoLen?: number;
  readonly fingerprintLen?: number;
  readonly fields?: DecodedFields;
  readonly textError?: string;
}

export interface DecodedSamVector {
  readonly id: string;
  readonly frames: readonly DecodedFrame[];
  readonly errors: readonly SamFrameError[];
  /** Bytes that belonged to no frame before the end of the input. */
  readonly discarded: number;
  /** Bytes of an unfinished frame at the end of the input. */
  readonly pending: number;
}

/** Decodes a recorded answer: an empty chunk means that the gap timer fired; an unfinished end is a timeout. */
export function decodeSamVector(
  vector: SamVector,
  ageDays: readonly string[] = DEFAULT_AGE_DAYS,
): DecodedSamVector {
  const parser = new FrameParser();
  const outputs = vector.chunks.flatMap((chunk) =>
    chunk.length === 0 ? parser.gapTimerFired() : parser.feed(Buffer.from(chunk, 'hex')),
  );
  const { pending, discarded } = parser;
  outputs.push(...parser.gapTimerFired());
  const request = Buffer.from(vector.request, 'hex');
  return {
    id: vector.id,
    frames: outputs.flatMap((output) =>
      output.kind === 'frame' ? [decodeFrame(output.body, request, ageDays)] : [],
    ),
    errors: errorsOf(outputs),
    discarded,
    pending,
  };
}

function errorsOf(outputs: readonly ParserOutput[]): SamFrameError[] {
  return outputs.flatMap((output) => (output.kind === 'error' ? [output.error] : []));
}

function decodeFrame(body: Uint8Array, request: Uint8Array, ageDays: readonly string[]): DecodedFrame {
  const { hex, ok, meaning } = readStatus(body);
  const command = Object.values(SAM_COMMANDS).find(({ frame }) => Buffer.compare(frame, request) === 0);
  return {
    status: hex,
    ok,
    ...(command === undefined ? {} : { fitsRequest: fitsCommand(command, body) }),
    ...(ok ? {} : { meaning }),
    ...decodeData(body.subarray(STATUS_BYTES), isAddressRequest(request), ageDays),
  };
}

function isAddressRequest(request: Uint8Array): boolean {
  return request[HEADER_BYTES] === 0x30 && request[HEADER_BYTES + 1] === 0x03;
}

function decodeData(
  data: Uint8Array,
  addressAsked: boolean,
  ageDays: readonly string[],
): Partial<DecodedFrame> {
  if (data.length === 0) return {};
  const lengths = readReplyLengths(data);
  if (lengths === undefined) {
    if (addressAsked && data.length % 2 === 0) return { newAddress: decodeText(data) };
    return { dataHex: Buffer.from(data).toString('hex') };
  }
  const { textLen, photoLen, fingerprintLen } = lengths;
  const shown = { textLen, photoLen, ...(fingerprintLen === undefined ? {} : { fingerprintLen }) };
  const reply = takeReadReply(data);
  if (!reply.ok) return { ...shown, textError: reply.error.kind };
  return { ...shown, fields: describeFields(reply.value.text, ageDays) };
}

function describeFields(text: CardText, ageDays: readonly string[]): DecodedFields {
  const sex = sexName(text.sexCode);
  const nation = text.nationCode === undefined ? undefined : ethnicGroupName(text.nationCode);
  return {
    ...text,
    ...(sex === undefined ? {} : { sex }),
    ...(nation === undefined ? {} : { nation }),
    ageAt: Object.fromEntries(ageDays.map((day) => [day, ageOn(text.birth, day) ?? null])),
  };
}

/**
 * `songting decode sam`: one JSON object {"id","request","chunks"} a line in, one JSON line out. A line that
 * cannot be read gives {"error"} and the next one is taken. Prints personal data in clear: for recordings.
 */
export async function decodeSamLines(
  input: AsyncIterable<string>,
  write: (line: string) => void,
): Promise<void> {
  let lineNumber = 0;
  for await (const line of input) {
    lineNumber += 1;
    if (line.trim() === '') continue;
    const vector = parseSamVector(line, lineNumber);
    write(JSON.stringify(vector.ok ? decodeSamVector(vector.value) : vector.error));
  }
}
