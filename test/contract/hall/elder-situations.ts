import { randomUUID } from 'node:crypto';
import type { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { elderBorn, elderCsv, stopCsv, type ListedElder } from '../../support/elder-list.ts';
import type { Situation } from './situations.ts';

const id = () => ({ requestId: randomUUID() });
const DAY_MS = 86_400_000;
const dateIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Paid whatever the year in which the test runs. */
const PAID: ListedElder = { ...elderBorn('1930-02-01', 41), benefits: '高龄津贴' };
/** Old enough, and not paid. */
const NOT_PAID = elderBorn('1931-02-01', 42);
/** Turns 80 in ten days. */
const SOON: ListedElder = {
  ...elderBorn(`${Number(dateIn(10).slice(0, 4)) - 80}${dateIn(10).slice(4)}`, 43),
  ...{ benefits: '高龄津贴', phone: '13812341234' },
};
const holderOf = ({ name, idNumber }: ListedElder) => ({ name, idNumber });

/** A list alone opens the day, which pages do see. */
async function listed(hall: HallService): Promise<void> {
  await must(hall.as('kiosk').issueTicket({ ...id(), serviceCode: 'LN-01' }));
  const content = elderCsv(PAID, NOT_PAID, SOON);
  await must(hall.as('admin').importBeneficiaries({ ...id(), content }));
}

async function beneficiary(hall: HallService, person: ListedElder) {
  await listed(hall);
  const found = await must(hall.as('counter').findBeneficiary({ holder: holderOf(person) }));
  return { beneficiaryId: found.beneficiaryId };
}

const CARE = { category: 'livingAlone', wish: 'visit', need: 'company', consent: true } as const;

async function careVisit(hall: HallService) {
  await listed(hall);
  const wish = { ...id(), ...CARE, holder: { name: '测试甲', phone: '13812341234' } };
  const { careId } = await must(hall.as('counter').registerCareVisit(wish));
  return { careId };
}

async function homeVisit(hall: HallService) {
  await listed(hall);
  const { days } = await must(hall.as('counter').homeVisitDays({}));
  const holder = { name: '测试甲', phone: '13812341234' };
  return { holder, purpose: 'certification', date: days[0] ?? '', part: 'morning' } as const;
}

/** Every mutation of elders and visits where it succeeds. */
export const elderSituations = {
  answerOffer: {
    prepare: async (hall) => {
      await listed(hall);
      return { holder: holderOf(NOT_PAID), answer: 'agreed' };
    },
    otherWish: { answer: 'declined' },
    role: 'kiosk',
  },
  certifyInPerson: {
    prepare: async (hall) => {
      await listed(hall);
      return { holder: holderOf(PAID) };
    },
    otherWish: { benefit: 'CARE_SUBSIDY' },
    role: 'kiosk',
  },
  importBeneficiaries: {
    prepare: async (hall) => {
      await listed(hall);
      return { content: elderCsv(PAID) };
    },
    otherWish: { adds: true },
    role: 'admin',
  },
  importStopList: {
    prepare: async (hall) => {
      await listed(hall);
      return { content: stopCsv({ idNumber: PAID.idNumber, cause: 'died' }) };
    },
    otherWish: { content: stopCsv({ idNumber: PAID.idNumber, cause: 'moved-away' }) },
    role: 'admin',
  },
  recordCertification: {
    prepare: async (hall) => ({
      ...(await beneficiary(hall, PAID)),
      ...{ benefit: 'HIGH_AGE_ALLOWANCE', mode: 'SELF', result: 'PASS' },
    }),
    otherWish: { mode: 'FAMILY' },
  },
  confirmCertification: {
    prepare: async (hall) => {
      await listed(hall);
      const noted = await must(hall.as('kiosk').certifyInPerson({ ...id(), holder: holderOf(PAID) }));
      return { certificationId: noted.certificationId, agrees: true };
    },
    otherWish: { agrees: false },
  },
  recordConsent: {
    prepare: async (hall) => ({ ...(await beneficiary(hall, NOT_PAID)), answer: 'agreed', how: 'counter' }),
    otherWish: { how: 'telephone' },
  },
  acceptOffer: {
    prepare: async (hall) => {
      const who = await beneficiary(hall, NOT_PAID);
      await must(hall.as('counter').recordConsent({ ...id(), ...who, answer: 'agreed', how: 'counter' }));
      return who;
    },
    otherWish: { beneficiaryId: randomUUID() },
  },
  confirmTierChange: {
    prepare: async (hall) => {
      await listed(hall);
      const { people } = await must(hall.as('admin').listReaching({}));
      return { beneficiaryId: people[0]?.beneficiaryId, on: people[0]?.on };
    },
    otherWish: { on: dateIn(20) },
    role: 'admin',
  },
  decideStopTask: {
    prepare: async (hall) => {
      await listed(hall);
      const content = stopCsv({ idNumber: PAID.idNumber, cause: 'died' });
      await must(hall.as('admin').importStopList({ ...id(), content }));
      const { tasks } = await must(hall.as('admin').stopTasks({ open: true }));
      return { taskId: tasks[0]?.taskId, decision: 'stopped' };
    },
    otherWish: { decision: 'still-entitled' },
    role: 'admin',
  },
  exportReminders: {
    prepare: async (hall) => {
      await listed(hall);
      return { reason: 'tell-of-higher-tier' };
    },
    otherWish: { reason: 'asked-by-community' },
    role: 'admin',
  },
  registerCareVisit: {
    prepare: async (hall) => {
      await listed(hall);
      return { ...CARE, holder: { name: '测试甲' } };
    },
    otherWish: { wish: 'telephone' },
  },
  followCareVisit: {
    prepare: async (hall) => ({ ...(await careVisit(hall)), outcome: 'visited' }),
    otherWish: { outcome: 'not-there' },
  },
  bookHomeVisit: {
    prepare: homeVisit,
    otherWish: { part: 'afternoon' },
  },
  endHomeVisit: {
    prepare: async (hall) => {
      const wish = { ...id(), ...(await homeVisit(hall)) };
      const { visitId } = await must(hall.as('counter').bookHomeVisit(wish));
      return { visitId, outcome: 'done' };
    },
    otherWish: { outcome: 'called-off' },
  },
  revealElder: {
    prepare: async (hall) => {
      const { beneficiaryId } = await beneficiary(hall, SOON);
      return { of: 'beneficiary', id: beneficiaryId, field: 'phone', purpose: 'staff-view' };
    },
    otherWish: { field: 'name' },
  },
} as const satisfies Readonly<Record<string, Situation>>;
