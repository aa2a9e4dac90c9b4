import { randomUUID } from 'node:crypto';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Role } from '../../../preload/contracts/operation.ts';
import { must } from '../../support/services/service-under-test.ts';
import { newSession, TEST_PIN } from '../../support/services/staff.ts';
import { appointmentSituations } from './appointment-situations.ts';
import { elderSituations } from './elder-situations.ts';
import { ledgerSituations } from './ledger-situations.ts';
import { organisationSituations } from './organisation-situations.ts';
import type { HallService } from '../../support/services/hall-service.ts';

export type Mutation = {
  [Name in keyof HallOperations]: HallOperations[Name]['effect'] extends 'mutation' ? Name : never;
}[keyof HallOperations];

/** Nobody waits for a cool-down in a test. */
export const HASTY_HALL = 'hall: { call: { recallCoolDownSeconds: 0 } }\n';
export const SERVICE = 'LN-01';

export interface Situation {
  /** Brings the hall to where the operation is possible; answers its input without the request id. */
  readonly prepare: (hall: HallService) => Promise<object>;
  /** Another wish of the same kind, for the same request id. */
  readonly otherWish: object;
  /** Who asks, where the office may not. */
  readonly role?: Role;
}

const id = () => ({ requestId: randomUUID() });
const issue = (hall: HallService) => must(hall.as('kiosk').issueTicket({ ...id(), serviceCode: SERVICE }));
const open = (hall: HallService) => must(hall.as('counter').openCounter({ ...id(), counterId: '1' }));

/** A file of changes, as an office sends it. */
const renamed = (name: string): string =>
  Buffer.from(JSON.stringify([{ serviceCode: SERVICE, from: '2020-01-01', name }])).toString('base64');

async function waiting(hall: HallService) {
  const { ticketId } = await issue(hall);
  return { ticketId };
}

async function called(hall: HallService) {
  await open(hall);
  await issue(hall);
  const { ticketId } = await must(hall.as('counter').callNext({ ...id(), counterId: '1' }));
  return { ticketId };
}

async function serving(hall: HallService) {
  const ticket = await called(hall);
  await must(hall.as('counter').startService({ ...id(), ...ticket }));
  return ticket;
}

async function finished(hall: HallService) {
  const ticket = await serving(hall);
  await must(hall.as('counter').finishService({ ...id(), ...ticket }));
  return ticket;
}

async function missed(hall: HallService) {
  const ticket = await called(hall);
  await must(hall.as('counter').missTicket({ ...id(), ...ticket }));
  return ticket;
}

async function atOpenCounter(hall: HallService) {
  await open(hall);
  return { counterId: '1' };
}

async function helpAsked(hall: HallService) {
  const { helpId } = await must(hall.as('counter').callForHelp({ ...id(), kind: 'colleague' }));
  return { helpId };
}

/** Every mutation of the hall's table where it succeeds. A row that is missing here does not compile. */
const DRAFT = { formId: 'elder-allowance', version: '2026.1', title: '高龄津贴申请表' } as const;

