import type {
  ChannelAuditView,
  InspectionQuestionView,
  InspectionView,
  LedgerChange,
  LedgerCounts,
  LedgerRecordView,
  MeasureView,
  ReportView,
} from '../../../preload/contracts/hall-operations.ts';
import { ok } from '../../../preload/contracts/result.ts';
import { sampleStatistics } from '../fake-services/sample-statistics.ts';
import { sampleId, SERVICES } from '../fake-services/samples.ts';
import type { FakeHall } from './bench.ts';

export const TODAY = '2026-06-15';
const CLERK = { staffNumber: '1001', name: '测试甲' };
const LEADER = { staffNumber: '2001', name: '测试主管' };
const at = (date: string): string => `${date}T09:30:00+08:00`;

export const sampleRecord = (number: number, over: Partial<LedgerRecordView> = {}): LedgerRecordView => ({
  ...{ recordId: sampleId(100 + number), number, source: 'complaint', about: {}, scene: 'public-service' },
  ...{ item: '取号机太高，坐轮椅够不着。', openedOn: '2026-06-10', openedAt: at('2026-06-10') },
  ...{ openedBy: CLERK, state: 'open', response: null, owner: null, guidance: null, dueOn: '2026-06-17' },
  ...{ overdue: false, doneOn: null, closedOn: null, level: 'hall', referral: null, steps: [] },
  possible: ['take', 'escalate', 'refer'],
  ...over,
});
export const doneStep = (change: LedgerChange, by = CLERK): LedgerRecordView['steps'][number] => ({
  ...{ change, on: '2026-06-12', at: at('2026-06-12'), by, after: null },
});

/** Overdue with a plan; a difficulty nobody took; one that was done and waits for its check. */
export const RECORDS = {
  late: sampleRecord(1, {
    ...{ source: 'traditional-removed', item: '现金缴费停了。', dueOn: '2026-06-12', overdue: true },
    ...{ about: { removedOn: '2026-05-01' }, state: 'underway', response: 'guide-now', owner: LEADER },
    guidance: {
      ...{ explanation: '银行撤了网点。', plan: '请银行每周来两次。' },
      steps: [{ what: '同银行谈', by: '2026-06-12' }],
    },
    ...{ level: 'district', possible: ['take', 'escalate', 'refer', 'reply', 'finish'] },
    referral: { department: '区金融办', replyBy: '2026-06-14', reply: null, overdue: true },
    steps: [doneStep({ step: 'escalate', level: 'district', question: '能否由财政补贴？' }, LEADER)],
  }),
  difficulty: sampleRecord(2, {
    ...{ source: 'difficulty', about: { difficulty: 'hearing' }, item: null, dueOn: '2026-06-22' },
  }),
  done: sampleRecord(3, {
    ...{ state: 'done', response: 'do-now', owner: CLERK, doneOn: '2026-06-12' },
    ...{ possible: ['close', 'reopen'], steps: [doneStep({ step: 'finish', evidence: '机器放低了。' })] },
  }),
};
const COUNTS: LedgerCounts = {
  ...{ opened: 3, closed: 0, open: 3, overdue: 1 },
  bySource: [{ source: 'complaint', opened: 1 }],
  difficulties: [{ kind: 'hearing', opened: 1 }],
  homeVisits: 4,
};
export const QUESTIONS: readonly InspectionQuestionView[] = [
  ['cash-taken', 'paper-kept', '能付现金吗？'],
  ['elder-window', 'elder-channel', '有老年人优先窗口吗？'],
  ['guide-there', 'human-service', '有人引导吗？'],
].map(([question = '', group = '', textZh = '']) => ({
  ...{ question, textZh, textEn: question },
  group: group as InspectionQuestionView['group'],
}));
const PAST: InspectionView = {
  ...{ inspectionId: sampleId(300), on: '2026-06-01', at: at('2026-06-01'), by: '2001', recordIds: [] },
  inspection: { kind: 'questions', answers: [{ question: 'cash-taken', answer: 'yes' }] },
};
export const MEASURES: readonly MeasureView[] = Array.from({ length: 20 }, (_, place) => ({
  ...{ measure: place + 1, scene: 'public-service', titleZh: '保留人工窗口', titleEn: 'Windows stay' },
  ...{ source: '国办发〔2020〕45号', state: 'not-begun', evidence: null, notedAt: null, notedBy: null },
}));
export const sampleReport = (n: number, over: Partial<ReportView> = {}): ReportView => ({
  ...{ reportId: sampleId(400 + n), from: '2026-05-01', to: '2026-05-31', deadline: '2026-06-17' },
  ...{ recipient: '区民政局', problems: '取号机偏高。', experience: '专人引导好用。', counts: COUNTS },
  items: Object.values(RECORDS).map(({ recordId, number, state, overdue }) => ({
    ...{ recordId, number, state, overdue },
  })),
  ...{ madeAt: at('2026-06-01'), madeBy: '2001', sent: null, daysLeft: 2, late: false },
  ...over,
});

