import { randomUUID } from 'node:crypto';
import { base64 } from '../../../support/elder-list.ts';

const requestId = randomUUID();
const badInput = (where: string, role: 'kiosk' | 'counter' | 'admin' = 'admin') =>
  ({ role, status: 400, error: { kind: 'bad-input', problems: [{ where }] } }) as const;
const notFound = (role: 'kiosk' | 'counter' | 'admin' = 'admin') =>
  ({ why: 'nobody that the hall knows', role, status: 404, error: { kind: 'not-found' } }) as const;
const nobody = { beneficiaryId: randomUUID() };
const stranger = { name: '测试甲', idNumber: '110199195606159039' };
const check = {
  ...{ requestId, ...nobody, benefit: 'HIGH_AGE_ALLOWANCE' },
  ...{ mode: 'SELF', result: 'PASS' },
};
const badSpan = {
  why: 'days in the wrong order',
  body: { from: '2026-06-15', to: '2026-06-14' },
  ...badInput('to'),
};
const unknownField = { why: 'a field that is none', body: { all: true }, ...badInput('all') };

/** What goes wrong with allowances and their lists. */
export const elderWishes = {
  benefitTable: [unknownField],
  benefitStanding: [
    {
      why: 'a birth date that is none',
      body: { birthDate: '19560231' },
      role: 'kiosk',
      status: 400,
      error: { kind: 'bad-birth-date', reason: 'unreadable' },
    },
  ],
  answerOffer: [
    { ...notFound('kiosk'), body: { requestId, holder: stranger, answer: 'agreed' } },
    {
      why: 'silence',
      body: { requestId, holder: stranger, answer: 'no-answer' },
      ...badInput('answer', 'kiosk'),
    },
  ],
  certifyInPerson: [{ ...notFound('kiosk'), body: { requestId, holder: stranger } }],
  listMeals: [{ why: 'a whole letter', body: { community: '长'.repeat(41) }, ...badInput('community') }],
  importBeneficiaries: [
    { why: 'no base64', body: { requestId, content: '姓名' }, ...badInput('content') },
    {
      why: 'a list with a heading that is none',
      body: { requestId, content: base64('姓名,生日\n测试甲,1956\n') },
      ...badInput('content'),
    },
    { why: 'too large a part', body: { requestId, content: 'AAAA'.repeat(10_001) }, ...badInput('content') },
  ],
  importStopList: [
    {
      why: 'a list without rows',
      body: { requestId, content: base64('身份证号,原因\n') },
      ...badInput('content'),
    },
  ],
  listDue: [unknownField],
  listReaching: [unknownField],
  listTierChanges: [
    badSpan,
    { why: 'ten years', body: { from: '2026-01-01', to: '2035-12-31' }, ...badInput('to') },
  ],
  findBeneficiary: [{ ...notFound('counter'), body: { holder: stranger } }],
  recordCertification: [
    { ...notFound('counter'), body: check },
    {
      why: 'a check by others without proof',
      body: { ...check, mode: 'OTHER' },
      ...badInput('proofs', 'counter'),
    },
    { why: 'a mode that is none', body: { ...check, mode: 'FACE' }, ...badInput('mode', 'counter') },
  ],
  confirmCertification: [
    { ...notFound('counter'), body: { requestId, certificationId: randomUUID(), agrees: true } },
  ],
  recordConsent: [
    { ...notFound('counter'), body: { requestId, ...nobody, answer: 'agreed', how: 'counter' } },
    {
      why: 'a kiosk’s answer, typed by staff',
      body: { requestId, ...nobody, answer: 'agreed', how: 'kiosk' },
      ...badInput('how', 'counter'),
    },
  ],
  acceptOffer: [{ ...notFound('counter'), body: { requestId, ...nobody } }],
  confirmTierChange: [
    { ...notFound(), body: { requestId, ...nobody, on: '2026-06-15' } },
    { why: 'a day that is none', body: { requestId, ...nobody, on: '2026-02-30' }, ...badInput('on') },
  ],
  stopTasks: [unknownField],
  decideStopTask: [
    { ...notFound(), body: { requestId, taskId: randomUUID(), decision: 'stopped' } },
    {
      why: 'a decision that is none',
      body: { requestId, taskId: randomUUID(), decision: 'dead' },
      ...badInput('decision'),
    },
  ],
  exportReminders: [{ why: 'no reason', body: { requestId }, ...badInput('reason') }],
  benefitCounts: [badSpan],
} as const;

const visit = { category: 'livingAlone', wish: 'visit', need: 'company', consent: true, holder: stranger };

/** What goes wrong with visits at home. */
export const careWishes = {
  registerCareVisit: [
    {
      why: 'nobody’s consent',
      body: { requestId, ...visit, consent: false },
      ...badInput('consent', 'counter'),
    },
    {
      why: 'a category that the hall does not have',
      body: { requestId, ...visit, category: 'rich' },
      ...badInput('category', 'counter'),
    },
  ],
  followCareVisit: [
    { ...notFound('counter'), body: { requestId, careId: randomUUID(), outcome: 'visited' } },
  ],
  careVisits: [{ why: 'a category in words', body: { category: '独居' }, ...badInput('category') }],
  homeVisitDays: [unknownField],
  bookHomeVisit: [
    {
      why: 'a day that is past',
      body: {
        ...{ requestId, holder: { ...stranger, phone: '13812341234' } },
        ...{ purpose: 'other', date: '2020-01-02', part: 'morning' },
      },
      ...badInput('date', 'counter'),
    },
    {
      why: 'a telephone number that is none',
      body: {
        ...{ requestId, holder: { ...stranger, phone: '12345' } },
        ...{ purpose: 'other', date: '2030-01-02', part: 'morning' },
      },
      ...badInput('holder.phone', 'counter'),
    },
  ],
  endHomeVisit: [{ ...notFound('counter'), body: { requestId, visitId: randomUUID(), outcome: 'done' } }],
  homeVisits: [unknownField],
  revealElder: [
    {
      ...notFound('counter'),
      body: { requestId, of: 'beneficiary', id: randomUUID(), field: 'name', purpose: 'staff-view' },
    },
    {
      why: 'a purpose that is not for staff',
      body: { requestId, of: 'beneficiary', id: randomUUID(), field: 'name', purpose: 'reminder-list' },
      ...badInput('purpose', 'counter'),
    },
  ],
} as const;
