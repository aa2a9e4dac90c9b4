import type { Log } from '../../foundation/log/index.ts';

type Status =
  | { readonly state: 'connecting' }
  | { readonly state: 'ready' }
  | { readonly state: 'unavailable'; readonly reason: string; readonly refusal?: string };

/** Writes into the log when a device fails and when it is well again: once for each change, not for each look. */
export function troubleNote(
  log: Log,
  device: { readonly device: string; readonly counterId?: string },
): (status: Status) => void {
  let last: string | undefined;
  return (status) => {
    if (status.state === 'connecting') return;
    const now = JSON.stringify(status.state === 'ready' ? 'ready' : [status.reason, status.refusal]);
    if (now === last) return;
    last = now;
    if (status.state === 'ready') return log.info('a device works', device);
    const { reason, refusal } = status;
    log.warn('a device cannot be used', {
      ...device,
      reason,
      ...(refusal !== undefined && { code: refusal }),
    });
  };
}
