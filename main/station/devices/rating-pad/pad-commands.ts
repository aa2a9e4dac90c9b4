import { z } from 'zod';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { CALL_ACTIONS } from './pad-profile.ts';

const hex = z.string().regex(/^(?:[0-9a-f]{2})+$/i, 'pairs of hex digits');
/** A key that bounces or is held: so many frames, so far apart. */
const repeated = {
  times: z.int().min(1).max(1000).default(1),
  everyMs: z.number().min(0).max(10_000).default(20),
};

const command = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('rate'), score: z.literal([1, 2, 3, 4, 5]), ...repeated }),
  z.strictObject({ do: z.literal('call'), action: z.enum(CALL_ACTIONS), ...repeated }),
  /** Any bytes, in one piece or in slices. */
  z.strictObject({
    do: z.literal('send'),
    bytes: hex,
    slice: z.int().min(1).optional(),
    everyMs: z.number().min(0).max(10_000).default(5),
  }),
  /** Random bytes without pause, until `recover`. */
  z.strictObject({ do: z.literal('garbage'), bytesPerSecond: z.number().positive().default(960) }),
  z.strictObject({ do: z.literal('recover') }),
  z.strictObject({ do: z.literal('quit') }),
]);

export type PadCommand = z.output<typeof command>;

/** One line of standard input. The error says which key is wrong and what is allowed. */
export function parsePadCommand(line: string): Result<PadCommand, string> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return err('not JSON; allowed: {"do":"rate"|"call"|"send"|"garbage"|"recover"|"quit",…}');
  }
  const parsed = command.safeParse(value);
  return parsed.success ? ok(parsed.data) : err(z.prettifyError(parsed.error));
}
