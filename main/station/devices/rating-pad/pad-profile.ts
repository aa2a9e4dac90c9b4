import { z } from 'zod';

/** Keys of a call pad, as the counter page names what they do. */
export const CALL_ACTIONS = ['next', 'recall', 'start', 'finish', 'miss', 'pause'] as const;
export type CallAction = (typeof CALL_ACTIONS)[number];

/** 5 very satisfied (非常满意) to 1 very dissatisfied (非常不满意): GB/T 39734-2020. */
export type RatingScore = 1 | 2 | 3 | 4 | 5;

export type PadKey =
  | { readonly kind: 'rating'; readonly score: RatingScore }
  | { readonly kind: 'call'; readonly action: CallAction };

const CHECKSUM_BYTES = { none: 0, sum: 1, xor: 1, crc16: 2 } as const;
export type PadChecksum = keyof typeof CHECKSUM_BYTES;

/** Bytes as a maker's manual prints them: "AA 55 01". */
const hexBytes = z
  .string()
  .regex(/^\s*(?:[0-9a-f]{2}\s*)*$/i, 'pairs of hex digits, e.g. aa 55')
  .transform((text) => Uint8Array.from(Buffer.from(text.replace(/\s+/g, ''), 'hex')));

const LONGEST_FRAME = 64;
const offset = z
  .int()
  .min(0)
  .max(LONGEST_FRAME - 1);
const score = z.literal([1, 2, 3, 4, 5]);

const meaning = z.union([
  z.strictObject({ rating: score }).transform(({ rating }): PadKey => ({ kind: 'rating', score: rating })),
  z
    .strictObject({ call: z.enum(CALL_ACTIONS) })
    .transform(({ call }): PadKey => ({ kind: 'call', action: call })),
]);

const keyCode = z.string().regex(/^[0-9a-f]{2}$/i);
const KEY_FORM = 'a byte as two hex digits in quotes, e.g. "05"';

/** How one kind of pad speaks. What a hall does not find in the maker's manual it has to find by recording. */
const shape = z.strictObject({
  /** Whose form it is: `songting`, or maker and model. */
  origin: z.string().min(1).max(80),
  baudRate: z.literal([1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200]),
  header: hexBytes.default(new Uint8Array()),
  length: z.int().min(1).max(LONGEST_FRAME),
  addressOffset: offset.optional(),
  /** Others on the same line are left alone; without it every pad is heard. */
  address: z.int().min(0).max(255).optional(),
  keyOffset: offset,
  checksum: z.enum(['none', 'sum', 'xor', 'crc16']).default('none'),
  checksumFrom: offset.default(0),
  idleGapMs: z.int().min(5).max(2000).default(50),
  keys: z
    .record(keyCode, meaning, { error: ({ code }) => (code === 'invalid_key' ? KEY_FORM : undefined) })
    .transform(
      (keys) => new Map(Object.entries(keys).map(([code, key]) => [Number.parseInt(code, 16), key])),
    ),
  start: hexBytes.optional(),
});

export type PadProfile = z.output<typeof shape>;

export const PadProfile = shape.superRefine((profile, context) => {
  const complain = (key: keyof PadProfile, message: string): void =>
    context.addIssue({ code: 'custom', path: [key], message });
  const { header, length, keyOffset, addressOffset, address, checksum, checksumFrom, keys } = profile;
  const end = contentEnd(profile);
  const within = `within the frame: ${header.length} to ${end - 1}`;
  if (header.length >= end) complain('header', 'shorter than the frame without its check');
  else if (keyOffset < header.length || keyOffset >= end) complain('keyOffset', within);
  else if (addressOffset !== undefined && (addressOffset < header.length || addressOffset >= end)) {
    complain('addressOffset', within);
  } else if (addressOffset === keyOffset) complain('addressOffset', 'another byte than keyOffset');
  if (address !== undefined && addressOffset === undefined) complain('addressOffset', 'needed with address');
  if (checksum !== 'none' && checksumFrom >= end) complain('checksumFrom', `0 to ${end - 1}`);
  if (header.length === 0 && checksum === 'none' && length > 1) {
    complain('header', 'needed, or a checksum: nothing else tells where a frame of several bytes begins');
  }
  if (keys.size === 0) complain('keys', 'at least one key');
});

/** Where the check begins, or the frame ends when it has none. */
export const contentEnd = ({ length, checksum }: Pick<PadProfile, 'length' | 'checksum'>): number =>
  length - CHECKSUM_BYTES[checksum];
