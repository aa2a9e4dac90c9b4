import { formPage } from '../devices/form-printer/index.ts';
import { writtenDate } from '../proxy/letter-dates.ts';
import { formStyle } from './form-sheet.ts';
import { sheetFoot, sheetTable, type SheetOfHall } from './meals-sheet.ts';

export interface BookedTime {
  readonly serviceName: string;
  /** YYYY-MM-DDTHH:MM. */
  readonly slotId: string;
  readonly code: string;
}

const TIME_AT = 'YYYY-MM-DDT'.length;
const HALF = 4;

/** The slip of a booking. It names nobody: who has it knows whose it is. */
export function bookingSlip({ serviceName, slotId, code }: BookedTime, facts: SheetOfHall): string {
  const title = '预约单';
  const parts = [
    facts.simulated ? '<p class="mark">演练用，无效</p>' : '',
    `<h1>${title}</h1>`,
    sheetTable([
      ['什么事', serviceName],
      ['哪一天', writtenDate(slotId.slice(0, TIME_AT - 1))],
      ['几点', slotId.slice(TIME_AT)],
      ['预约号', `${code.slice(0, HALF)} ${code.slice(HALF)}`],
    ]),
    '<p>到了大厅，在机器上放身份证，或者输入预约号，就能报到。</p>',
    '<p>来不了，请早点告诉我们。没有预约也能来办。</p>',
    sheetFoot(facts),
  ];
  return formPage({ title, body: `<article>${parts.join('\n')}</article>`, css: formStyle(facts.size) });
}
