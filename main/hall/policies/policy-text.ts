import { readFileSync } from 'node:fs';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';

export interface TextFault {
  readonly kind: 'unreadable' | 'not-utf-8' | 'not-json';
  /** For people, without the file's name. */
  readonly said: string;
}

/** The JSON of a file that somebody may have written by hand. */
export function readPolicyJson(file: string): Result<unknown, TextFault> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    return ok(JSON.parse(text));
  } catch (failure) {
    if (failure instanceof SyntaxError)
      return err({ kind: 'not-json', said: `this is no JSON: ${failure.message}` });
    if (failure instanceof TypeError)
      return err({ kind: 'not-utf-8', said: 'this is not UTF-8. Save it again with the encoding UTF-8.' });
    return err({ kind: 'unreadable', said: `cannot be read: ${String(failure)}` });
  }
}
