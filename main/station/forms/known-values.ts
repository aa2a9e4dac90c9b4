import type { DivorceDatesView } from '../../../preload/contracts/hall-operations.ts';
import type { IdCard } from '../devices/id-card-reader/port.ts';
import { writtenDate } from '../proxy/letter-dates.ts';
import type { KnownValues } from './fill-form.ts';

export interface ValueSources {
  readonly hallName: string;
  readonly telephone: string | null;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly card?: IdCard | undefined;
  readonly divorce?: DivorceDatesView | undefined;
}

/** Everything that a form can be filled with, in clear: for the paper that the person takes along. */
export function knownValues({ hallName, telephone, today, card, divorce }: ValueSources): KnownValues {
  return {
    'hall.name': hallName,
    today: writtenDate(today),
    ...(telephone !== null && { 'hall.telephone': telephone }),
    ...(card !== undefined && cardValues(card)),
    ...(divorce !== undefined && {
      'divorce.acceptedOn': writtenDate(divorce.acceptedOn),
      'divorce.coolingLast': writtenDate(divorce.coolingLast),
      'divorce.windowFrom': writtenDate(divorce.windowFrom),
      'divorce.windowTo': writtenDate(divorce.windowTo),
    }),
  };
}

const SEX_WORDS: Readonly<Partial<Record<IdCard['sex'], string>>> = { male: '男', female: '女' };

/** A birth date or number that the card itself doubts is written by hand. */
function cardValues({ name, number, birth, sex, address, warnings }: IdCard): KnownValues {
  const word = SEX_WORDS[sex];
  return {
    'card.name': name.revealFor('form-printing'),
    ...(!warnings.includes('number-not-valid') && { 'card.idNumber': number.revealFor('form-printing') }),
    ...(!warnings.includes('birth-not-a-date') && { 'card.birth': writtenDate(birth) }),
    ...(word !== undefined && { 'card.sex': word }),
    ...(address !== undefined && { 'card.address': address.revealFor('form-printing') }),
  };
}
