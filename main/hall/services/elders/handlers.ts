import type { benefitRows } from '../../../../preload/contracts/hall/benefit-rows.ts';
import type { careRows } from '../../../../preload/contracts/hall/care-rows.ts';
import type { elderRows } from '../../../../preload/contracts/hall/elder-rows.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Handlers } from '../../../../preload/contracts/operation.ts';
import { createCareHandlers } from '../care/handlers.ts';
import type { HallContext } from '../hall-context.ts';
import type { Runners } from '../runners.ts';
import { acceptOffer, answerOffer, confirmTierChange, recordConsent } from './answers.ts';
import { certifyInPerson, confirmCertification, recordCertification } from './certifications.ts';
import { benefitCounts } from './counts.ts';
import { importBeneficiaries } from './import-list.ts';
import { findBeneficiary, listDue, listReaching, listTierChanges } from './lists.ts';
import { exportReminders } from './reminders.ts';
import { benefitStanding } from './standing.ts';
import { decideStopTask, importStopList, stopTasks } from './stop-list.ts';
import { benefitTable, listMeals } from './table.ts';

/** Allowances of elders: what the table says, who is due, what was checked and answered; and visits to them at home. */
export function createElderHandlers(
  hall: HallContext,
  runners: Runners,
): Pick<Handlers<HallOperations>, keyof typeof benefitRows | keyof typeof elderRows | keyof typeof careRows> {
  const { mutation, visitors, unkept } = runners;
  return {
    ...createCareHandlers(hall, runners),
    benefitTable: () => benefitTable(hall),
    benefitStanding: (input) => benefitStanding(hall, input),
    answerOffer: visitors('answerOffer', answerOffer),
    certifyInPerson: visitors('certifyInPerson', certifyInPerson),
    listMeals: (input) => listMeals(hall, input),
    importBeneficiaries: mutation('importBeneficiaries', importBeneficiaries),
    importStopList: mutation('importStopList', importStopList),
    listDue: () => listDue(hall),
    listReaching: () => listReaching(hall),
    listTierChanges: (input) => listTierChanges(hall, input),
    findBeneficiary: (input) => findBeneficiary(hall, input),
    recordCertification: mutation('recordCertification', recordCertification),
    confirmCertification: mutation('confirmCertification', confirmCertification),
    recordConsent: mutation('recordConsent', recordConsent),
    acceptOffer: mutation('acceptOffer', acceptOffer),
    confirmTierChange: mutation('confirmTierChange', confirmTierChange),
    stopTasks: (input) => stopTasks(hall, input),
    decideStopTask: mutation('decideStopTask', decideStopTask),
    exportReminders: unkept('exportReminders', exportReminders),
    benefitCounts: (input) => benefitCounts(hall, input),
  };
}
