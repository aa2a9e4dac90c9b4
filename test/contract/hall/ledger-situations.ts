import { randomUUID } from 'node:crypto';
import type { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import type { Situation } from './situations.ts';

const id = () => ({ requestId: randomUUID() });
const COMPLAINT = { source: 'complaint', item: '取号机太高。' } as const;
const REPORT = {
  ...{ from: '2026-06-01', to: '2026-06-30', deadline: '2026-07-05', recipient: '区民政局' },
  ...{ problems: '机器偏高。', experience: '专人引导好用。' },
};

/** What the ledger writes opens the day, which pages do see: it is open before. */
async function inAnOpenDay(hall: HallService): Promise<void> {
  await must(hall.as('kiosk').issueTicket({ ...id(), serviceCode: 'LN-01' }));
}

/** Every mutation of the ledger where it succeeds. */
export const ledgerSituations = {
  openLedgerRecord: {
    prepare: async (hall) => {
      await inAnOpenDay(hall);
      return { matter: COMPLAINT };
    },
    otherWish: { scene: 'medical' },
    role: 'admin',
  },
  advanceLedgerRecord: {
    prepare: async (hall) => {
      await inAnOpenDay(hall);
      const { recordId } = await must(hall.as('admin').openLedgerRecord({ ...id(), matter: COMPLAINT }));
      return { recordId, change: { step: 'take', taking: { owner: '1001', response: 'do-now' } } };
    },
    otherWish: { change: { step: 'take', taking: { owner: '1001', response: 'fix-now' } } },
    role: 'admin',
  },
  runSelfInspection: {
    prepare: async (hall) => {
      await inAnOpenDay(hall);
      const { questions } = await must(hall.as('admin').inspectionQuestions({}));
      const answers = questions.map(({ question }) => ({ question, answer: 'no' }));
      return { inspection: { kind: 'questions', answers } };
    },
    otherWish: {
      inspection: {
        ...{ kind: 'case', scene: 'travel', finding: '没有坡道。', solution: '加坡道。' },
        solved: true,
      },
    },
    role: 'admin',
  },
  noteMeasure: {
    prepare: async (hall) => {
      await inAnOpenDay(hall);
      return { measure: 15, state: 'done', evidence: '三个人工窗口。' };
    },
    otherWish: { measure: 14 },
    role: 'admin',
  },
  makeReport: {
    prepare: async (hall) => {
      await inAnOpenDay(hall);
      return REPORT;
    },
    otherWish: { recipient: '市民政局' },
    role: 'admin',
  },
  sendReport: {
    prepare: async (hall) => {
      await inAnOpenDay(hall);
      const { reportId, madeAt } = await must(hall.as('admin').makeReport({ ...id(), ...REPORT }));
      return { reportId, on: madeAt.slice(0, 10), to: '区民政局' };
    },
    otherWish: { to: '市民政局' },
    role: 'admin',
  },
} as const satisfies Readonly<Record<string, Situation>>;
