import {
  convertLegacyNumber,
  normaliseIdNumber,
  readIdNumber,
  type IdNumberReading,
} from '../../foundation/identity/index.ts';

export interface DecodedIdNumber {
  readonly input: string;
  readonly valid: boolean;
  readonly normalised: string;
  readonly kind: string | null;
  /** YYYYMMDD, null when the number says nothing about it. */
  readonly birth: string | null;
  readonly sex: string | null;
  readonly reason: string;
  readonly warnings: readonly string[];
  /** Only for 15-digit numbers: the 18-character form, null when refused. */
  readonly converted18?: string | null;
  readonly output18?: string | null;
  readonly conversion?: string;
}

/**
 * Judges one number as `songting decode id` prints it.
 * @param today "YYYY-MM-DD" of the device clock.
 */
export function decodeIdNumber(input: string, today: string): DecodedIdNumber {
  const reading = readIdNumber(input, today);
  return {
    input,
    valid: reading.valid,
    normalised: reading.normalised,
    kind: reading.kind ?? null,
    birth: (reading.valid ? reading.birth : undefined) ?? null,
    sex: (reading.valid ? reading.sex : undefined) ?? null,
    reason: reasonFor(reading),
    warnings: reading.valid ? reading.warnings : [],
    ...legacyPart(input),
  };
}

function reasonFor(reading: IdNumberReading): string {
  if (!reading.valid) return reading.reason;
  if (reading.kind === 'foreigner2017') return '3 letters + 12 digits, format only';
  return 'province, date and check digit are right';
}

function legacyPart(input: string): Partial<DecodedIdNumber> {
  if (!/^\d{15}$/.test(normaliseIdNumber(input))) return {};
  const converted = convertLegacyNumber(input);
  if (converted.ok) return { converted18: converted.value, output18: converted.value };
  const conversion = converted.error.kind === 'bad-date' ? converted.error.reason : converted.error.kind;
  return { converted18: null, output18: null, conversion: `refused, ${conversion}` };
}

/**
 * `songting decode id`: one number, or one JSON object {"input"}, a line in, one JSON line out.
 * @param today "YYYY-MM-DD"; the machine's own date unless given.
 */
export async function decodeIdLines(
  input: AsyncIterable<string>,
  write: (line: string) => void,
  today: string = new Date().toISOString().slice(0, 10),
): Promise<void> {
  let lineNumber = 0;
  for await (const line of input) {
    lineNumber += 1;
    const number = numberOn(line);
    if (number !== undefined) write(JSON.stringify(decodeIdNumber(number, today)));
    else write(JSON.stringify({ error: `line ${lineNumber}: allowed are a number or {"input":"…"}` }));
  }
}

function numberOn(line: string): string | undefined {
  if (!line.trimStart().startsWith('{')) return line.replace(/\r$/, '');
  try {
    const { input } = JSON.parse(line) as { readonly input?: unknown };
    return typeof input === 'string' ? input : undefined;
  } catch {
    return undefined;
  }
}
