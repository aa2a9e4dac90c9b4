import type { ProxyPersonView } from '../../../preload/contracts/station-operations.ts';
import {
  ageOn,
  CitizenId,
  type HomeAddress,
  type PersonName,
  type ValidIdNumber,
} from '../../foundation/identity/index.ts';
import type { IdCard } from '../devices/id-card-reader/port.ts';

/** One of the two people of a letter of authority. Lives in memory, as long as the visit. */
export interface ProxyPerson {
  readonly from: 'card' | 'typed';
  /** Missing for a typed number: it is written by hand. */
  readonly name?: PersonName;
  readonly number: CitizenId;
  /** False where the card's own number breaks the rules: it is printed as it stands and sent to nobody. */
  readonly numberIsValid: boolean;
  /** YYYYMMDD; missing where neither card nor number tells it. */
  readonly birth?: string;
  readonly sex?: 'male' | 'female';
  readonly address?: HomeAddress;
}

export function personOfCard(card: IdCard): ProxyPerson {
  const { name, number, birth, sex, address, warnings } = card;
  return {
    from: 'card',
    name,
    number,
    numberIsValid: !warnings.includes('number-not-valid'),
    ...(!warnings.includes('birth-not-a-date') && { birth }),
    ...((sex === 'male' || sex === 'female') && { sex }),
    ...(address !== undefined && { address }),
  };
}

/** A typed number tells the birth date and the sex by itself (GB 11643-1999). */
export function personOfNumber({ normalised, birth, sex }: ValidIdNumber): ProxyPerson {
  return {
    from: 'typed',
    number: new CitizenId(normalised),
    numberIsValid: true,
    ...(birth !== undefined && { birth }),
    ...(sex !== undefined && { sex }),
  };
}

/** Full years; undefined where nobody can say. */
export function ageOf({ birth }: ProxyPerson, today: string): number | undefined {
  return birth === undefined ? undefined : ageOn(birth, today);
}

/** What a page may know. */
export function proxyPersonView(person: ProxyPerson, today: string): ProxyPersonView {
  return {
    maskedName: person.name?.masked ?? null,
    maskedIdNumber: person.number.masked,
    age: ageOf(person, today) ?? null,
    from: person.from,
  };
}
