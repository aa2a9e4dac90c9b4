import { expect, it } from 'vitest';
import { paperOf, withoutHolder } from '../../../main/station/spool/stored-paper.ts';
import { fullTicket, stepCard } from '../../support/paper/sample-tickets.ts';

const kept = (kind: 'ticket' | 'step-card', paper: object) => ({ kind, paper: JSON.stringify(paper) });

it('nothing of a ticket is lost on its way through the spool', () => {
  expect(paperOf(kept('ticket', fullTicket))).toEqual(fullTicket);
});

it('a reprint loses the name and nothing else: the code to rate with stays', () => {
  const rest: Record<string, unknown> = { ...fullTicket };
  delete rest['holderMasked'];
  expect(JSON.parse(withoutHolder(kept('ticket', fullTicket)) ?? 'null')).toEqual(rest);
});

it('a step card comes out as it went in', () => {
  expect(paperOf(kept('step-card', stepCard))).toEqual(stepCard);
  expect(withoutHolder(kept('step-card', stepCard))).toBeUndefined();
});

it('a paper that was forgotten cannot be printed', () => {
  expect(() => paperOf({ kind: 'ticket', paper: null })).toThrow();
  expect(() => paperOf(kept('step-card', fullTicket))).toThrow();
});
