import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffRole } from '../../preload/contracts/operation.ts';
import type {
  CareVisitView,
  DueView,
  HomeVisitView,
  StopTaskView,
  TierChangeView,
} from '../../preload/contracts/hall-operations.ts';
import { err, ok } from '../../preload/contracts/result.ts';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { sampleId, SERVICES } from '../support/fake-services/samples.ts';
import { sampleStatistics } from '../support/fake-services/sample-statistics.ts';
import { TIERS } from '../support/pages/kiosk-elder-states.ts';
import { letStaffIn, openHallPage, signInAt, type FakeHall } from '../support/pages/bench.ts';
import { overflow } from '../support/pages/measure.ts';

const DESK = { width: 1366, height: 768 };
let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const elder = (n: number) => ({
  beneficiaryId: sampleId(n),
  ...{ maskedName: '测*甲', maskedIdNumber: '110***********0426', street: '莲花街道', hasPhone: true },
  ...{ age: 79, benefits: ['HIGH_AGE_ALLOWANCE' as const] },
});
const due: DueView = {
  ...elder(1),
  ...{ due: ['HIGH_AGE_ALLOWANCE'], state: 'due', certificationId: null },
};
const noted: DueView = { ...elder(2), due: due.due, state: 'to-confirm', certificationId: sampleId(12) };
const reaching: TierChangeView = {
  ...elder(3),
  ...{ benefits: [], age: 69, on: '2026-08-15', before: null, after: TIERS[0] ?? null },
  ...{ proactive: 'NOTIFIED', remindFrom: '2026-06-15' },
};
const higher: TierChangeView = {
  ...reaching,
  ...elder(4),
  ...{ before: TIERS[0] ?? null, after: TIERS[1] ?? null, proactive: 'ACCEPTED' },
};
const stop: StopTaskView = {
  ...elder(5),
  ...{ taskId: sampleId(15), cause: 'died', reportedAt: '2026-06-15T09:00:00+08:00' },
  ...{ decision: null, decidedBy: null },
};
const atHome = { maskedName: '测*乙', street: '莲花街道', maskedPhone: '138****1234' };
const visit: HomeVisitView = {
  ...atHome,
  ...{ visitId: sampleId(16), purpose: 'certification', date: '2026-06-12', part: 'morning' },
  ...{ outcome: null, overdue: true, bookedAt: '2026-06-10T09:00:00+08:00' },
};
const care: CareVisitView = {
  ...atHome,
  ...{ careId: sampleId(17), category: 'livingAlone', wish: 'visit', need: 'company', overdue: false },
  ...{ followUpOn: '2026-07-01', outcome: null, maskedHelper: null, by: '1001' },
  registeredAt: '2026-06-10T09:00:00+08:00',
};

/** What the hall knows; each step there changes it. */
function letTheHallAnswer(hall: FakeHall): void {
  let people = [due, noted];
  let tiers = [reaching, higher];
  let stops = [stop];
  let visits = [visit];
  hall.answers.listServices = () => ok({ services: [...SERVICES] });
  hall.answers.statistics = ({ from, to }) => ok(sampleStatistics({ from, to }));
  const cycle = { cycle: '2026-05', from: '2026-05-01', until: '2026-05-31' };
  hall.answers.listDue = () => ok({ cycle, people });
  hall.answers.listReaching = () => ok({ people: tiers });
  hall.answers.listTierChanges = () => ok({ people: tiers });
  hall.answers.stopTasks = () => ok({ tasks: stops });
  hall.answers.careVisits = () =>
    ok({ visits: [care], categories: [{ id: 'livingAlone', name: '独居' }], needs: [] });
  hall.answers.homeVisits = () => ok({ visits });
  hall.answers.recordCertification = ({ beneficiaryId, benefit, mode }) => {
    people = people.filter((one) => one.beneficiaryId !== beneficiaryId);
    const confirmed = mode !== 'OTHER';
    return ok({ certificationId: sampleId(20), cycle: '2026-05', benefits: [benefit], confirmed });
  };
  hall.answers.confirmCertification = ({ agrees }) => {
    people = people.filter((one) => one.certificationId === null);
    return ok({ confirmed: agrees });
  };
  hall.answers.recordConsent = ({ answer }) => {
    const state = answer === 'agreed' ? 'CONSENTED' : 'DECLINED';
    tiers = [{ ...reaching, proactive: state }, higher];
    return ok({ state });
  };
  hall.answers.acceptOffer = () => {
    tiers = [{ ...reaching, proactive: 'ACCEPTED' }, higher];
    return ok({ state: 'ACCEPTED' });
  };
  hall.answers.decideStopTask = ({ decision }) => {
    stops = [];
    return ok({ decision });
  };
  hall.answers.endHomeVisit = ({ outcome }) => {
    visits = [];
    return ok({ outcome });
  };
  hall.answers.revealElder = () => ok({ value: '13812341234' });
}

async function openElders(role: StaffRole = 'supervisor') {
  const bench = await openHallPage(browser, pages, '/admin/', DESK, undefined);
  letStaffIn(bench.hall, role);
  letTheHallAnswer(bench.hall);
  await signInAt(bench.page, '2001');
  await bench.page.getByRole('tab', { name: '老人' }).click();
  await bench.page.locator('[data-due="due"]').waitFor();
  return bench;
}
const wishes = (hall: FakeHall, operation: string) =>
  hall.asked.filter((one) => one.operation === operation).map(({ input }) => input);

