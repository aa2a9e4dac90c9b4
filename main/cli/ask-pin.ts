import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** What is typed is not shown: it would stay on the screen and in what the terminal keeps. */
const silent = (): Writable => new Writable({ write: (_part, _encoding, done) => done() });

/**
 * A PIN as somebody types it, unseen; from a pipe its first line. Never an argument: every account of the PC can list
 * the arguments of programs that run. Empty when nothing was given.
 */
export function askPin(question: string): Promise<string> {
  const { stdin, stderr } = process;
  if (stdin.isTTY) stderr.write(question);
  const lines = createInterface({ input: stdin, output: silent(), terminal: stdin.isTTY });
  return new Promise((resolve) => {
    lines.once('line', (line) => {
      resolve(line.trim());
      lines.close();
    });
    lines.once('close', () => {
      if (stdin.isTTY) stderr.write('\n');
      resolve('');
    });
  });
}
