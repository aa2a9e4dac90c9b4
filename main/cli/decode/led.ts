import { z } from 'zod';
import { decodeAnswer, type BoardAnswer } from '../../station/devices/window-display/bx-k/answers.ts';
import type { BoardArea } from '../../station/devices/window-display/bx-k/area.ts';
import { describeTime } from '../../station/devices/window-display/bx-k/clock-bytes.ts';
import { FrameParser, type ParserOutput } from '../../station/devices/window-display/bx-k/frame-parser.ts';
import { HOST_ADDRESS, type BxFrame } from '../../station/devices/window-display/bx-k/frame.ts';
import { decodeRequest, type BoardRequest } from '../../station/devices/window-display/bx-k/requests.ts';
import { decodeText } from '../../station/devices/window-display/bx-k/styled-text.ts';

const hex = z.string().regex(/^(?:\s*[0-9a-f]{2})*\s*$/i);
const Recording = z
  .object({ id: z.unknown().optional(), request: hex.optional(), response: hex.optional() })
  .refine(({ request, response }) => request !== undefined || response !== undefined);
type Recording = z.output<typeof Recording>;

/** What a recorded exchange with a window display means: what was asked, then what was answered, in one object. */
export function decodeLedVector({ id, request, response }: Recording): Record<string, unknown> {
  const asked = outputsOf(request ?? '');
  const answered = outputsOf(response ?? '');
  const errors = [...asked, ...answered].flatMap((output) => (output.kind === 'error' ? [output.error] : []));
  return {
    ...(id === undefined ? {} : { id }),
    ...mergedMeaning(asked),
    ...mergedMeaning(answered),
    ...(errors.length > 0 ? { errors } : {}),
  };
}

function outputsOf(text: string): ParserOutput[] {
  const parser = new FrameParser();
  return [...parser.feed(Buffer.from(text.replace(/\s+/g, ''), 'hex')), ...parser.reset()];
}

function mergedMeaning(outputs: readonly ParserOutput[]): object {
  return Object.assign(
    {},
    ...outputs.map((output) => (output.kind === 'frame' ? meaningOf(output.frame) : {})),
  );
}

/** The PC's own words come from the address that is kept for it; everything else is a display speaking. */
function meaningOf({ source, destination, data }: BxFrame): object {
  if (source === HOST_ADDRESS) return { screen: destination, ...requestMeaning(data) };
  const answer = decodeAnswer(data);
  return answer === undefined ? { answer: Buffer.from(data).toString('hex') } : answerMeaning(answer);
}

function requestMeaning(data: Uint8Array): object {
  const decoded = decodeRequest(data);
  if (decoded.request === undefined)
    return { cmd: 'unknown', group: decoded.group, command: decoded.command };
  const silent = decoded.silent ? { silent: true } : {};
  return { cmd: NAMES[decoded.request.kind], ...silent, ...parametersOf(decoded.request) };
}

const NAMES: Readonly<Record<BoardRequest['kind'], string>> = {
  ping: 'ping',
  status: 'status',
  clear: 'clear',
  areas: 'dynamic',
  brightness: 'brightness',
  clock: 'clock',
};

function parametersOf(request: BoardRequest): object {
  if (request.kind === 'brightness') return { brightness: request.level };
  if (request.kind === 'clock') return { time: describeTime(request.time) };
  if (request.kind !== 'areas') return {};
  const gone = request.delete === 'all' ? { deleteAll: true } : { delete: request.delete };
  const nothingGone = request.delete.length === 0;
  return { ...(nothingGone ? {} : gone), areas: request.show.map(areaMeaning) };
}

function areaMeaning(area: BoardArea): object {
  const { x, y, width, height, location, mode, run, timeoutSeconds, stayHalfSeconds } = area;
  const { text, ...style } = decodeText(area.text);
  const seconds = { timeout: timeoutSeconds, stay: stayHalfSeconds / 2 };
  return { x, y, w: width, h: height, loc: location, mode, run, ...seconds, ...style, text };
}

function answerMeaning(answer: BoardAnswer): object {
  if (answer.kind === 'ack') return { ack: true };
  if (answer.kind === 'nack') return { ack: false, error: answer.error.code, name: answer.error.name };
  const { time, dynamicAreas, ...rest } = answer.status;
  return {
    ...rest,
    time: time === undefined ? null : describeTime(time),
    dynamicAreas: dynamicAreas ?? null,
  };
}

/**
 * `songting decode led`: a line is a recorded exchange `{"id","request","response"}` in hexadecimal, or the plain
 * hexadecimal bytes of either direction. One JSON line each; a line that cannot be read gives {"error"}.
 */
export async function decodeLedLines(
  input: AsyncIterable<string>,
  write: (line: string) => void,
): Promise<void> {
  let lineNumber = 0;
  for await (const line of input) {
    lineNumber += 1;
    if (line.trim() === '') continue;
    const recording = readLine(line.trim());
    write(
      JSON.stringify(
        recording === undefined
          ? { error: `line ${lineNumber}: expected hexadecimal bytes, or {"id","request","response"}` }
          : decodeLedVector(recording),
      ),
    );
  }
}

function readLine(line: string): Recording | undefined {
  if (!line.startsWith('{')) return hex.safeParse(line).success ? { request: line } : undefined;
  try {
    return Recording.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
