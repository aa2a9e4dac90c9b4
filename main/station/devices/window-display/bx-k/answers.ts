import { CLOCK_BYTES, decodeStatusClock, encodeStatusClock, type BoardTime } from './clock-bytes.ts';
import { boardError, type BoardError } from './errors.ts';

export interface BoardStatus {
  /** 1 on, 2 off. */
  readonly onOff: number;
  /** 0 to 15. */
  readonly brightness: number;
  /** Undefined when the clock was never set. */
  readonly time: BoardTime | undefined;
  readonly programs: number;
  /** Numbers of the areas that stand on the screen; undefined when the answer's length fits no known form. */
  readonly dynamicAreas: readonly number[] | undefined;
}

export type BoardAnswer =
  | { readonly kind: 'ack' }
  | { readonly kind: 'nack'; readonly error: BoardError }
  | { readonly kind: 'status'; readonly status: BoardStatus };

const ANSWER_HEAD_BYTES = 5;
const ACKNOWLEDGE_GROUP = 0xa0;
const ACK = 0x00;
const NACK = 0x01;
const STATUS_CODES = [0xa1, 0x02] as const;
/** Bar code and network name at the end of a status answer. */
const TAIL_BYTES = 28;
/** On or off, brightness, clock, number of programs, name of the one that plays. */
const STATUS_FIXED_BYTES = 2 + CLOCK_BYTES + 1 + 4;
/** Whether there is a special area and its pages; a 5K1 leaves both out. */
const SPECIAL_AREA_BYTES = 2;

/** Undefined when the data is no answer that is known here. Never throws. */
export function decodeAnswer(data: Uint8Array): BoardAnswer | undefined {
  const [group, command, error = 0] = data;
  if (data.length < ANSWER_HEAD_BYTES) return undefined;
  if (group === ACKNOWLEDGE_GROUP && command === ACK) return { kind: 'ack' };
  if (group === ACKNOWLEDGE_GROUP && command === NACK) return { kind: 'nack', error: boardError(error) };
  if (group !== STATUS_CODES[0] || command !== STATUS_CODES[1]) return undefined;
  if (error !== 0) return { kind: 'nack', error: boardError(error) };
  const rest = data.subarray(ANSWER_HEAD_BYTES);
  return rest.length < STATUS_FIXED_BYTES ? undefined : { kind: 'status', status: decodeStatus(rest) };
}

function decodeStatus(rest: Uint8Array): BoardStatus {
  const [onOff = 0, brightness = 0] = rest;
  const programs = rest[2 + CLOCK_BYTES] ?? 0;
  const time = decodeStatusClock(rest.subarray(2, 2 + CLOCK_BYTES));
  const dynamicAreas =
    areaNumbers(rest, STATUS_FIXED_BYTES + SPECIAL_AREA_BYTES) ?? areaNumbers(rest, STATUS_FIXED_BYTES);
  return { onOff, brightness, time, programs, dynamicAreas };
}

function areaNumbers(rest: Uint8Array, at: number): number[] | undefined {
  const count = rest[at];
  if (count === undefined || rest.length !== at + 1 + count + TAIL_BYTES) return undefined;
  return [...rest.subarray(at + 1, at + 1 + count)];
}

export function encodeAnswer(answer: BoardAnswer): Uint8Array {
  if (answer.kind === 'ack') return Uint8Array.of(ACKNOWLEDGE_GROUP, ACK, 0, 0, 0);
  if (answer.kind === 'nack') return Uint8Array.of(ACKNOWLEDGE_GROUP, NACK, answer.error.code, 0, 0);
  const { onOff, brightness, time, programs, dynamicAreas = [] } = answer.status;
  return Uint8Array.from([
    ...STATUS_CODES,
    ...[0, 0, 0],
    ...[onOff, brightness],
    ...(time === undefined ? Array<number>(CLOCK_BYTES).fill(0) : encodeStatusClock(time)),
    ...[programs, 0, 0, 0, 0],
    ...[0, 0],
    ...[dynamicAreas.length, ...dynamicAreas],
    ...Array<number>(TAIL_BYTES).fill(0),
  ]);
}
