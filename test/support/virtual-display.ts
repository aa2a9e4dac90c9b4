import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface VirtualDisplay {
  /** For the environment: `DISPLAY=:99`. */
  readonly name: string;
  stop(): Promise<void>;
}

/** Starts an X server without a screen on a free number of its own choice. */
export function startVirtualDisplay(): Promise<VirtualDisplay> {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => void server.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new Error(`Xvfb: ${error.message} (npm run ensure installs it)`)));
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    const numbers = server.stdio[3] as Readable;
    numbers.once('data', (chunk: Buffer) =>
      resolve({
        name: `:${chunk.toString().trim()}`,
        stop: async () => {
          server.kill();
          await ended;
        },
      }),
    );
  });
}
