import { compareDates, parseDate } from '../../../foundation/identity/calendar-date.ts';
import { readIdNumber } from '../../../foundation/identity/id-number.ts';
import { CitizenId, HomeAddress, PersonName } from '../../../foundation/identity/private-values.ts';
import type { CardWarning, IdCard } from './port.ts';
import type { CardText } from './sam/card-text.ts';

const SEX_BY_CODE: Readonly<Record<string, IdCard['sex']>> = {
  '0': 'unknown',
  '1': 'male',
  '2': 'female',
  '9': 'not-stated',
};

/** Private-use characters and halves of surrogate pairs: no font shows them, staff enter them by hand. */
const NOT_DISPLAYABLE = /[\uE000-\uF8FF]|\p{Surrogate}/u;

/**
 * What the station needs of a card: name, number and address sealed, no photo.
 * @param today "YYYY-MM-DD" of the device clock, for the number's rule about births in the future.
 */
export function toIdCard(text: CardText, today: string): IdCard {
  const { docType, birth, validTo, longTerm } = text;
  const lastDay = parseDate(validTo);
  return {
    docType,
    name: new PersonName(text.name === '' ? (text.englishName ?? '') : text.name),
    number: new CitizenId(text.number),
    birth,
    sex: SEX_BY_CODE[text.sexCode] ?? 'unknown',
    ...(text.address !== undefined && { address: new HomeAddress(text.address) }),
    validTo,
    warnings: warningsFor(text, today),
    expired(day) {
      const on = parseDate(day);
      if (longTerm || lastDay === undefined || on === undefined) return false;
      return compareDates(lastDay, on) < 0;
    },
  };
}

function warningsFor(text: CardText, today: string): CardWarning[] {
  const warnings = numberWarnings(text, today);
  if (parseDate(text.birth) === undefined) warnings.push('birth-not-a-date');
  if (NOT_DISPLAYABLE.test(text.name)) warnings.push('name-not-displayable');
  if (!text.longTerm && parseDate(text.validTo) === undefined) warnings.push('validity-not-readable');
  return warnings;
}

function numberWarnings(text: CardText, today: string): CardWarning[] {
  const number = readIdNumber(text.number, today);
  if (!number.valid) return ['number-not-valid'];
  const warnings: CardWarning[] = [];
  const sex = SEX_BY_CODE[text.sexCode];
  const sexIsKnown = sex === 'male' || sex === 'female';
  if (number.sex !== undefined && sexIsKnown && number.sex !== sex) warnings.push('sex-differs-from-number');
  if (number.birth !== undefined && number.birth !== text.birth) warnings.push('birth-differs-from-number');
  return warnings;
}
