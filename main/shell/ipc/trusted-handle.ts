import { ipcMain, type WebFrameMain } from 'electron';
import type { ZodType } from 'zod';
import { isTrustedFrame } from './trusted-frame.ts';

/** The one place that touches ipcMain: sender first, then shape, then work. A bad message rejects; it never becomes undefined. */
export function trustedHandle<Input>(
  channel: `hall:${string}`,
  input: ZodType<Input>,
  run: (input: Input) => Promise<unknown>,
): void {
  ipcMain.handle(channel, async (event, raw: unknown) => {
    const frame: WebFrameMain | null = event.senderFrame;
    if (!isTrustedFrame(frame)) throw new Error(`${channel}: untrusted sender`);
    return run(input.parse(raw));
  });
}
