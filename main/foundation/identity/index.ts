export { ageOn } from './age.ts';
export {
  compareDates,
  dateFromDayNumber,
  dayNumber,
  daysInMonth,
  isLeapYear,
  parseDate,
  toCompactDate,
  toIsoDate,
} from './calendar-date.ts';
export type { CalendarDate } from './calendar-date.ts';
export { checkDigitFor } from './check-digit.ts';
export { normaliseIdNumber, readIdNumber } from './id-number.ts';
export type {
  IdNumberKind,
  IdNumberReading,
  IdNumberRule,
  IdNumberWarning,
  InvalidIdNumber,
  Sex,
  ValidIdNumber,
} from './id-number.ts';
export { convertLegacyNumber } from './legacy-id-number.ts';
export type { LegacyRefusal } from './legacy-id-number.ts';
export { maskAddress, maskIdNumber, maskName, maskPhone } from './masking.ts';
export { CitizenId, ElderAddress, HomeAddress, PersonName, PhoneNumber } from './private-values.ts';
export type { RevealPurpose } from './private-values.ts';
