import { createTicketRenderer } from '../../../main/station/devices/ticket-printer/ticket-renderer.ts';
import { complaintsAbout } from '../../support/plain-chinese.ts';
import { kioskSentences, kioskWords } from '../../support/kiosk-sentences.ts';
import { measuredLines } from '../../support/paper/measure-paper.ts';
import { elderTicket, fullTicket, usualTicket } from '../../support/paper/sample-tickets.ts';
import { nothingBreaks, type Measure } from '../bench.ts';

const NUMBER_POINTS = 36;
const TEXT_POINTS = 12;

/** From the bytes that go to the printer. Forms are measured where they are made (test/unit/proxy). */
export const largePrint: Measure = () => {
  const lines = ([32, 42, 48] as const).flatMap((columns) => {
    const render = createTicketRenderer({ columns, charset: 'gb2312' });
    return [usualTicket, elderTicket, fullTicket].flatMap((ticket) =>
      measuredLines(render(ticket)).map((line) => ({
        ...line,
        isNumber: line.text.trim() === ticket.number,
      })),
    );
  });
  const numbers = lines.filter(({ isNumber }) => isNumber).map(({ points }) => points);
  const texts = lines.filter(({ isNumber }) => !isNumber).map(({ points }) => points);
  return nothingBreaks(
    `number ${Math.min(...numbers).toFixed(1)} pt, other text ${Math.min(...texts).toFixed(1)} pt, on paper of 32, 42 and 48 columns`,
    lines
      .filter(({ isNumber, points }) => points < (isNumber ? NUMBER_POINTS : TEXT_POINTS))
      .map(({ text }) => text),
  );
};

export const plainWords: Measure = () => {
  const sentences = kioskSentences();
  const hard = sentences.flatMap(([key, message]) =>
    complaintsAbout(message, kioskWords).map(({ sentence }) => `${key}: ${sentence}`),
  );
  return nothingBreaks(
    `${sentences.length} texts of the kiosk: none over 20 characters, none outside the plain list`,
    hard,
  );
};
