import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { must } from './ask.ts';
import type { SoakRig } from './rig.ts';

/** The voice speaks in real time and has a queue at fifty times the pace: longer than it needs for what is still in it. */
const PATIENCE_MS = 5 * 60_000;
const LOOK_EVERY_MS = 100;

const id = () => ({ requestId: randomUUID() });

export type Reached = Readonly<Record<'display page' | 'voice' | 'feed', boolean>>;

/** At the end of the day one more person comes and is called: does it still reach everybody? */
export async function lastCall(rig: SoakRig): Promise<Reached> {
  const listener = await rig.listen();
  const [kiosk, clerk] = [rig.client('kiosk'), rig.client('counter')];
  const { ticketId, number } = await must(() => kiosk.issueTicket({ ...id(), serviceCode: 'LN-01' }));
  await must(() => clerk.openCounter({ ...id(), counterId: '1' }));
  await must(() => clerk.callNext({ ...id(), counterId: '1' }));
  const said = join(rig.folder, 'station', 'speaker', 'spoken.txt');
  const reached = {
    'display page': await comes(() =>
      rig.page.locator('[data-call], [data-listed]', { hasText: number }).first().isVisible(),
    ),
    voice: await comes(() => existsSync(said) && readFileSync(said, 'utf8').includes(` ${number} `)),
    feed: await comes(() => listener.now.calls[ticketId]?.number === number),
  };
  await must(() => clerk.startService({ ...id(), ticketId }));
  await must(() => clerk.finishService({ ...id(), ticketId }));
  await listener.leave();
  return reached;
}

async function comes(look: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += LOOK_EVERY_MS) {
    if (await look()) return true;
    await sleep(LOOK_EVERY_MS);
  }
  return false;
}
