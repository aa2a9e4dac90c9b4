import { randomUUID } from 'node:crypto';
import type { ChannelFinding } from '../../../preload/contracts/hall/catalogue-rows.ts';
import { workAtHall, type AtTheHall } from '../at-the-hall.ts';

type Write = (text: string) => void;

const GAPS: Readonly<Record<ChannelFinding['kind'], string>> = {
  'no-window': '没有窗口 / no window',
  'no-paper-form': '没有纸质表单 / no paper form',
  'no-telephone': '没有咨询电话 / no telephone',
};

/** Has the running hall check every way without a machine and keep what it found. Answers the exit code. */
export async function auditHall(at: AtTheHall, write: Write): Promise<number> {
  const done = await workAtHall(at, async (hall) => {
    const audit = await hall.auditChannels({ requestId: randomUUID() });
    if (!audit.ok) return audit;
    const now = await hall.channelAudits({});
    return now.ok ? { ok: true, value: { ...audit.value, channels: now.value.channels } } : now;
  });
  if (!done.ok) {
    write(`${done.error}\n`);
    return 1;
  }
  const { findings, services, channels } = done.value;
  for (const { serviceCode, name } of channels) {
    const gaps = findings.filter((finding) => finding.serviceCode === serviceCode);
    if (gaps.length > 0) write(`${serviceCode} ${name}: ${gaps.map(({ kind }) => GAPS[kind]).join('; ')}\n`);
  }
  write(`${services} 个事项 / services, ${findings.length} 处缺口 / gaps\n`);
  return findings.length === 0 ? 0 : 1;
}
