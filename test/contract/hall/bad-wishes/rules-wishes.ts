const group = {
  ...{ kind: 'association', persons: 12, funds: 0, hasPremises: false, needsLicence: false },
} as const;
const badInput = (where: string) =>
  ({ role: 'kiosk', status: 400, error: { kind: 'bad-input', problems: [{ where }] } }) as const;

/** What goes wrong when somebody asks what the rules say. */
export const rulesWishes = {
  divorceDates: [
    { why: 'a day that is none', body: { acceptedOn: '2026-02-30' }, ...badInput('acceptedOn') },
    {
      why: 'a day before there was a cooling-off period',
      body: { acceptedOn: '2020-12-31' },
      ...badInput('acceptedOn'),
    },
    { why: 'a day far ahead', body: { acceptedOn: '2099-01-01' }, ...badInput('acceptedOn') },
  ],
  organisationWay: [
    { why: 'fewer than nobody', body: { ...group, persons: -1 }, ...badInput('persons') },
    { why: 'half a person', body: { ...group, persons: 1.5 }, ...badInput('persons') },
    { why: 'a kind that is not on the list', body: { ...group, kind: 'club' }, ...badInput('kind') },
  ],
  foundingConditions: [
    { why: 'nothing to found', body: {}, ...badInput('founding') },
    {
      why: 'a foundation that reaches nowhere',
      body: { founding: { kind: 'foundation', reach: 'local', funds: 1 } },
      ...badInput('founding.reach'),
    },
  ],
  readCreditCode: [{ why: 'a whole letter', body: { code: 'A'.repeat(61) }, ...badInput('code') }],
  organisationTerms: [
    { why: 'a year of long ago', body: { kind: 'foundation', year: 1999 }, ...badInput('year') },
    {
      why: 'a day of before the rules',
      body: { kind: 'association', year: 2026, supervisorAgreedOn: '1999-12-31' },
      ...badInput('supervisorAgreedOn'),
    },
  ],
} as const;
