export type Dispose = () => void | Promise<void>;

/** What is opened is registered on the same line, and closed in reverse order. */
export class Lifetime {
  #undo: Dispose[] = [];
  #over = false;

  /** Registers `dispose` to run when this lifetime ends, and hands `thing` back. Throws once it has ended. */
  own<T>(thing: T, dispose: (thing: T) => void | Promise<void>): T {
    if (this.#over) throw new Error('Lifetime already ended');
    this.#undo.push(() => dispose(thing));
    return thing;
  }

  /** Last opened, first closed; one failure does not strand the rest. Safe to call twice. */
  async end(): Promise<void> {
    this.#over = true;
    const failures: unknown[] = [];
    const undo = this.#undo.reverse();
    this.#undo = [];
    for (const dispose of undo) {
      try {
        await dispose();
      } catch (failure) {
        failures.push(failure);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Shutdown was not clean');
  }
}