export const situations: Readonly<Record<Mutation, Situation>> = {
  issueTicket: {
    prepare: () => Promise.resolve({ serviceCode: SERVICE }),
    otherWish: { serviceCode: 'LN-02' },
  },
  openCounter: { prepare: () => Promise.resolve({ counterId: '1' }), otherWish: { counterId: '2' } },
  pauseCounter: { prepare: atOpenCounter, otherWish: { reason: 'meal' } },
  closeCounter: { prepare: atOpenCounter, otherWish: { counterId: '2' } },
  assignServices: {
    prepare: async (hall) => ({ ...(await atOpenCounter(hall)), services: [SERVICE] }),
    otherWish: { services: [] },
  },
  callNext: {
    prepare: async (hall) => {
      await issue(hall);
      return atOpenCounter(hall);
    },
    otherWish: { counterId: '2' },
  },
  callTicket: {
    prepare: async (hall) => ({ ...(await missed(hall)), counterId: '1', why: 'came-late' }),
    otherWish: { why: 'unwell' },
  },
  revealPerson: {
    prepare: async (hall) => {
      const holder = { name: '测试丙' };
      await open(hall);
      await must(hall.as('kiosk').issueTicket({ ...id(), serviceCode: SERVICE, holder }));
      const { ticketId } = await must(hall.as('counter').callNext({ ...id(), counterId: '1' }));
      await must(hall.as('counter').startService({ ...id(), ticketId }));
      return { ticketId, counterId: '1', who: 'holder', field: 'name', purpose: 'staff-view' };
    },
    otherWish: { purpose: 'form-printing' },
  },
  recordProxyLetter: {
    // A letter alone opens the day, which pages do see.
    prepare: async (hall) => {
      await issue(hall);
      return {
        ...{ serviceCode: SERVICE, relation: 'child', powers: ['submit'], days: 30, printState: 'confirmed' },
        ...{ holder: { name: '测试甲' }, companion: { name: '测试乙' } },
      };
    },
    otherWish: { days: 31 },
    role: 'kiosk',
  },
  importCatalogue: {
    // The name of a service that somebody waits for is on every page.
    prepare: async (hall) => {
      await issue(hall);
      return { format: 'json', content: renamed('高龄老人津贴'), why: 'hall-practice' };
    },
    otherWish: { content: renamed('高龄老人津贴申请') },
    role: 'admin',
  },
  auditChannels: {
    prepare: async (hall) => {
      await issue(hall);
      return {};
    },
    otherWish: { serviceCodes: [SERVICE] },
    role: 'admin',
  },
  printForm: {
    // A form alone opens the day, which pages do see.
    prepare: async (hall) => {
      await issue(hall);
      return {
        ...{ formId: 'elder-allowance', version: '2026.1', size: 'standard', prefilled: true },
        printState: 'confirmed',
      };
    },
    otherWish: { size: 'large' },
    role: 'kiosk',
  },
  ...appointmentSituations,
  keepDraft: {
    prepare: async (hall) => {
      await issue(hall);
      return { ...DRAFT, holder: { name: '测试甲' } };
    },
    otherWish: { formId: 'elder-card' },
    role: 'kiosk',
  },
  recallDraft: {
    prepare: async (hall) => {
      const kept = { ...id(), ...DRAFT, holder: { name: '测试甲' } };
      const { code } = await must(hall.as('kiosk').keepDraft(kept));
      return { code, counterId: '1' };
    },
    otherWish: { counterId: '2' },
  },
  ...elderSituations,
  ...ledgerSituations,
  ...organisationSituations,
  callForHelp: {
    prepare: () => Promise.resolve({ kind: 'supervisor', counterId: '1' }),
    otherWish: { kind: 'emergency' },
  },
  answerHelp: { prepare: helpAsked, otherWish: { helpId: randomUUID() } },
  endHelp: { prepare: helpAsked, otherWish: { helpId: randomUUID() } },
  reportDifficulty: {
    prepare: async (hall) => ({ kind: 'could-not-use-machine', ...(await atOpenCounter(hall)) }),
    otherWish: { kind: 'hearing' },
  },
  settleDifficulty: {
    prepare: async (hall) => {
      const { difficultyId } = await must(hall.as('kiosk').reportDifficulty({ ...id(), kind: 'language' }));
      return { difficultyId, result: 'solved-here' };
    },
    otherWish: { result: 'noted' },
  },
  undoStep: {
    prepare: async (hall) => {
      await called(hall);
      return { counterId: '1' };
    },
    otherWish: { counterId: '2' },
  },
  serveNow: {
    prepare: async (hall) => ({ ...(await atOpenCounter(hall)), serviceCode: SERVICE }),
    otherWish: { serviceCode: 'LN-02' },
  },
  addService: {
    prepare: async (hall) => ({ ...(await serving(hall)), counterId: '1', serviceCode: 'LN-02' }),
    otherWish: { serviceCode: 'LN-03' },
  },
  recallTicket: { prepare: called, otherWish: { counterId: '1' } },
  startService: { prepare: called, otherWish: { counterId: '1' } },
  finishService: { prepare: serving, otherWish: { outcome: 'sent-elsewhere' } },
  missTicket: { prepare: called, otherWish: { counterId: '1' } },
  returnTicket: { prepare: missed, otherWish: { counterId: '1' } },
  cancelTicket: { prepare: waiting, otherWish: { reason: 'mistake' } },
  parkTicket: { prepare: serving, otherWish: { counterId: '1' } },
  resumeTicket: {
    prepare: async (hall) => {
      const ticket = await serving(hall);
      await must(hall.as('counter').parkTicket({ ...id(), ...ticket }));
      return { ...ticket, counterId: '1' };
    },
    otherWish: { counterId: '2' },
  },
  transferTicket: {
    prepare: async (hall) => ({ ...(await serving(hall)), serviceCode: 'LN-02' }),
    otherWish: { serviceCode: 'LN-03' },
  },
  correctPriority: {
    prepare: async (hall) => ({ ...(await waiting(hall)), priorityClass: 'urgent', why: 'unwell' }),
    otherWish: { why: 'evident' },
  },
  recordPrint: {
    prepare: async (hall) => ({ ...(await waiting(hall)), printState: 'sent', reprint: false }),
    otherWish: { printState: 'confirmed' },
  },
  rateVisit: {
    prepare: async (hall) => ({ ...(await finished(hall)), level: 4, channel: 'pad' }),
    otherWish: { level: 5 },
  },
  advanceRatingCase: {
    prepare: async (hall) => {
      const rating = { ...id(), ...(await finished(hall)), level: 1, channel: 'pad' } as const;
      await must(hall.as('counter').rateVisit(rating));
      const { cases } = await must(hall.as('admin').listRatingCases({ open: true }));
      return { caseId: cases[0]?.caseId, step: 'judge', judgement: 'explain', note: 'rules-not-understood' };
    },
    otherWish: { judgement: 'fix-now' },
  },
  signIn: {
    prepare: () => Promise.resolve({ staffNumber: '1001', pin: TEST_PIN, session: newSession() }),
    otherWish: { session: newSession() },
  },
  signOut: {
    prepare: () => Promise.resolve({ session: newSession() }),
    otherWish: { session: newSession() },
  },
  changePin: {
    prepare: () => Promise.resolve({ pin: TEST_PIN, newPin: '804613' }),
    otherWish: { newPin: '135792' },
  },
  unlockStaff: {
    prepare: () => Promise.resolve({ staffNumber: '1001' }),
    otherWish: { staffNumber: '9001' },
  },
};

export const MUTATIONS = Object.keys(situations) as Mutation[];
