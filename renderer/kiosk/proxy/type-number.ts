import type { Client } from '../../../preload/contracts/operation.ts';
import type { StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { Steps } from '../../shared/line/steps.ts';
import type { Person } from '../person.ts';

/** A number has so many characters, the last may be X. */
export const NUMBER_LENGTH = 18;

/** Adds a character where it may stand; X only at the end. */
export function withCharacter(typed: string, character: string): string {
  const next = typed + character.toUpperCase();
  return /^\d{1,17}[\dX]?$/.test(next) ? next : typed;
}

/** In the groups in which it stands on the card: place, birth date, the rest. */
export function grouped(typed: string): string {
  return [typed.slice(0, 6), typed.slice(6, 14), typed.slice(14)].filter((part) => part !== '').join(' ');
}

/** Sends what was typed. What is wrong with it is said beside it, and the digits stay to be mended. */
export async function typeNumber(steps: Steps<Client<StationOperations>>, person: Person): Promise<void> {
  const form = person.proxy;
  const who = form.typing;
  if (who === null) return;
  const idNumber = form.typed[who];
  if (idNumber === '') {
    form.numberFault = { rule: 'length' };
    return;
  }
  const said = await steps.take(`proxy number ${who} ${idNumber}`, (station, requestId) =>
    station.typeProxyPerson({ requestId, who, idNumber }),
  );
  if (said?.ok === false && said.error.kind === 'bad-id-number') {
    form.numberFault = { rule: said.error.reason };
    steps.problem.value = null;
  }
  if (said?.ok !== true) return;
  form.typing = null;
  form.numberFault = null;
}
