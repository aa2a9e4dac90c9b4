/**
 * The closed set of things a log line may carry. Each has a form that a person's name, card number, phone number or
 * address does not fit; what does not fit is left out. There is no field for free text, and none for whole objects.
 */
const pattern =
  (form: RegExp) =>
  (value: unknown): boolean =>
    typeof value === 'string' && form.test(value);

/** Words of the program itself: "no-paper", "ENOSPC", "callNext". No spaces, no other scripts, no long digit runs. */
const word = (value: unknown): boolean =>
  pattern(/^[A-Za-z][A-Za-z0-9:._-]{0,59}$/)(value) && !LONG_DIGITS.test(String(value));
/** Six digits in a row: a birth date, a division code, a phone or a card number. */
const LONG_DIGITS = /\d{6}/;
const uuid = pattern(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
/** Up to nine digits: a phone number has eleven, a card fifteen or eighteen. */
const amount = (value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1_000_000_000;
const words = (value: unknown): boolean => Array.isArray(value) && value.length <= 40 && value.every(word);

export const LOG_FIELDS = {
  ticketId: uuid,
  visitId: uuid,
  requestId: uuid,
  number: pattern(/^[A-Z]\d{3,6}$/),
  serviceCode: pattern(/^[A-Z]{2}-\d{2,4}$/),
  counterId: pattern(/^[0-9A-Za-z-]{1,8}$/),
  hallId: pattern(/^\d{6}-\d{2}$/),
  stationId: pattern(/^[A-Za-z][0-9A-Za-z-]{0,7}$/),
  /** The token's name: a PC's, never a person's. */
  caller: pattern(/^[A-Za-z]{1,12}-?\d{0,3}$/),
  role: word,
  operation: word,
  kind: word,
  reason: word,
  state: word,
  step: word,
  device: word,
  driver: word,
  rule: word,
  signal: word,
  fault: word,
  code: word,
  /** A line of our own source: "ticket-store.ts:41". */
  source: pattern(/^[\w.-]{1,60}:\d{1,5}$/),
  version: pattern(/^\d{1,4}\.\d{1,4}\.\d{1,4}(?:-[a-z0-9.]{1,20})?$/),
  host: pattern(/^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})$/),
  port: amount,
  status: amount,
  count: amount,
  attempt: amount,
  sequence: amount,
  bytes: amount,
  milliseconds: amount,
  exitCode: amount,
  year: amount,
  simulated: (value: unknown): boolean => typeof value === 'boolean' || words(value),
  /** Names of fields or keys of the contract, never their values. */
  fields: words,
} as const;

type FieldName = keyof typeof LOG_FIELDS;
type Amounts =
  'port' | 'status' | 'count' | 'attempt' | 'sequence' | 'bytes' | 'milliseconds' | 'exitCode' | 'year';
type Special = { readonly simulated?: boolean | readonly string[]; readonly fields?: readonly string[] };

/** What a caller may pass. */
export type LogFields = Special & { readonly [Name in Amounts]?: number } & {
  readonly [Name in Exclude<FieldName, Amounts | keyof Special>]?: string;
};

/** The fields that are known and fit their form, and how many were left out. */
export function allowedFields(fields: object): {
  readonly kept: Record<string, unknown>;
  readonly dropped: number;
} {
  const kept: Record<string, unknown> = {};
  let dropped = 0;
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const fits = Object.hasOwn(LOG_FIELDS, name) && LOG_FIELDS[name as FieldName](value);
    if (fits) kept[name] = value;
    else dropped += 1;
  }
  return { kept, dropped };
}
