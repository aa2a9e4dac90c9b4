import type { Client } from '../../../preload/contracts/operation.ts';
import type { StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { Steps } from '../../shared/line/steps.ts';
import type { Person } from '../person.ts';

/** What was understood of what the person said, and which services may be meant. Kept until they choose or leave. */
export interface Heard {
  readonly text: string | null;
  readonly services: readonly string[];
}

/** Lets the person say what they came for. A recogniser that fails has understood nothing, and the other ways are there. */
export function createSayIt(steps: Steps<Client<StationOperations>>, person: Person): () => Promise<void> {
  return async () => {
    person.heard = null;
    person.place = 'heard';
    const answer = await steps.take('listen', (station, requestId) => station.listen({ requestId }));
    if (person.place !== 'heard') return;
    person.heard =
      answer?.ok === true
        ? { text: answer.value.heard, services: answer.value.services }
        : { text: null, services: [] };
  };
}
