import { z } from 'zod';
import { err, ok, type Result } from '../../../../../preload/contracts/result.ts';

const count = z.int().positive();

const fault = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('silent') }),
  z.strictObject({
    mode: z.literal('nack'),
    error: z.enum([
      ...['unknown-group', 'unknown-command', 'busy', 'memory-full', 'checksum', 'no-such-file', 'flash'],
      ...['font-missing', 'date-format'],
    ] as const),
    times: count.default(Number.MAX_SAFE_INTEGER),
  }),
  z.strictObject({ mode: z.literal('lose-answers'), times: count }),
  z.strictObject({ mode: z.literal('late'), delayMs: z.number().positive() }),
  z.strictObject({ mode: z.literal('flip') }),
  z.strictObject({ mode: z.literal('stop-mid-frame'), afterBytes: count }),
  z.strictObject({ mode: z.literal('garbage'), bytesPerSecond: z.number().positive().default(960) }),
]);

const command = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('fail'), fault }),
  z.strictObject({ do: z.literal('recover') }),
  /** The mains went and came back. */
  z.strictObject({ do: z.literal('lose-power') }),
  /** The panel dark, or lit again; the card works on. */
  z.strictObject({ do: z.literal('darken'), dark: z.boolean() }),
  /** The network plug: every connection breaks, and none is taken. */
  z.strictObject({ do: z.literal('unplug') }),
  z.strictObject({ do: z.literal('plug') }),
  z.strictObject({ do: z.literal('report') }),
  z.strictObject({ do: z.literal('quit') }),
]);

export type BoardCommand = z.output<typeof command>;

/** One line of standard input. The error says which key is wrong and what is allowed. */
export function parseBoardCommand(line: string): Result<BoardCommand, string> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return err(
      'not JSON; allowed: {"do":"fail"|"recover"|"lose-power"|"darken"|"unplug"|"plug"|"report"|"quit",…}',
    );
  }
  const parsed = command.safeParse(value);
  return parsed.success ? ok(parsed.data) : err(z.prettifyError(parsed.error));
}
