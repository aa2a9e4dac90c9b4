import type { Clock } from '../foundation/clock.ts';
import { fromServiceProcess, type ToServiceProcess } from '../foundation/process-messages.ts';
import type { ShellLog } from './log.ts';
import { decideRestart } from './restart-policy.ts';

/** One run of a service process, however it was launched. */
export interface ServiceChild {
  send(message: ToServiceProcess): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: (code: number) => void): void;
  kill(): void;
}

export interface SupervisedService {
  readonly name: string;
  launch(): ServiceChild;
  /** Start options for the next run; `lastAddress` is where the run before served, so that pages find it again. */
  options(lastAddress: string | undefined): unknown;
  onReady(address: string): void;
  /** It has ended although nobody asked; another run follows unless `onGaveUp` comes next. */
  onGone(): void;
  onGaveUp(): void;
}

/** A service that has not said `ready` by then never will: a database check after a power cut takes seconds. */
const READY_DEADLINE_MS = 60_000;
/** How long an orderly end may take: a print under way is finished, files are closed. */
const STOP_DEADLINE_MS = 8_000;

/** Keeps one service process running: starts it, starts it again by the restart policy, ends it in order. */
export class ServiceSupervisor {
  readonly #service: SupervisedService;
  readonly #clock: Clock;
  readonly #log: ShellLog;
  readonly #exitTimesMs: number[] = [];
  #child: ServiceChild | undefined;
  #lastAddress: string | undefined;
  #stopping = false;

  constructor(service: SupervisedService, clock: Clock, log: ShellLog) {
    this.#service = service;
    this.#clock = clock;
    this.#log = log;
  }

  start(): void {
    const child = this.#service.launch();
    this.#child = child;
    let isReady = false;
    child.onMessage((raw) => {
      if (this.#take(raw)) isReady = true;
    });
    child.onExit((code) => this.#ended(child, code));
    child.send({ type: 'start', options: this.#service.options(this.#lastAddress) });
    void this.#clock.sleep(READY_DEADLINE_MS).then(() => {
      if (!isReady && this.#child === child) this.#kill(child, 'not ready in time');
    });
  }

  /** Asks for an orderly end and waits for it; a process that does not follow is ended. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (child === undefined) return;
    const gone = new Promise<void>((resolve) => child.onExit(() => resolve()));
    child.send({ type: 'stop' });
    void this.#clock.sleep(STOP_DEADLINE_MS).then(() => {
      if (this.#child === child) this.#kill(child, 'not stopped in time');
    });
    await gone;
  }

  #take(raw: unknown): boolean {
    const parsed = fromServiceProcess.safeParse(raw);
    const service = this.#service.name;
    if (!parsed.success) {
      this.#log('service-message-not-understood', { service });
      return false;
    }
    if (parsed.data.type === 'failed') this.#log('service-failed', { service, reason: parsed.data.error });
    if (parsed.data.type !== 'ready') return false;
    this.#lastAddress = parsed.data.address;
    this.#log('service-ready', { service, address: parsed.data.address });
    this.#service.onReady(parsed.data.address);
    return true;
  }

  #ended(child: ServiceChild, code: number): void {
    if (this.#child === child) this.#child = undefined;
    if (this.#stopping) return;
    const nowMs = this.#clock.monotonicMs();
    this.#exitTimesMs.push(nowMs);
    this.#service.onGone();
    const decision = decideRestart(this.#exitTimesMs, nowMs);
    const service = this.#service.name;
    if (decision.do === 'give-up') {
      this.#log('service-given-up', { service, code });
      return this.#service.onGaveUp();
    }
    this.#log('service-restarts', { service, code, afterMs: decision.afterMs });
    void this.#clock.sleep(decision.afterMs).then(() => {
      if (!this.#stopping) this.start();
    });
  }

  #kill(child: ServiceChild, reason: string): void {
    this.#log('service-killed', { service: this.#service.name, reason });
    child.kill();
  }
}
