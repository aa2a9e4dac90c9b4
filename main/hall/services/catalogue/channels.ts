import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { ChannelFinding } from '../../../../preload/contracts/hall/catalogue-rows.ts';
import type { ChannelState } from '../../../../preload/contracts/hall/ledger-values.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { uuidText, uuidV7 } from '../../journal/uuid.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceDay } from '../service-day.ts';
import { openForGaps } from '../ledger/open-for-gaps.ts';
import type { RecordedAudit } from '../../store/catalogue-store.ts';

type Answer<Name extends keyof HallOperations> = Result<Output<HallOperations, Name>, ApiError>;

/** Every service with its window, its paper form and its telephone, as they stand now. */
function channelsOf(hall: HallContext) {
  return [...hall.catalogue.values()].map(({ serviceCode, name, guide }) => ({
    ...{ serviceCode, name, ...guide.offline },
    counters: hall.policy.counters
      .filter(({ services }) => services.length === 0 || services.includes(serviceCode))
      .map(({ counterId }) => counterId),
  }));
}

/** The way without a machine of one service; undefined where the hall does not offer it. */
export function channelOf(hall: HallContext, serviceCode: string): ChannelState | undefined {
  const found = channelsOf(hall).find((channel) => channel.serviceCode === serviceCode);
  return found && { counters: found.counters, paperForm: found.paperForm, telephone: found.telephone };
}

/** The gaps in the way without a machine (民政业务线下办事渠道排查整治): what a ledger opens a record for. */
export function channelFindings(hall: HallContext): ChannelFinding[] {
  return channelsOf(hall).flatMap(({ serviceCode, counters, paperForm, telephone }) => {
    const gaps = {
      ...{ 'no-window': counters.length === 0, 'no-paper-form': paperForm === null },
      'no-telephone': telephone === null,
    };
    return (Object.keys(gaps) as (keyof typeof gaps)[])
      .filter((kind) => gaps[kind])
      .map((kind) => ({ serviceCode, kind }));
  });
}

/** One check of all channels, kept as a fact with who made it. A service without a window is put right by the ledger. */
export function auditChannels(
  hall: HallContext,
  { serviceCodes = [...hall.catalogue.keys()] }: Input<HallOperations, 'auditChannels'>,
): Answer<'auditChannels'> {
  const unknown = serviceCodes.find((code) => !hall.catalogue.has(code));
  if (unknown !== undefined) return err({ kind: 'unknown-service', serviceCode: unknown });
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const auditId = uuidText(uuidV7(hall.clock.nowMs()));
  const services = new Set(serviceCodes).size;
  const findings = channelFindings(hall).filter(({ serviceCode }) => serviceCodes.includes(serviceCode));
  hall.journal.append('channels.audited', 1, { auditId, services, findings });
  openForGaps(
    hall,
    findings
      .filter(({ kind }) => kind === 'no-window')
      .map(({ serviceCode }) => ({ serviceCode, before: channelOf(hall, serviceCode) })),
  );
  const [audit] = hall.stores.catalogue.audits();
  if (audit?.auditId !== auditId) throw new Error('The audit was not kept');
  return ok(auditView(hall, audit));
}

/** The channels as they are, and the last checks. */
export function channelAudits(hall: HallContext): Answer<'channelAudits'> {
  const audits = hall.stores.catalogue.audits().map((audit) => auditView(hall, audit));
  return ok({ channels: channelsOf(hall), audits });
}

function auditView(hall: HallContext, { atMs, ...audit }: RecordedAudit) {
  return { ...audit, at: hall.localTime.instant(atMs) };
}
