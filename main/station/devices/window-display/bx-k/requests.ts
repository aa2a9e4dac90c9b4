import { decodeArea, encodeArea, type BoardArea } from './area.ts';
import { decodeClock, encodeClock, type BoardTime } from './clock-bytes.ts';

/** What the PC asks of a card. */
export type BoardRequest =
  | { readonly kind: 'ping' }
  | { readonly kind: 'status' }
  /** Everything off the screen, programs as well. */
  | { readonly kind: 'clear' }
  | {
      readonly kind: 'areas';
      readonly delete: 'all' | readonly number[];
      readonly show: readonly BoardArea[];
    }
  /** 0 to 15. */
  | { readonly kind: 'brightness'; readonly level: number }
  | { readonly kind: 'clock'; readonly time: BoardTime };

/** Group and command of each request. */
const CODES: Readonly<Record<BoardRequest['kind'], readonly [number, number]>> = {
  ping: [0xa2, 0x00],
  status: [0xa1, 0x02],
  clear: [0xa3, 0x10],
  areas: [0xa3, 0x06],
  brightness: [0xa3, 0x02],
  clock: [0xa2, 0x03],
};
/** Group, command, answer wanted, two bytes that older texts use for a length and current ones leave 0. */
const REQUEST_HEAD_BYTES = 5;
const WITH_ANSWER = 0x01;
const WITHOUT_ANSWER = 0x02;
const DELETE_ALL = 0xff;
const FIXED_BRIGHTNESS = 0x01;
const MOST_BRIGHTNESS = 15;

export const DELETE_ALL_AREAS: BoardRequest = { kind: 'areas', delete: 'all', show: [] };

/** The data part of a request's frame. `silent`: for a broadcast that nobody may answer. */
export function encodeRequest(request: BoardRequest, silent = false): Uint8Array {
  const response = silent ? WITHOUT_ANSWER : WITH_ANSWER;
  return Uint8Array.from([...CODES[request.kind], response, 0, 0, ...parameters(request)]);
}

function parameters(request: BoardRequest): readonly number[] {
  if (request.kind === 'areas') return areaParameters(request);
  if (request.kind === 'clock') return [...encodeClock(request.time)];
  if (request.kind !== 'brightness') return [];
  return [FIXED_BRIGHTNESS, Math.min(MOST_BRIGHTNESS, Math.max(0, Math.round(request.level)))];
}

function areaParameters(request: Extract<BoardRequest, { kind: 'areas' }>): number[] {
  const gone = request.delete === 'all' ? [DELETE_ALL] : [request.delete.length, ...request.delete];
  const areas = request.show.map(encodeArea);
  const shown = areas.flatMap((area) => [area.length & 0xff, area.length >> 8, ...area]);
  return [...gone, areas.length, ...shown];
}

export type DecodedRequest =
  | { readonly request: BoardRequest; readonly silent: boolean }
  /** Nothing that is known here, or parameters that do not fit. */
  | { readonly request: undefined; readonly group: number; readonly command: number };

/** What a frame's data asks for. Never throws. */
export function decodeRequest(data: Uint8Array): DecodedRequest {
  const [group = 0, command = 0, response] = data;
  const kinds = Object.keys(CODES) as BoardRequest['kind'][];
  const kind = kinds.find((name) => CODES[name][0] === group && CODES[name][1] === command);
  const rest = data.subarray(REQUEST_HEAD_BYTES);
  const request = kind === undefined ? undefined : decodeParameters(kind, rest);
  if (request === undefined || data.length < REQUEST_HEAD_BYTES)
    return { request: undefined, group, command };
  return { request, silent: response === WITHOUT_ANSWER };
}

function decodeParameters(kind: BoardRequest['kind'], rest: Uint8Array): BoardRequest | undefined {
  switch (kind) {
    case 'areas':
      return decodeAreas(rest);
    case 'brightness':
      return rest[0] === FIXED_BRIGHTNESS && rest[1] !== undefined ? { kind, level: rest[1] } : undefined;
    case 'clock': {
      const time = decodeClock(rest);
      return time === undefined ? undefined : { kind, time };
    }
    default:
      return { kind };
  }
}

function decodeAreas(rest: Uint8Array): BoardRequest | undefined {
  const count = rest[0] ?? 0;
  const all = count === DELETE_ALL;
  const ids = all ? [] : [...rest.subarray(1, 1 + count)];
  let at = 1 + ids.length;
  const areas = rest[at];
  if (areas === undefined) return undefined;
  at += 1;
  const show: BoardArea[] = [];
  for (let index = 0; index < areas; index += 1) {
    const length = (rest[at] ?? 0) | ((rest[at + 1] ?? 0) << 8);
    const area = decodeArea(rest.subarray(at + 2, at + 2 + length));
    if (area === undefined) return undefined;
    show.push(area);
    at += 2 + length;
  }
  return { kind: 'areas', delete: all ? 'all' : ids, show };
}
