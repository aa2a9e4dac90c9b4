import type { PriorityClass } from '../../../../preload/contracts/priority.ts';
import { lowestNumber, type ClassHead } from './class-heads.ts';
import { isHeldBack, type WaitingTicket } from './waiting-ticket.ts';

/** One class lining up while an order is worked out ahead: first come first, returned tickets after their calls. */
export class ClassLine {
  readonly priorityClass: PriorityClass;
  readonly #standing: readonly ClassHead[];
  #firstStanding = 0;
  #heldBack: readonly ClassHead[];
  #calls = 0;

  /** `inSequence`: the members of the class by number. */
  constructor(priorityClass: PriorityClass, inSequence: readonly ClassHead[]) {
    this.priorityClass = priorityClass;
    this.#standing = inSequence.filter((head) => !isHeldBack(head.ticket));
    this.#heldBack = inSequence.filter((head) => isHeldBack(head.ticket));
  }

  head(): ClassHead | undefined {
    const standing = this.#standing[this.#firstStanding];
    if (this.#heldBack.length === 0) return standing;
    const released = this.#heldBack.filter((head) => this.#callsToGo(head) <= 0);
    return (
      lowestNumber(standing === undefined ? released : [standing, ...released]) ?? this.#nearestHeldBack()
    );
  }

  /** The head is called: everybody held back comes one call nearer. */
  take(ticket: WaitingTicket): void {
    this.#calls += 1;
    if (this.#standing[this.#firstStanding]?.ticket === ticket) this.#firstStanding += 1;
    else this.#heldBack = this.#heldBack.filter((head) => head.ticket !== ticket);
  }

  #nearestHeldBack(): ClassHead | undefined {
    const nearest = Math.min(...this.#heldBack.map((head) => this.#callsToGo(head)));
    return lowestNumber(this.#heldBack.filter((head) => this.#callsToGo(head) === nearest));
  }

  #callsToGo(head: ClassHead): number {
    return (head.ticket.heldBack?.remainingCalls ?? 0) - this.#calls;
  }
}