/** A hall with a ledger; each step there changes it. */
export function letTheLedgerAnswer(hall: FakeHall): void {
  let records: readonly LedgerRecordView[] = Object.values(RECORDS);
  hall.answers.listServices = () => ok({ services: [...SERVICES] });
  hall.answers.statistics = ({ from, to }) => ok(sampleStatistics({ from, to }));
  hall.answers.listLedger = ({ states, source }) => {
    const shown = records.filter((one) => states === undefined || states.includes(one.state));
    const wanted = shown.filter((one) => source === undefined || one.source === source);
    return ok({ records: wanted, counts: COUNTS, yearsWithoutHolidays: [2027] });
  };
  hall.answers.advanceLedgerRecord = ({ recordId, change }) => {
    const old = records.find((one) => one.recordId === recordId) ?? RECORDS.done;
    const closes = change.step === 'close';
    const record: LedgerRecordView = {
      ...old,
      ...(closes ? { state: 'closed', closedOn: TODAY, possible: ['reopen'] } : { state: 'underway' }),
      ...(change.step === 'take' && { owner: LEADER, response: change.taking.response }),
      steps: [...old.steps, doneStep(change, LEADER)],
    };
    records = records.map((one) => (one.recordId === recordId ? record : one));
    return ok(record);
  };
  hall.answers.openLedgerRecord = ({ matter }) => {
    const item = 'item' in matter ? (matter.item ?? null) : null;
    const foodSafety = matter.source === 'food-safety' ? { foodSafety: matter.foodSafety } : {};
    const record = sampleRecord(4, { source: matter.source, item, about: foodSafety });
    records = [...records, record];
    return ok(record);
  };
  letTheOfficeReport(hall);
}

function letTheOfficeReport(hall: FakeHall): void {
  let measures = MEASURES;
  let reports = [
    sampleReport(1),
    sampleReport(2, { deadline: '2026-06-10', daysLeft: -5, late: true, recipient: '市民政局' }),
  ];
  hall.answers.inspectionQuestions = () => ok({ questions: [...QUESTIONS] });
  let audits: ChannelAuditView[] = [];
  const channels = [
    { serviceCode: 'LN-01', name: '高龄津贴申请', counter: '1 号窗口', counters: ['1'], paperForm: 'LN-01' },
    { serviceCode: 'JZ-08', name: '收养登记', counter: '', counters: [], paperForm: null },
  ].map((channel) => ({ ...channel, telephone: null }));
  hall.answers.channelAudits = () => ok({ channels, audits });
  hall.answers.auditChannels = () => {
    const findings = [{ serviceCode: 'JZ-08', kind: 'no-window' as const }];
    audits = [{ auditId: sampleId(500), at: at(TODAY), by: '2001', services: 2, findings }];
    return ok(audits[0] as ChannelAuditView);
  };
  hall.answers.listSelfInspections = () => ok({ inspections: [PAST] });
  hall.answers.runSelfInspection = ({ inspection }) =>
    ok({ ...PAST, inspection, recordIds: [RECORDS.done.recordId] });
  hall.answers.listMeasures = () => ok({ measures: [...measures] });
  hall.answers.noteMeasure = ({ measure, state, evidence }) => {
    const noted = { notedAt: at(TODAY), notedBy: '2001' };
    measures = measures.map((one) => (one.measure === measure ? { ...one, state, evidence, ...noted } : one));
    return ok(measures[measure - 1] as MeasureView);
  };
  hall.answers.listReports = () => ok({ reports });
  hall.answers.makeReport = ({ from, to, deadline, recipient, problems, experience }) => {
    const made = sampleReport(3, {
      ...{ from, to, deadline, recipient, problems, experience },
      ...{ madeAt: at(TODAY), daysLeft: 20 },
    });
    reports = [made, ...reports];
    return ok(made);
  };
  hall.answers.sendReport = ({ reportId, on, to }) => {
    const sent = { sent: { on, to, by: '2001' }, daysLeft: null };
    reports = reports.map((one) => (one.reportId === reportId ? { ...one, ...sent } : one));
    return ok(reports[0] as ReportView);
  };
}
