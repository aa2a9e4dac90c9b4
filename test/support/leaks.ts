import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'iconv-lite';

/** As any program might have written it. */
function writingsOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  const escaped = [...text].some((character) => character > '~')
    ? [text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)]
    : [];
  return [
    utf8,
    utf16,
    Buffer.from(utf16).swap16(),
    encode(text, 'gb18030'),
    Buffer.from(utf8.toString('hex')),
    Buffer.from(utf8.toString('base64').replace(/=+$/, '')),
    Buffer.from(encodeURIComponent(text)),
    ...escaped.map((written) => Buffer.from(written)),
  ];
}

/** The places in which one of these texts stands, in whatever writing. */
export function leaksOf(secrets: readonly string[], places: ReadonlyMap<string, Buffer>): string[] {
  const marks = secrets.flatMap(writingsOf);
  return [...places]
    .filter(([, bytes]) => marks.some((mark) => bytes.includes(mark)))
    .map(([place]) => place);
}

/** Every file under a folder, with what stands in it. */
export function filesIn(folder: string): [string, Buffer][] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [file, readFileSync(file)]);
}
