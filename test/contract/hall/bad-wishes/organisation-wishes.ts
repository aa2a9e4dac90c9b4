import { randomUUID } from 'node:crypto';
import { CHESS_CLUB, HELPERS } from '../../../support/organisations.ts';

const requestId = randomUUID();
const badInput = (where: string) =>
  ({ role: 'admin', status: 400, error: { kind: 'bad-input', problems: [{ where }] } }) as const;
const notFound = { role: 'admin', status: 404, error: { kind: 'not-found' } } as const;

const file = (over: object) => ({ requestId, ...CHESS_CLUB, ...over });
const code = (creditCode: string) => ({ requestId, ...HELPERS, creditCode });
const change = (over: object) => ({ requestId, organisationId: randomUUID(), change: over });
const report = { of: 'change', changeId: randomUUID() } as const;

/** What goes wrong with the register of organisations. */
export const organisationWishes = {
  fileOrganisation: [
    { why: 'no name', body: file({ name: '  ' }), ...badInput('name') },
    { why: 'a mobile number in the name', body: file({ name: '棋社 13900000000' }), ...badInput('name') },
    { why: 'no community', body: file({ community: '' }), ...badInput('community') },
    { why: 'nobody who answers for it', body: file({ holder: undefined }), ...badInput('holder') },
    {
      why: 'nobody who can be called',
      body: file({ holder: { name: '测试甲' } }),
      ...badInput('holder.phone'),
    },
    {
      why: 'a telephone number that is none',
      body: file({ holder: { name: '测试甲', phone: '12345' } }),
      ...badInput('holder.phone'),
    },
    {
      why: 'fewer than nobody',
      body: file({ group: { ...CHESS_CLUB.group, persons: -1 } }),
      ...badInput('group.persons'),
    },
    { why: 'a day to come', body: file({ filedOn: '2098-01-01' }), ...badInput('filedOn') },
    { why: 'a day of before the rules', body: file({ filedOn: '1999-12-31' }), ...badInput('filedOn') },
    { why: 'a credit code that is too short', body: code('52440303MJL00001'), ...badInput('creditCode') },
    { why: 'a credit code with a letter O', body: code('52440303MJLO00016X'), ...badInput('creditCode') },
    {
      why: 'a credit code with one wrong digit',
      body: code('52440304MJL000016X'),
      ...badInput('creditCode'),
    },
    { why: 'a company’s credit code', body: code('91350100M000100Y43'), ...badInput('creditCode') },
    {
      why: 'a credit code of another kind',
      body: { ...code(HELPERS.creditCode), group: CHESS_CLUB.group },
      ...badInput('group.kind'),
    },
  ],
  changeOrganisation: [
    {
      why: 'an organisation nobody filed',
      body: change({ kind: 'purpose', agreedOn: '2026-06-01', purpose: '下棋。' }),
      ...notFound,
    },
    { why: 'a change that is none', body: change({ kind: 'weather' }), ...badInput('change.kind') },
    {
      why: 'no day of agreement',
      body: change({ kind: 'activity', activity: '下棋。' }),
      ...badInput('change.agreedOn'),
    },
    {
      why: 'an event of nobody',
      body: change({ kind: 'large-event', event: 'show', on: '2026-07-01', place: '广场', people: 0 }),
      ...badInput('change.people'),
    },
    {
      why: 'an end without its day',
      body: change({ kind: 'dissolution' }),
      ...badInput('change.liquidationEndedOn'),
    },
  ],
  noteOrganisationReport: [
    {
      why: 'an organisation nobody filed',
      body: { requestId, organisationId: randomUUID(), report },
      ...notFound,
    },
    {
      why: 'a report to nobody',
      body: { requestId, organisationId: randomUUID(), report: { of: 'period', period: '2026-06-01' } },
      ...badInput('report.to'),
    },
  ],
  listOrganisations: [
    { why: 'a day that is none', body: { due: 'tomorrow' }, ...badInput('due') },
    { why: 'no days at all', body: { days: 0 }, ...badInput('days') },
    { why: 'a way that is none', body: { way: 'none' }, ...badInput('way') },
  ],
} as const;
