import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createTicketRenderer } from '../../../main/station/devices/ticket-printer/ticket-renderer.ts';
import { millimetresOf } from '../../support/paper/measure-paper.ts';
import { readPaper } from '../../support/paper/read-paper.ts';
import { stepCard, usualTicket } from '../../support/paper/sample-tickets.ts';

const render = createTicketRenderer({ columns: 48, charset: 'gb2312' });
/** Blank lines are no words. */
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

describe.each(['devices.md', 'devices.zh-CN.md'])('%s', (name) => {
  const handbook = readFileSync(new URL(`../../../resources/handbook/${name}`, import.meta.url), 'utf8');
  const section = handbook.slice(handbook.indexOf('<a id="papers">'), handbook.indexOf('<a id="unknown">'));
  const shown = [...section.matchAll(/```text\n([^]*?)```/g)].map(([, text]) => linesOf(text ?? ''));

  it('shows the ticket and the step card as they are printed', () => {
    expect(shown).toEqual([usualTicket, stepCard].map((paper) => linesOf(readPaper(render(paper)).text)));
  });
});

it('papers are as long as the handbook says', () => {
  const narrow = createTicketRenderer({ columns: 32, charset: 'gb2312' });
  expect(millimetresOf(render(usualTicket))).toBeLessThan(200);
  expect(Math.round(millimetresOf(narrow(usualTicket)) / 10)).toBe(24);
  expect(Math.round(millimetresOf(render(stepCard)) / 10)).toBe(27);
});
