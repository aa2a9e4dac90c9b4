import { z } from 'zod';
import { err, ok, type Result } from '../../../../../preload/contracts/result.ts';

const hex = z.string().regex(/^(?:[0-9a-f]{2})+$/i, 'pairs of hex digits');
const status = z.string().regex(/^[0-9a-f]{6}$/i, 'SW1 SW2 SW3 as six hex digits');

const cardFields = z
  .object({
    docType: z.enum(['citizen', 'hmtResident', 'foreignerPR2017', 'foreignerPR2023']).optional(),
    name: z.string().optional(),
    englishName: z.string().optional(),
    birth: z.string().optional(),
    sex: z.enum(['male', 'female']).optional(),
    number: z.string().optional(),
    nationCode: z.string().optional(),
    nationality: z.string().optional(),
    address: z.string().optional(),
    validFrom: z.string().optional(),
    validTo: z.string().optional(),
  })
  .strict();

const fault = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('silent') }).strict(),
  z.object({ mode: z.literal('garbage'), bytesPerSecond: z.number().positive().default(11_520) }).strict(),
  z.object({ mode: z.literal('stop-mid-frame'), afterBytes: z.number().int().positive() }).strict(),
  z.object({ mode: z.literal('late'), delayMs: z.number().positive() }).strict(),
  z.object({ mode: z.literal('status'), on: z.enum(['find', 'select', 'read']), status }).strict(),
  z.object({ mode: z.literal('lift-mid-read') }).strict(),
]);

const command = z.discriminatedUnion('do', [
  z.object({ do: z.literal('place'), card: cardFields.optional(), frame: hex.optional() }).strict(),
  z.object({ do: z.literal('lift') }).strict(),
  z.object({ do: z.literal('fail'), fault }).strict(),
  z.object({ do: z.literal('recover') }).strict(),
  z.object({ do: z.literal('quit') }).strict(),
]);

export type SimulatorCommand = z.output<typeof command>;

/** One line of standard input. The error says which key is wrong and what is allowed. */
export function parseSimulatorCommand(line: string): Result<SimulatorCommand, string> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return err('not JSON; allowed: {"do":"place"|"lift"|"fail"|"recover"|"quit",…}');
  }
  const parsed = command.safeParse(value);
  return parsed.success ? ok(parsed.data) : err(z.prettifyError(parsed.error));
}