test('the lists fit, break no rule, and show masked people only', async () => {
  const { page, complaints } = await openElders();
  await takePicture(page, 'admin-elders');
  expect(await brokenRules(page)).toEqual([]);
  expect((await overflow(page)).across).toBe(0);
  expect(await page.locator('[data-home-visit] .overdue').innerText()).toContain('已过期');
  expect(await page.locator('[data-changes]').innerText()).toContain('2 人');
  expect(complaints).toEqual([]);
});

test('a check is recorded in two steps; by others with a proof', async () => {
  const { page, hall } = await openElders();
  const first = page.locator('[data-due="due"]');
  await first.locator('[data-certify]').click();
  await first.locator('[data-mode="OTHER"]').click();
  await first.locator('[data-result="PASS"]').click();
  await first.locator('[data-proof="video-call"]').click();
  await first.waitFor({ state: 'detached' });
  expect(wishes(hall, 'recordCertification')).toMatchObject([
    { ...{ benefit: 'HIGH_AGE_ALLOWANCE', mode: 'OTHER', result: 'PASS' }, proofs: ['video-call'] },
  ]);
});

test('what a kiosk noted is confirmed by a person, by keys alone', async () => {
  const { page, hall } = await openElders('clerk');
  const confirm = page.locator('[data-due="to-confirm"] [data-confirm="yes"]');
  await confirm.focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-due="to-confirm"]').waitFor({ state: 'detached' });
  expect(wishes(hall, 'confirmCertification')).toMatchObject([
    { certificationId: sampleId(12), agrees: true },
  ]);
});

test('an answer at the counter is kept, then accepted; before it nobody can be accepted', async () => {
  const { page, hall } = await openElders();
  const asked = page.locator('[data-reaching="NOTIFIED"]');
  expect(await asked.locator('[data-accept]').count()).toBe(0);
  await asked.locator('[data-answer="agreed"]').click();
  await page.locator('[data-reaching="CONSENTED"] [data-accept]').click();
  await page.locator('[data-accept]').waitFor({ state: 'detached' });
  expect(wishes(hall, 'recordConsent')).toMatchObject([{ answer: 'agreed', how: 'counter' }]);
  expect(hall.count('acceptOffer')).toBe(1);
});

test('a match stops nothing by itself: somebody decides', async () => {
  const { page, hall } = await openElders();
  await page.locator('[data-stop] [data-decision="another-person"]').click();
  await page.locator('[data-stop]').waitFor({ state: 'detached' });
  expect(wishes(hall, 'decideStopTask')).toMatchObject([{ decision: 'another-person' }]);
});

test('a home visit: the number is seen on wish, the visit ends', async () => {
  const { page, hall } = await openElders();
  expect(await page.locator('main').innerText()).not.toContain('13812341234');
  await page.locator('[data-home-visit] [data-reveal="phone"]').click();
  expect(await page.locator('[data-seen]').innerText()).toBe('13812341234');
  await page.locator('[data-home-outcome="done"]').click();
  await page.locator('[data-home-visit]').waitFor({ state: 'detached' });
  expect(wishes(hall, 'revealElder')).toMatchObject([{ of: 'home-visit', field: 'phone' }]);
});

test('a list is sent as the file is; bad rows are named by their place with what is allowed', async () => {
  const { page, hall } = await openElders();
  const faults = [
    { row: 2, column: 'phone', fault: 'wrong-phone' as const, allowed: '13812341234, 0755-12345678' },
  ];
  hall.answers.importBeneficiaries = () => ok({ listId: sampleId(30), listed: 1, faults });
  const buffer = Buffer.from('姓名,身份证号\n测试甲,110199193002010426\n');
  await page
    .locator('[data-import="elders"]')
    .setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer });
  await page.locator('[data-imported]').waitFor();
  expect(await page.locator('[data-imported]').innerText()).toContain('收下 1 人，1 行没有收下');
  expect(await page.locator('[data-fault="wrong-phone"]').innerText()).toContain('第 2 行');
  expect(wishes(hall, 'importBeneficiaries')).toMatchObject([{ content: buffer.toString('base64') }]);

  hall.answers.importBeneficiaries = () =>
    err({ kind: 'bad-input', problems: [{ where: 'content', allowed: 'not-text: UTF-8' }] });
  await page.locator('[data-import="elders"]').setInputFiles({ name: '2.csv', mimeType: 'text/csv', buffer });
  await page.locator('.problem').waitFor();
});

test('reminders leave with a reason, as a file', async () => {
  const { page, hall } = await openElders();
  hall.answers.exportReminders = () => ok({ count: 1, csv: '\uFEFF姓名,电话\r\n测试甲,13812341234\r\n' });
  const download = page.waitForEvent('download');
  await page.locator('[data-export="tell-of-first-tier"]').click();
  expect((await download).suggestedFilename()).toBe('tell-of-first-tier.csv');
  expect(wishes(hall, 'exportReminders')).toMatchObject([{ reason: 'tell-of-first-tier' }]);
});

test.each([
  ['auditor', '[data-certify], [data-import], [data-decision], [data-answer], [data-export]'],
  ['clerk', '[data-import], [data-decision], [data-export], [data-reviewed]'],
] as const)('a %s sees the lists and no step that is not theirs', async (role, forbidden) => {
  const { page } = await openElders(role);
  await page.locator('[data-home-visit]').waitFor();
  expect(await page.locator(forbidden).count()).toBe(0);
});
