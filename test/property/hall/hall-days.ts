import { join } from 'node:path';
import { openDatabase, type Database } from '../../../main/foundation/sqlite/open-database.ts';
import { HALL_FILE } from '../../../main/hall/files.ts';
import type { DEFAULT_RULES } from '../../../main/hall/domain/rules/index.ts';
import { hallOperations, type HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Caller } from '../../../preload/contracts/operation.ts';
import type { Result } from '../../../preload/contracts/result.ts';
import { CLERK, KIOSK, LEADER, OTHER_LEADER, SUPERVISOR, TestHall } from '../../support/open-test-hall.ts';
import type { Happening } from './happenings.ts';

type Name = keyof HallOperations;
type Answer = Result<unknown, ApiError>;

interface Sent {
  readonly operation: Name;
  readonly input: { readonly requestId: string };
  readonly answer: Answer;
  readonly dayDate: string | null;
}

/** Invented people with right numbers; nobody has them. */
const PEOPLE = ['110199194001011110', '110199194001011137', '110199194001011153'] as const;

/** Everybody else is a clerk. */
const CALLERS: Partial<Record<Name, Caller>> = {
  issueTicket: KIOSK,
  recordPrint: KIOSK,
  callTicket: SUPERVISOR,
};

/** A real hall that lives through a history, and everything that its pages were told. */
export class HallDays {
  readonly hall: TestHall;
  readonly sent: Sent[] = [];
  readonly reader: Database;
  #requests = 0;
  #leader = LEADER;

  constructor(folder: string, rule: (typeof DEFAULT_RULES)[keyof typeof DEFAULT_RULES]) {
    this.hall = new TestHall({ folder, policy: { rule, recallCoolDownMs: 0 } });
    const opened = openDatabase({ file: join(folder, HALL_FILE), readonly: true });
    if (!opened.ok) throw new Error(opened.error.kind);
    this.reader = opened.value;
  }

