import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { err, ok, type Result, type Words } from '../../../preload/contracts/index.ts';

/** A configuration is a page of text; more is a mistake (a log, a database), or an attack on the parser. */
const LARGEST_FILE_BYTES = 64 * 1024;

export interface FileTrouble {
  readonly found: string;
  readonly allowed: Words;
}

const READABLE: Words = { en: 'a readable text file', zh: '可读的文本文件' };
const SMALL: Words = { en: 'at most 64 KiB', zh: '不超过 64 KiB' };
const UTF8: Words = {
  en: 'UTF-8 text (in the editor: save as UTF-8)',
  zh: 'UTF-8 文本（在编辑器中另存为 UTF-8 编码）',
};

/** The file's text, or what is wrong with the file as a whole. */
export function readText(file: string): Result<string, FileTrouble> {
  let bytes: Buffer;
  try {
    const descriptor = openSync(file, 'r');
    try {
      const status = fstatSync(descriptor);
      if (!status.isFile()) return err({ found: 'a folder or device', allowed: READABLE });
      if (status.size > LARGEST_FILE_BYTES) return err({ found: `${status.size} bytes`, allowed: SMALL });
      bytes = readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (fault) {
    return err({ found: faultCode(fault), allowed: READABLE });
  }
  return decode(bytes);
}

function decode(bytes: Buffer): Result<string, FileTrouble> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? err({ found: 'NUL bytes', allowed: UTF8 }) : ok(text);
  } catch {
    return err({ found: 'other bytes', allowed: UTF8 });
  }
}

const SAID: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'no permission to read',
  EPERM: 'no permission to read',
  EISDIR: 'a folder',
};

function faultCode(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'fault';
  return SAID[code] ?? code;
}
