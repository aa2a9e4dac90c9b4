import { randomUUID } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { PRINT_STATES, type PrintState } from '../../../preload/contracts/ticket-state.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { HallRig, SERVICE } from './hall-rig.ts';

const ROUNDS = 60;
const IN_FLIGHT = 6;
const SEED = 20_260_615;

interface Acknowledged {
  readonly requestId: string;
  readonly ticketId: string;
  readonly number: string;
}

/** Kiosks with a memory outside of the hall: what they were told, and what they were not told. */
class Kiosks {
  readonly #rig: HallRig;
  readonly #file: string;
  readonly #random: () => number;
  /** Nobody answered these: they are asked again, with the same id. */
  readonly open = new Set<string>();
  readonly papers = new Map<string, PrintState>();

  constructor(rig: HallRig, file: string, random: () => number) {
    this.#rig = rig;
    this.#file = file;
    this.#random = random;
  }

  get acknowledged(): Acknowledged[] {
    const lines = readFileSync(this.#file, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Acknowledged);
  }

  /** Issues tickets, several at once, until the hall no longer answers. */
  async workUntilSilence(over: () => boolean): Promise<void> {
    await Promise.all(Array.from({ length: IN_FLIGHT }, () => this.#oneKiosk(over)));
  }

  async #oneKiosk(over: () => boolean): Promise<void> {
    while (!over()) {
      const [unanswered] = this.open;
      const requestId = unanswered ?? randomUUID();
      this.open.delete(requestId);
      if (!(await this.issue(requestId))) return;
    }
  }

  /** False = no answer. */
  async issue(requestId: string): Promise<boolean> {
    const answer = await this.#rig.as('kiosk').issueTicket({ requestId, serviceCode: SERVICE });
    if (!answer.ok) {
      this.open.add(requestId);
      expect(answer.error).toEqual({ kind: 'hall-unreachable' });
      return false;
    }
    const { ticketId, number } = answer.value;
    appendFileSync(this.#file, `${JSON.stringify({ requestId, ticketId, number })}\n`);
    if (this.#random() < 0.3) await this.#reportPaper(ticketId);
    return true;
  }

  async #reportPaper(ticketId: string): Promise<void> {
    const printState = this.#random() < 0.5 ? 'sent' : 'confirmed';
    const wish = { requestId: randomUUID(), ticketId, printState, reprint: false } as const;
    const answer = await this.#rig.as('kiosk').recordPrint(wish);
    if (answer.ok) this.papers.set(ticketId, printState);
  }
}

test(`kill -9 at any moment, ${ROUNDS} times: no number that was told is missing or given twice`, async () => {
  const random = seededRandom(SEED);
  const rig = new HallRig();
  const kiosks = new Kiosks(rig, join(folderForTest(), 'acknowledged'), random);

  for (let round = 1; round <= ROUNDS; round += 1) {
    const hall = await rig.start();
    let over = false;
    const work = kiosks.workUntilSilence(() => over);
    await sleep(100 + random() * 100);
    await hall.kill();
    over = true;
    await work;
    if (round % 20 === 0) expect(rig.verify(), `after round ${round}`).toMatchObject({ exitCode: 0 });
  }

  const last = await rig.start();
  for (const requestId of [...kiosks.open]) expect(await kiosks.issue(requestId)).toBe(true);
  const told = kiosks.acknowledged;
  for (const { requestId, number } of told.filter((_, index) => index % 25 === 0)) {
    const again = await rig.as('kiosk').issueTicket({ requestId, serviceCode: SERVICE });
    expect(again).toMatchObject({ ok: true, value: { number } });
  }
  expect(await last.stop()).toBe(0);

  const stored = rig.rows<{ ticketId: string; number: string; dayId: string; paper: PrintState }>(
    'select ticket_id as ticketId, number, day_id as dayId, print_state as paper from ticket order by issue_sequence',
  );
  expect(told.length).toBeGreaterThan(ROUNDS * 2); // or the hall was killed before it did anything
  expect(new Set(stored.map(({ dayId }) => dayId)).size).toBe(1);
  expect(stored.map(({ number }) => number)).toEqual(
    stored.map((_, index) => `A${String(index + 1).padStart(3, '0')}`),
  );
  const numbers = new Map(stored.map(({ ticketId, number }) => [ticketId, number]));
  expect(told.filter(({ ticketId, number }) => numbers.get(ticketId) !== number)).toEqual([]);
  expect(new Set(told.map(({ number }) => number)).size).toBe(told.length);
  // Every wish was repeated until it was answered: so no ticket belongs to nobody.
  expect(stored.length).toBe(told.length);
  for (const { ticketId, paper } of stored) {
    expect(PRINT_STATES).toContain(paper);
    if (kiosks.papers.has(ticketId)) expect(paper).toBe(kiosks.papers.get(ticketId));
  }
  expect(rig.verify()).toMatchObject({ exitCode: 0 });
});
