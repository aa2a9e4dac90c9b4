import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { HallService } from '../../support/services/hall-service.ts';
import { isOfTheQueue, listenAs, sameAsTruth, truthOf } from './feed-truth.ts';
import { HASTY_HALL, MUTATIONS, situations, type Mutation } from './situations.ts';

/** Lists of people are asked for by who works with them; they are on no board. */
const ELDERS = 'who is paid what is no business of the floor';
const BOOKINGS = 'bookings are looked at, not followed: the floor sees who comes';

const ORGANISATIONS = 'the register is looked at, not followed';

/** What no page of the floor shows. A new operation of this kind is named here, with its reason. */
const SHOWN_NOWHERE: Partial<Readonly<Record<Mutation, string>>> = {
  revealPerson: 'a name is told to who asked for it alone',
  recordProxyLetter: 'a letter is between the two who sign it and the record',
  auditChannels: 'the office asks for its checks when it looks at them',
  bookAppointment: BOOKINGS,
  moveAppointment: BOOKINGS,
  cancelAppointment: BOOKINGS,
  revealAppointment: 'a name is told to who asked for it alone',
  openLedgerRecord: 'the ledger is looked at, not followed',
  advanceLedgerRecord: 'the ledger is looked at, not followed',
  runSelfInspection: 'the ledger is looked at, not followed',
  noteMeasure: 'the office asks for its measures when it looks at them',
  makeReport: 'a report is between the office and who it is for',
  sendReport: 'a report is between the office and who it is for',
  fileOrganisation: ORGANISATIONS,
  changeOrganisation: ORGANISATIONS,
  noteOrganisationReport: ORGANISATIONS,
  printForm: 'a form is between the person, the paper and the record',
  keepDraft: 'a form is between the person, the paper and the record',
  recallDraft: 'a name is told to who asked for it alone',
  reportDifficulty: 'the ledger of difficulties is looked at, not followed',
  settleDifficulty: 'the ledger of difficulties is looked at, not followed',
  answerOffer: ELDERS,
  certifyInPerson: ELDERS,
  importBeneficiaries: ELDERS,
  importStopList: ELDERS,
  recordCertification: ELDERS,
  confirmCertification: ELDERS,
  recordConsent: ELDERS,
  acceptOffer: ELDERS,
  confirmTierChange: ELDERS,
  decideStopTask: ELDERS,
  exportReminders: ELDERS,
  registerCareVisit: ELDERS,
  followCareVisit: ELDERS,
  bookHomeVisit: ELDERS,
  endHomeVisit: ELDERS,
  revealElder: 'a name is told to who asked for it alone',
  rateVisit: 'a rating is between the visitor and who reads the ratings',
  signIn: 'who sits where is shown once a counter opens',
  signOut: 'the counter stays as it is',
  changePin: 'a secret of one person',
  unlockStaff: 'between the person and the supervisor',
  advanceRatingCase: 'what becomes of a bad rating is between the manager and the visitor',
};

test.each(MUTATIONS)(
  'every path that changes state reaches counter list and display: %s',
  async (operation) => {
    const hall = await HallService.forTest({ configuration: HASTY_HALL });
    const { prepare, role } = situations[operation];
    const wish = { requestId: randomUUID(), ...(await prepare(hall)) };
    const pages = [await listenAs(hall, 'counter'), await listenAs(hall, 'display')];
    for (const page of pages) await sameAsTruth(hall, page);
    const before = await truthOf(hall);
    const heardBefore = pages.map(({ messages }) => messages.length);

    expect(await hall.post(operation, wish, role)).toMatchObject({ status: 200, json: { ok: true } });

    const isShown = JSON.stringify(await truthOf(hall)) !== JSON.stringify(before);
    expect(isShown, SHOWN_NOWHERE[operation] ?? 'it changes what pages show').toBe(
      SHOWN_NOWHERE[operation] === undefined,
    );
    for (const [at, page] of pages.entries()) {
      await sameAsTruth(hall, page);
      const heard = page.messages.slice(heardBefore[at]);
      // By an update of its own: nobody had to ask for a snapshot, and nobody saw half of it.
      expect(heard.filter(isOfTheQueue)).toHaveLength(isShown ? 1 : 0);
      expect(heard.filter(({ type }) => type === 'snapshot')).toEqual([]);
    }
  },
);
