import { err, ok, type Result } from '../../../../../preload/contracts/result.ts';

/** Operations of RFC 8011 section 4.4 that a form needs. */
export const OPERATIONS = {
  printJob: 0x0002,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getJobs: 0x000a,
  getPrinterAttributes: 0x000b,
} as const;

/** Value tags of RFC 8010 section 3.5.2. */
const TAGS = {
  integer: 0x21,
  boolean: 0x22,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mime: 0x49,
} as const;
const OPERATION_GROUP = 0x01;
const JOB_GROUP = 0x02;
const END_OF_ATTRIBUTES = 0x03;
const FIRST_VALUE_TAG = 0x10;
const VERSION = 0x0101;
const HEADER_BYTES = 8;

type Tag = keyof typeof TAGS;
export type IppAttribute = readonly [tag: Tag, name: string, ...values: (string | number | boolean)[]];

export interface IppRequest {
  readonly operation: keyof typeof OPERATIONS;
  readonly attributes: readonly IppAttribute[];
  readonly jobAttributes?: readonly IppAttribute[];
}

export interface IppAnswer {
  /** RFC 8011 appendix B; below 0x0100: done. */
  readonly status: number;
  /** Numbers, booleans and texts by name; what has another form is left out. */
  readonly attributes: ReadonlyMap<string, readonly (string | number | boolean)[]>;
}

/** The request as bytes; a document follows right behind them. Texts are UTF-8. */
export function encodeIpp({ operation, attributes, jobAttributes = [] }: IppRequest): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16BE(VERSION, 0);
  header.writeUInt16BE(OPERATIONS[operation], 2);
  header.writeUInt32BE(1, 4);
  const first: IppAttribute[] = [
    ['charset', 'attributes-charset', 'utf-8'],
    ['language', 'attributes-natural-language', 'en'],
  ];
  return Buffer.concat([
    header,
    Buffer.of(OPERATION_GROUP),
    ...[...first, ...attributes].map(encodeAttribute),
    ...(jobAttributes.length === 0 ? [] : [Buffer.of(JOB_GROUP), ...jobAttributes.map(encodeAttribute)]),
    Buffer.of(END_OF_ATTRIBUTES),
  ]);
}

/** Each further value of an attribute comes with an empty name. */
function encodeAttribute([tag, name, ...values]: IppAttribute): Buffer {
  return Buffer.concat(
    values.flatMap((value, index) => [
      Buffer.of(TAGS[tag]),
      withLength(Buffer.from(index === 0 ? name : '')),
      withLength(encodeValue(value)),
    ]),
  );
}

function encodeValue(value: string | number | boolean): Buffer {
  if (typeof value === 'string') return Buffer.from(value);
  if (typeof value === 'boolean') return Buffer.of(value ? 1 : 0);
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** `not-ipp`: cut off, or something else altogether. */
export function decodeIpp(bytes: Buffer): Result<IppAnswer, 'not-ipp'> {
  if (bytes.length < HEADER_BYTES) return err('not-ipp');
  const attributes = new Map<string, (string | number | boolean)[]>();
  let at = HEADER_BYTES;
  let name = '';
  for (;;) {
    const tag = bytes[at];
    if (tag === undefined) return err('not-ipp');
    if (tag === END_OF_ATTRIBUTES) return ok({ status: bytes.readUInt16BE(2), attributes });
    at += 1;
    if (tag < FIRST_VALUE_TAG) continue;
    const label = fieldAt(bytes, at);
    const field = label && fieldAt(bytes, label.end);
    if (field === undefined) return err('not-ipp');
    if (label !== undefined && label.bytes.length > 0) name = label.bytes.toString('utf8');
    const value = decodeValue(tag, field.bytes);
    if (value !== undefined) attributes.set(name, [...(attributes.get(name) ?? []), value]);
    at = field.end;
  }
}

function fieldAt(bytes: Buffer, at: number): { readonly bytes: Buffer; readonly end: number } | undefined {
  if (at + 2 > bytes.length) return undefined;
  const end = at + 2 + bytes.readUInt16BE(at);
  return end > bytes.length ? undefined : { bytes: bytes.subarray(at + 2, end), end };
}

function decodeValue(tag: number, bytes: Buffer): string | number | boolean | undefined {
  // 0x23: an enumeration, as states are.
  if (tag === TAGS.integer || tag === 0x23) return bytes.length === 4 ? bytes.readInt32BE() : undefined;
  if (tag === TAGS.boolean) return bytes.length === 1 ? bytes[0] === 1 : undefined;
  return tag >= 0x41 && tag <= 0x49 ? bytes.toString('utf8') : undefined;
}
