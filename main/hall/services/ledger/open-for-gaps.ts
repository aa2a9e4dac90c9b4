import type { ChannelState } from '../../../../preload/contracts/hall/ledger-values.ts';
import type { HallContext } from '../hall-context.ts';
import { openRecord } from './open-record.ts';

/**
 * A record for each service without a window (没有设置线下办事渠道), with how its channels were. One that is not closed
 * yet stands for later checks as well.
 */
export function openForGaps(
  hall: HallContext,
  gaps: readonly { readonly serviceCode: string; readonly before: ChannelState | undefined }[],
): void {
  const known = hall.stores.ledger.unclosed('no-offline-channel', 'serviceCode');
  for (const { serviceCode, before } of gaps) {
    if (known.has(serviceCode)) continue;
    const about = { serviceCode, ...(before !== undefined && { before }) };
    openRecord(hall, { source: 'no-offline-channel', about });
  }
}
