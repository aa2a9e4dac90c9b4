import { pino } from 'pino';
import { CappedFile } from './capped-file.ts';
import { allowedFields, type LogFields } from './fields.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * A message is a sentence written in the program. One with something filled in is refused by the compiler: that is how
 * a name gets into a log.
 */
type Sentence<Text extends string> = Record<never, never> extends Record<Text, 1> ? never : Text;

type Say = <Text extends string>(sentence: Text & Sentence<Text>, fields?: LogFields) => void;

export interface Log {
  readonly debug: Say;
  readonly info: Say;
  readonly warn: Say;
  readonly error: Say;
  /** The same log with fields on every line. */
  with(fields: LogFields): Log;
  /** An exception is a bug: its kind and place are logged, never its text, which may quote what it stumbled over. */
  bug<Text extends string>(sentence: Text & Sentence<Text>, fault: unknown, fields?: LogFields): void;
  /** Fields that were not allowed or did not fit, since the start. */
  droppedFields(): number;
}

export interface LogOptions {
  /** The program that speaks: "hall", "station". */
  readonly name: string;
  readonly level?: LogLevel;
  readonly destination?:
    | 'stdout'
    | 'stderr'
    | { readonly file: string; readonly maxBytes?: number; readonly keep?: number }
    | { write(line: string): void };
  /** Devices that are stand-ins: every line says so. */
  readonly simulated?: readonly string[];
}

/** Ten files of 10 MB: weeks of a busy hall. What must be kept for six months is in the journal, not here. */
const MAX_BYTES = 10_000_000;
const KEEP = 9;

/** A log of JSON lines in which only the named fields of `LogFields` can appear. */
export function createLog({ name, level = 'info', destination = 'stdout', simulated = [] }: LogOptions): Log {
  const base = { name, ...(simulated.length === 0 ? {} : allowedFields({ simulated }).kept) };
  const options = {
    base,
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const output = pino(options, openDestination(destination));
  const tally = { dropped: 0 };
  return logOver((lineLevel, fields, sentence) => output[lineLevel](fields, sentence), {}, tally);
}

type WriteLine = (level: Exclude<LogLevel, 'silent'>, fields: object, sentence: string) => void;

function logOver(write: WriteLine, always: LogFields, tally: { dropped: number }): Log {
  const emit = (level: Exclude<LogLevel, 'silent'>, sentence: string, fields: LogFields = {}): void => {
    const { kept, dropped } = allowedFields({ ...always, ...fields });
    tally.dropped += dropped;
    write(level, dropped === 0 ? kept : { ...kept, droppedFields: dropped }, sentence);
  };
  return {
    debug: (sentence, fields) => emit('debug', sentence, fields),
    info: (sentence, fields) => emit('info', sentence, fields),
    warn: (sentence, fields) => emit('warn', sentence, fields),
    error: (sentence, fields) => emit('error', sentence, fields),
    with: (fields) => logOver(write, { ...always, ...fields }, tally),
    bug: (sentence, fault, fields) => emit('error', sentence, { ...fields, ...placeOf(fault) }),
    droppedFields: () => tally.dropped,
  };
}

/** The kind of an exception and the line of our own source it came from. */
function placeOf(fault: unknown): LogFields {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const code = 'code' in fault && typeof fault.code === 'string' ? { code: fault.code } : {};
  const source = /([\w.-]+\.(?:ts|js|vue):\d+)/.exec(fault.stack?.replace(fault.message, '') ?? '')?.[1];
  return { fault: fault.name, ...code, ...(source === undefined ? {} : { source }) };
}

function openDestination(destination: NonNullable<LogOptions['destination']>): { write(line: string): void } {
  if (destination === 'stdout') return pino.destination({ dest: 1, sync: true });
  if (destination === 'stderr') return pino.destination({ dest: 2, sync: true });
  if (!('file' in destination)) return destination;
  return new CappedFile({ maxBytes: MAX_BYTES, keep: KEEP, ...destination });
}

/** Says nothing: for tests and for tools that print their own words. */
export const silentLog: Log = createLog({
  name: 'silent',
  level: 'silent',
  destination: { write: () => undefined },
});
