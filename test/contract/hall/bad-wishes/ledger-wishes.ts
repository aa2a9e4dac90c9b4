import { randomUUID } from 'node:crypto';

const requestId = randomUUID();
const badInput = (where: string) =>
  ({ role: 'admin', status: 400, error: { kind: 'bad-input', problems: [{ where }] } }) as const;
const notFound = { role: 'admin', status: 404, error: { kind: 'not-found' } } as const;
const notAField = { why: 'a field that is none', body: { all: true }, ...badInput('all') } as const;

const complaint = (item: string) => ({ requestId, matter: { source: 'complaint', item } });
const advance = (change: object) => ({ requestId, recordId: randomUUID(), change });
const taking = { owner: '1001', response: 'guide-now' } as const;
const report = {
  ...{ requestId, from: '2026-06-01', to: '2026-06-30', deadline: '2026-07-05', recipient: '区民政局' },
  ...{ problems: '无。', experience: '无。' },
};

/** What goes wrong with the ledger, inspections and reports. */
export const ledgerWishes = {
  openLedgerRecord: [
    {
      why: 'a resident number in the words',
      body: complaint('测试甲 110199195606159039 够不着'),
      ...badInput('matter.item'),
    },
    {
      why: 'a mobile number in the words',
      body: complaint('请回电 139-0000-0000'),
      ...badInput('matter.item'),
    },
    { why: 'no words', body: complaint('  '), ...badInput('matter.item') },
    {
      why: 'a difficulty, which opens by itself',
      body: { requestId, matter: { source: 'difficulty', item: '够不着' } },
      ...badInput('matter.source'),
    },
    {
      why: 'a measure that the plan does not have',
      body: { requestId, matter: { source: 'measure', item: '有', measure: 21 } },
      ...badInput('matter.measure'),
    },
    {
      why: 'a scene that is not on the list',
      body: { ...complaint('够不着'), scene: 'moon' },
      ...badInput('scene'),
    },
    {
      why: 'somebody who does not work here',
      body: { ...complaint('够不着'), taking: { owner: '7777', response: 'do-now' } },
      role: 'admin',
      status: 404,
      error: { kind: 'unknown-staff', staffNumber: '7777' },
    },
    {
      why: 'food of a day to come',
      body: {
        ...{ requestId },
        matter: {
          source: 'food-safety',
          foodSafety: { place: '长者食堂', on: '2099-01-01', time: '11:40', people: 3 },
        },
      },
      ...badInput('matter.foodSafety.on'),
    },
  ],
  advanceLedgerRecord: [
    { why: 'a record nobody opened', body: advance({ step: 'close', check: '看过。' }), ...notFound },
    {
      why: 'guidance without explanation, plan and steps',
      body: advance({ step: 'take', taking }),
      ...badInput('change.taking.guidance'),
    },
    {
      why: 'a plan without its steps',
      body: advance({ step: 'take', taking: { ...taking, guidance: { explanation: '远', plan: '近' } } }),
      ...badInput('change.taking.guidance.steps'),
    },
    { why: 'no evidence', body: advance({ step: 'finish' }), ...badInput('change.evidence') },
    {
      why: 'a level that is none',
      body: advance({ step: 'escalate', level: 'hall', question: '谁？' }),
      ...badInput('change.level'),
    },
    { why: 'a step nobody knows', body: advance({ step: 'forget' }), ...badInput('change.step') },
  ],
  listLedger: [
    { why: 'a day that is none', body: { from: 'yesterday' }, ...badInput('from') },
    { why: 'no state at all', body: { states: [] }, ...badInput('states') },
  ],
  exportLedger: [
    { why: 'a kind of file nobody writes', body: { format: 'pdf' }, ...badInput('format') },
    { why: 'a source that is none', body: { format: 'csv', source: 'rumour' }, ...badInput('source') },
  ],
  inspectionQuestions: [notAField],
  runSelfInspection: [
    {
      why: 'one question of all',
      body: {
        ...{ requestId },
        inspection: { kind: 'questions', answers: [{ question: 'cash-taken', answer: 'yes' }] },
      },
      ...badInput('inspection.answers'),
    },
    {
      why: 'an answer that is none',
      body: {
        ...{ requestId },
        inspection: { kind: 'questions', answers: [{ question: 'cash-taken', answer: 'perhaps' }] },
      },
      ...badInput('inspection.answers.0.answer'),
    },
    {
      why: 'a case without its solution',
      body: {
        ...{ requestId },
        inspection: { kind: 'case', scene: 'travel', finding: '没有坡道', solved: true },
      },
      ...badInput('inspection.solution'),
    },
  ],
  listSelfInspections: [notAField],
  noteMeasure: [
    {
      why: 'nothing that shows it',
      body: { requestId, measure: 1, state: 'done' },
      ...badInput('evidence'),
    },
    {
      why: 'measure nought',
      body: { requestId, measure: 0, state: 'done', evidence: '有。' },
      ...badInput('measure'),
    },
  ],
  listMeasures: [notAField],
  makeReport: [
    { why: 'days in the wrong order', body: { ...report, to: '2026-05-31' }, ...badInput('to') },
    {
      why: 'a mobile number in the experience',
      body: { ...report, experience: '测试甲 13900000000 说好' },
      ...badInput('experience'),
    },
    { why: 'nobody it is for', body: { ...report, recipient: '' }, ...badInput('recipient') },
  ],
  sendReport: [
    {
      why: 'a report nobody made',
      body: { requestId, reportId: randomUUID(), on: '2026-06-15', to: '区民政局' },
      ...notFound,
    },
    {
      why: 'a day that is none',
      body: { requestId, reportId: randomUUID(), on: '2026-02-30', to: '区民政局' },
      ...badInput('on'),
    },
  ],
  listReports: [notAField],
} as const;
