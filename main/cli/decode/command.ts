import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { decodeEscposStream } from './escpos.ts';
import { decodeIdLines } from './id.ts';
import { decodeLedLines } from './led.ts';
import { decodeSamLines } from './sam.ts';

const USAGE = `songting decode sam    [FILE]   JSON lines {"id","request","chunks":[hex, …]}; an empty chunk = the gap timer fired
songting decode id     [FILE]   identity numbers, one a line
songting decode escpos [--json] [FILE]   a printer's bytes, as they are or in hex; or JSON lines {"id","hex"}
songting decode led    [FILE]   a window display's bytes in hex, or JSON lines {"id","request","response"}
没有给出文件时读标准输入。 Without FILE the standard input is read.
`;

/** `songting decode …`: what a device said, for people who have to find out why. */
export async function decodeCommand(args: readonly string[]): Promise<number> {
  const [what, ...rest] = args;
  const json = rest.includes('--json');
  const file = rest.find((argument) => !argument.startsWith('--'));
  const input = (): Readable => (file === undefined ? process.stdin : createReadStream(file));
  const lines = () => createInterface({ input: input(), crlfDelay: Number.POSITIVE_INFINITY });
  const write = (line: string): void => void process.stdout.write(`${line}\n`);
  switch (what) {
    case 'sam':
      await decodeSamLines(lines(), write);
      return 0;
    case 'id':
      await decodeIdLines(lines(), write);
      return 0;
    case 'led':
      await decodeLedLines(lines(), write);
      return 0;
    case 'escpos':
      await decodeEscposStream(input(), process.stdout, { json });
      return 0;
    default:
      process.stderr.write(USAGE);
      return 2;
  }
}