  live(happening: Happening): void {
    switch (happening.kind) {
      case 'issue':
        return this.#issue(happening);
      case 'at-counter':
        return this.send(happening.operation, { counterId: happening.counter });
      case 'serve':
        return this.#serve(happening.counter);
      case 'at-desk':
        return this.send(happening.operation, happening.wish);
      case 'assign':
        return this.send('assignServices', { counterId: happening.counter, services: happening.services });
      case 'to-ticket':
        return this.#withTicket(happening.pick, (ticketId) => this.send(happening.operation, { ticketId }));
      case 'pass-on': {
        const [operation, wish] = happening.wish;
        return this.#withTicket(happening.pick, (ticketId) => this.send(operation, { ticketId, ...wish }));
      }
      case 'paper': {
        const { printState, reprint } = happening;
        return this.#withTicket(happening.pick, (ticketId) =>
          this.send('recordPrint', { ticketId, printState, reprint }),
        );
      }
      case 'rate': {
        const { level, channel } = happening;
        return this.#withTicket(happening.pick, (ticketId) =>
          this.send('rateVisit', { ticketId, level, channel }),
        );
      }
      case 'help':
        return this.#withHelp(happening);
      case 'work-on-case':
        return this.#workOnCase(happening);
      case 'again':
        return this.#again(happening.pick);
      case 'time':
        return this.hall.clock.advance(happening.ms);
      case 'clock':
        return this.hall.clock.setWall(happening.wall);
      case 'restart':
        return this.hall.restart();
    }
  }

  /** Events but those that a new day brings, and looks at a person, each of which is one: nothing else is added by a refusal or a repetition. */
  get #wishes(): number {
    const [first] = this.rows<{ count: number }>(
      "select count(*) as count from event where kind not in ('day.opened', 'ticket.lapsed', 'person.revealed')",
    );
    return first?.count ?? 0;
  }

  rows<Row>(sql: string): Row[] {
    return this.reader.prepare(sql).all() as Row[];
  }

  send(operation: Name, wish: object): void {
    this.#requests += 1;
    const requestId = `00000000-0000-4000-8000-${String(this.#requests).padStart(12, '0')}`;
    const input = hallOperations[operation].input.parse({ requestId, ...wish }) as Sent['input'];
    const before = this.#wishes;
    const answer = this.#ask(operation, input);
    if (!answer.ok && this.#wishes !== before)
      throw new Error(`${operation} was refused and wrote all the same`);
    this.sent.push({ operation, input, answer, dayDate: this.hall.hall.snapshot().hall.dayDate });
  }

  close(): void {
    this.reader.close();
    this.hall.close();
  }

  #ask(operation: Name, input: object): Answer {
    const caller = this.#callerOf(operation);
    return this.hall.raw(operation, input as never, caller) as Answer;
  }

  #callerOf(operation: Name): Caller {
    return operation === 'advanceRatingCase' ? this.#leader : (CALLERS[operation] ?? CLERK);
  }

  #workOnCase({ pick: which, wish, other }: Extract<Happening, { kind: 'work-on-case' }>): void {
    const cases = this.rows<{ caseId: string }>(
      'select case_id as caseId from rating_case order by case_order',
    );
    const one = cases[which % Math.max(1, cases.length)];
    this.#leader = other ? OTHER_LEADER : LEADER;
    if (one !== undefined) this.send('advanceRatingCase', { ...one, ...wish });
  }

  #issue({ service, birthDate, person, more }: Extract<Happening, { kind: 'issue' }>): void {
    const idNumber = PEOPLE[person];
    const holder = idNumber === undefined ? {} : { holder: { name: '测试甲', idNumber } };
    const further = more.length === 0 ? {} : { moreServices: more };
    this.send('issueTicket', {
      serviceCode: service,
      ...(birthDate && { birthDate }),
      ...holder,
      ...further,
    });
  }

  /** A whole visit at one counter, as far as the hall lets it happen. */
  #serve(counterId: string): void {
    this.send('openCounter', { counterId });
    this.send('callNext', { counterId });
    const { counters } = this.hall.hall.snapshot();
    const ticketId = counters.find((counter) => counter.counterId === counterId)?.ticketId;
    if (ticketId === undefined || ticketId === null) return;
    this.send('startService', { ticketId });
    this.send('finishService', { ticketId });
  }

  #withTicket(which: number, work: (ticketId: string) => void): void {
    const tickets = this.rows<{ ticketId: string }>(
      'select ticket_id as ticketId from ticket order by issue_sequence desc limit 12',
    );
    const ticket = tickets[which % Math.max(1, tickets.length)];
    if (ticket !== undefined) work(ticket.ticketId);
  }

  #withHelp({ pick: which, step }: Extract<Happening, { kind: 'help' }>): void {
    const { help } = this.hall.hall.snapshot();
    const { helpId } = help[which % Math.max(1, help.length)] ?? {};
    if (helpId === undefined) return;
    if (step === 'escalate') this.hall.hall.escalateHelp(helpId);
    else this.send(step === 'answer' ? 'answerHelp' : 'endHelp', { helpId });
  }

  /** A page that heard nothing asks once more: it hears the same, and nothing is written. */
  #again(which: number): void {
    const today = this.hall.hall.snapshot().hall.dayDate;
    const repeatable = this.sent.filter(({ answer, dayDate }) => answer.ok && dayDate === today);
    const earlier = repeatable[which % Math.max(1, repeatable.length)];
    if (earlier === undefined) return;
    const before = this.#wishes;
    const answer = this.#ask(earlier.operation, earlier.input);
    if (JSON.stringify(answer) !== JSON.stringify(earlier.answer) || this.#wishes !== before) {
      throw new Error(
        `${earlier.operation} again: ${JSON.stringify(answer)} after ${JSON.stringify(earlier.answer)}`,
      );
    }
  }
}
