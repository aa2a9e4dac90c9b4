import { randomUUID } from 'node:crypto';
import type { HallOperations } from '../../preload/contracts/hall-operations.ts';
import type { Client } from '../../preload/contracts/operation.ts';
import { must, patiently, type Answer } from './ask.ts';
import { between, MINUTE_MS, oneOf, SERVICES, type Day } from './day.ts';

const SECOND_MS = 1_000;
const MISSES = 0.06;
const COMES_BACK = 0.7;
const FOR_A_COPY = 0.03;
const PASSED_ON = 0.04;
const TAKES_A_BREAK = 0.03;

const id = () => ({ requestId: randomUUID() });

/** False: the person gave the number back on the way to the counter. */
async function isStillThere(ask: () => Promise<Answer<unknown>>): Promise<boolean> {
  const answer = await patiently(ask);
  if (answer.ok) return true;
  if (answer.error.kind === 'not-now' && answer.error.state === 'cancelled') return false;
  throw new Error(JSON.stringify(answer.error));
}

/** One clerk from the first call to the last person of the day. */
export class Clerk {
  readonly #day: Day;
  readonly #counterId: string;
  readonly #hall: Client<HallOperations>;

  constructor(day: Day, counterId: string) {
    this.#day = day;
    this.#counterId = counterId;
    this.#hall = day.clerkAt(counterId);
  }

  async work(): Promise<void> {
    const { clock, random, told } = this.#day;
    await this.open();
    while (!(await this.#isOver())) {
      const wish = { ...id(), counterId: this.#counterId };
      const called = await patiently(() => this.#hall.callNext(wish));
      if (called.ok) {
        told.push(called.value.ticketId);
        await this.#receive(called.value.ticketId);
        if (random() < TAKES_A_BREAK) await this.#takeABreak();
      } else if (called.error.kind === 'nobody-waiting') await clock.sleep(20 * SECOND_MS);
      else throw new Error(JSON.stringify(called.error));
    }
  }

  async open(): Promise<void> {
    await must(() => this.#hall.openCounter({ ...id(), counterId: this.#counterId }));
  }

  async #isOver(): Promise<boolean> {
    if (!this.#day.doorsShut || this.#day.onTheirWay > 0) return false;
    return (await must(() => this.#hall.queueSnapshot({}))).hall.waiting === 0;
  }

  async #receive(ticketId: string): Promise<void> {
    const { clock, random } = this.#day;
    await clock.sleep(between(random, 15, 50) * SECOND_MS);
    if (random() < MISSES) return this.#miss(ticketId);
    const at = { ticketId, counterId: this.#counterId };
    const start = { ...id(), ...at };
    if (!(await isStillThere(() => this.#hall.startService(start)))) return;
    await clock.sleep(between(random, 1, 9) * MINUTE_MS);
    const dice = random();
    if (dice < PASSED_ON) return this.#passOn(ticketId);
    if (dice < PASSED_ON + FOR_A_COPY) await this.#sendForACopy(ticketId);
    await must(() => this.#hall.finishService({ ...id(), ...at }));
  }

  /** Called once more, then missed; most come back for the number. */
  async #miss(ticketId: string): Promise<void> {
    const { clock, random, seen } = this.#day;
    const [recall, miss] = [
      { ...id(), ticketId },
      { ...id(), ticketId },
    ];
    if (!(await isStillThere(() => this.#hall.recallTicket(recall)))) return;
    await clock.sleep(30 * SECOND_MS);
    if (!(await isStillThere(() => this.#hall.missTicket(miss)))) return;
    seen.missed += 1;
    if (random() < COMES_BACK) void this.#comeBack(ticketId);
  }

  async #comeBack(ticketId: string): Promise<void> {
    const day = this.#day;
    day.onTheirWay += 1;
    await day.clock.sleep(between(day.random, 1, 10) * MINUTE_MS);
    const answer = await patiently(() => this.#hall.returnTicket({ ...id(), ticketId }));
    if (answer.ok) day.seen.returned += 1;
    day.onTheirWay -= 1;
  }

  async #passOn(ticketId: string): Promise<void> {
    const { random, seen } = this.#day;
    const { ticket } = await must(() => this.#hall.ticketStatus({ ticketId }));
    const others = SERVICES.filter((serviceCode) => serviceCode !== ticket.serviceCode);
    const wish = { ...id(), ticketId, serviceCode: oneOf(random, others) };
    await must(() => this.#hall.transferTicket(wish));
    seen.passedOn += 1;
  }

  async #sendForACopy(ticketId: string): Promise<void> {
    const { clock, random, seen } = this.#day;
    await must(() => this.#hall.parkTicket({ ...id(), ticketId }));
    seen.parked += 1;
    await clock.sleep(between(random, 2, 6) * MINUTE_MS);
    await must(() => this.#hall.resumeTicket({ ...id(), ticketId, counterId: this.#counterId }));
  }

  async #takeABreak(): Promise<void> {
    const { clock, random } = this.#day;
    const wish = { ...id(), counterId: this.#counterId };
    await must(() => this.#hall.pauseCounter(wish));
    await clock.sleep(between(random, 5, 12) * MINUTE_MS);
    await this.open();
  }
}
