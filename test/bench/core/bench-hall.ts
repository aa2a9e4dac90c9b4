import { randomUUID } from 'node:crypto';
import { loadCatalogue } from '../../../main/hall/catalogue/catalogue.ts';
import { openHall, type Hall } from '../../../main/hall/hall.ts';
import { catalogueType, hallPolicy } from '../../../main/hall/policy.ts';
import { Configuration } from '../../../preload/contracts/configuration.ts';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Caller, Input, Output } from '../../../preload/contracts/operation.ts';
import type { Result } from '../../../preload/contracts/result.ts';
import { NO_STAFF } from '../../support/no-staff.ts';
import { WorkingDay } from './working-day.ts';

type Answer<Name extends keyof HallOperations> = Result<Output<HallOperations, Name>, ApiError>;

const CALLERS: Readonly<Record<'kiosk' | 'counter', Caller>> = {
  kiosk: { role: 'kiosk', name: 'bench kiosk' },
  counter: { role: 'counter', name: 'bench counter' },
};

/** The hall that an empty configuration file makes, without network: the core as it runs, on a file of its own. */
export class BenchHall {
  readonly day = new WorkingDay();
  readonly #hall: Hall;

  /** Throws when the file cannot be opened: then there is nothing to measure. */
  constructor(dataDirectory: string) {
    const { hall } = Configuration.parse({});
    const catalogue = loadCatalogue(catalogueType(hall.type));
    const opened = openHall({
      dataDirectory,
      policy: hallPolicy(hall, catalogue, []),
      timeZone: hall.timeZone,
      catalogue,
      clock: this.day,
      version: '0.0.0-bench',
      staff: NO_STAFF,
      onChange: () => undefined,
      onStorageTrouble: (trouble, code) => {
        throw new Error(`storage ${trouble} ${code}`);
      },
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    this.#hall = opened.value;
  }

  /** One operation with a request id of its own. A refusal is a broken measurement and throws. */
  do<Name extends keyof HallOperations>(
    operation: Name,
    input: Omit<Input<HallOperations, Name>, 'requestId'>,
  ): Output<HallOperations, Name> {
    const caller = operation === 'issueTicket' ? CALLERS.kiosk : CALLERS.counter;
    const asked = { requestId: randomUUID(), ...input } as Input<HallOperations, Name>;
    const answer = this.#hall.handlers[operation](asked, caller) as Answer<Name>;
    if (!answer.ok) throw new Error(`${operation} was refused: ${JSON.stringify(answer.error)}`);
    return answer.value;
  }

  /** A question changes nothing and needs no request id. */
  ask(operation: 'ticketStatus', input: Input<HallOperations, 'ticketStatus'>): void {
    const answer = this.#hall.handlers[operation](input, CALLERS.kiosk) as Answer<'ticketStatus'>;
    if (!answer.ok) throw new Error(`${operation} was refused: ${JSON.stringify(answer.error)}`);
  }

  close(): void {
    this.#hall.close();
  }
}
