const group = {
  ...{ kind: 'association', persons: 12, funds: 0, hasPremises: false, needsLicence: false },
} as const;
const badInput = (where: string) =>
  ({ role: 'kiosk', status: 400, error: { kind: 'bad-input', problems: [{ where }] } }) as const;

const form = {
  ...{ requestId: '0198a6f0-0000-7000-8000-000000000001', formId: 'elder-allowance', version: '2026.1' },
  ...{ size: 'standard', prefilled: false, printState: 'confirmed' },
} as const;

const { requestId, formId, version } = form;
const draft = { requestId, formId, version, title: '高龄津贴申请表', holder: { name: '测试甲' } } as const;
const recall = { requestId, code: '00000000', counterId: '1' } as const;
const atCounter = (where: string) =>
  ({ status: 400, error: { kind: 'bad-input', problems: [{ where }] } }) as const;

/** What goes wrong with forms, and when somebody asks what the rules say. */
export const rulesWishes = {
  printForm: [
    { why: 'a name instead of a form', body: { ...form, formId: '张三的表' }, ...badInput('formId') },
    { why: 'a version that is none', body: { ...form, version: '一' }, ...badInput('version') },
    { why: 'a paper that was refused', body: { ...form, printState: 'refused' }, ...badInput('printState') },
  ],
  keepDraft: [
    { why: 'a name instead of a form', body: { ...draft, formId: '张三的表' }, ...badInput('formId') },
    { why: 'nobody', body: { ...draft, holder: {} }, ...badInput('holder.name') },
    {
      why: 'a number that is none',
      body: { ...draft, holder: { name: '测试甲', idNumber: '110199195606159030' } },
      ...{ status: 400, error: { kind: 'bad-id-number', where: 'holder.idNumber' } },
      role: 'kiosk',
    },
  ],
  recallDraft: [
    { why: 'a code nobody has', body: recall, status: 404, error: { kind: 'not-found' } },
    { why: 'too short a code', body: { ...recall, code: '0000' }, ...atCounter('code') },
    { why: 'signs that no code has', body: { ...recall, code: '0000-00*0' }, ...atCounter('code') },
    {
      why: 'a counter nobody built',
      body: { ...recall, counterId: '99' },
      ...{ status: 404, error: { kind: 'unknown-counter', counterId: '99' } },
    },
  ],
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
