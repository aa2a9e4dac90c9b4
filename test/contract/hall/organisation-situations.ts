import { randomUUID } from 'node:crypto';
import { CHESS_CLUB } from '../../support/organisations.ts';
import type { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import type { Situation } from './situations.ts';

const id = () => ({ requestId: randomUUID() });

/** What the register writes opens the day, which pages do see: it is open before. */
async function inAnOpenDay(hall: HallService): Promise<void> {
  await must(hall.as('kiosk').issueTicket({ ...id(), serviceCode: 'LN-01' }));
}

async function filed(hall: HallService) {
  await inAnOpenDay(hall);
  const { organisationId, duties } = await must(
    hall.as('admin').fileOrganisation({ ...id(), ...CHESS_CLUB }),
  );
  return { organisationId, duties };
}

/** Every mutation of the register of organisations where it succeeds. */
export const organisationSituations = {
  fileOrganisation: {
    prepare: async (hall) => {
      await inAnOpenDay(hall);
      return CHESS_CLUB;
    },
    otherWish: { name: '景田书画社' },
    role: 'admin',
  },
  changeOrganisation: {
    prepare: async (hall) => {
      const { organisationId } = await filed(hall);
      return {
        organisationId,
        change: { kind: 'large-event', event: 'show', on: '2099-01-01', place: '社区广场', people: 300 },
      };
    },
    otherWish: {
      change: { kind: 'large-event', event: 'sport', on: '2099-01-01', place: '社区广场', people: 300 },
    },
    role: 'admin',
  },
  noteOrganisationReport: {
    prepare: async (hall) => {
      const { organisationId, duties } = await filed(hall);
      const [duty] = duties;
      if (duty?.of !== 'period') throw new Error('No report is due');
      return { organisationId, report: { of: 'period', to: duty.to, period: duty.period } };
    },
    otherWish: { report: { of: 'change', changeId: randomUUID() } },
    role: 'admin',
  },
} as const satisfies Readonly<Record<string, Situation>>;
