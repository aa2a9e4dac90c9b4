const TIME_AT = 'YYYY-MM-DDT'.length;
const HALF = 4;

/** The day of 2026-06-16T08:30. */
export const dayOfSlot = (slotId: string): string => slotId.slice(0, TIME_AT - 1);
/** Its time. */
export const timeOfSlot = (slotId: string): string => slotId.slice(TIME_AT);
/** 1234 5678: eight digits are read more easily in two halves. */
export const codeInHalves = (code: string): string => `${code.slice(0, HALF)} ${code.slice(HALF)}`.trim();
