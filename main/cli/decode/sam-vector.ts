import { err, ok, type Result } from '../../../preload/contracts/result.ts';

export interface SamVector {
  readonly id: string;
  /** The request that was sent, hex; may be empty when unknown. */
  readonly request: string;
  /** What arrived, hex, in the pieces in which it arrived. */
  readonly chunks: readonly string[];
}

export interface LineError {
  /** What is wrong, where, and what is allowed. */
  readonly error: string;
  readonly id?: string;
}

const HEX = /^(?:[0-9a-f]{2})*$/i;
const SHAPE = 'allowed: {"id":"…","request":"hex","chunks":["hex",…]}';

/** Reads one line of recorded bytes. The error names the line and the key, and says what is allowed. */
export function parseSamVector(line: string, lineNumber: number): Result<SamVector, LineError> {
  const value = parseJson(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return err({ error: `line ${lineNumber} is not a JSON object; ${SHAPE}` });
  }
  const { id = `line-${lineNumber}`, request = '', chunks } = value as Partial<Record<string, unknown>>;
  const refuse = (key: string, rule: string): Result<never, LineError> =>
    err({ error: `line ${lineNumber}, ${key}: ${rule}`, ...(typeof id === 'string' ? { id } : {}) });
  if (typeof id !== 'string') return refuse('id', 'must be a string');
  if (!isHex(request)) return refuse('request', HEX_RULE);
  if (!Array.isArray(chunks)) return refuse('chunks', 'must be an array of hex strings');
  const list: readonly unknown[] = chunks;
  const bad = list.findIndex((chunk) => !isHex(chunk));
  if (bad >= 0) return refuse(`chunks[${bad}]`, HEX_RULE);
  return ok({ id, request, chunks: list.filter(isHex) });
}

const HEX_RULE = 'must be a hex string: pairs of 0-9 a-f without separators';

function isHex(value: unknown): value is string {
  return typeof value === 'string' && HEX.test(value);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
