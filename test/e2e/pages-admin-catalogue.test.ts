import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HallOperations } from '../../preload/contracts/hall-operations.ts';
import type { Output, StaffRole } from '../../preload/contracts/operation.ts';
import { err, ok } from '../../preload/contracts/result.ts';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { sampleId, SERVICES } from '../support/fake-services/samples.ts';
import { sampleStatistics } from '../support/fake-services/sample-statistics.ts';
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

type Reading = Output<HallOperations, 'checkCatalogue'>;
type Entry = Output<HallOperations, 'catalogueHistory'>['changes'][number];
type Looked = Output<HallOperations, 'channelAudits'>;

const change: Reading['changes'][number] = {
  ...{ serviceCode: 'LN-01', from: '2026-07-01', until: '2026-12-31' },
  values: {
    ...{ offered: true, telephone: '0755-82918333', flags: ['any-province'] },
    documents: [{ name: '居民身份证', originals: 1, copies: 2 }],
    fee: { amountYuan: 0, source: '本地办法' },
  },
};
const CHECKED: Reading = {
  changes: [change],
  faults: [
    { row: 2, column: 'telephone', fault: 'wrong-value', allowed: '12345, 0755-82918333' },
    { row: 3, column: 'counter', fault: 'offline-path-removed', allowed: 'another counter' },
    { row: 4, column: '备注', fault: 'unknown-column', allowed: 'serviceCode, from, until' },
  ],
};
const earlier: Entry = {
  ...{ serviceCode: 'LN-02', from: '2026-06-01', values: { name: '敬老卡' } },
  ...{ why: 'rule-changed', at: '2026-06-14T16:20:00+08:00', by: '9001' },
};
const CHANNELS: Looked['channels'] = [
  {
    ...{ serviceCode: 'LN-01', name: '高龄津贴申请', counter: '养老服务窗口', counters: ['1', '2'] },
    ...{ paperForm: '高龄津贴申请表', telephone: null },
  },
  {
    ...{ serviceCode: 'LN-02', name: '敬老卡', counter: '养老服务窗口', counters: [] },
    ...{ paperForm: null, telephone: '12345' },
  },
  {
    ...{ serviceCode: 'LN-03', name: '养老补贴', counter: '养老服务窗口', counters: ['3'] },
    ...{ paperForm: '养老补贴申请表', telephone: '12345' },
  },
];
const audit = (n: number, at: string): Looked['audits'][number] => ({
  ...{ auditId: sampleId(n), at, by: '2001', services: 3 },
  findings: [
    { serviceCode: 'LN-02', kind: 'no-window' },
    { serviceCode: 'LN-02', kind: 'no-paper-form' },
    { serviceCode: 'LN-01', kind: 'no-telephone' },
  ],
});

/** A hall that keeps what it takes. */
function letTheHallAnswer(hall: FakeHall): void {
  let changes = [earlier];
  let audits = [audit(1, '2026-06-10T09:00:00+08:00')];
  hall.answers.listServices = () => ok({ services: [...SERVICES] });
  hall.answers.statistics = ({ from, to }) => ok(sampleStatistics({ from, to }));
  hall.answers.catalogueHistory = () => ok({ changes });
  hall.answers.channelAudits = () => ok({ channels: CHANNELS, audits });
  hall.answers.checkCatalogue = () => ok(CHECKED);
  hall.answers.importCatalogue = ({ why }) => {
    changes = [{ ...change, why, at: '2026-06-15T09:00:00+08:00', by: '2001' }, ...changes];
    return ok(CHECKED);
  };
  hall.answers.auditChannels = () => {
    const made = audit(2, '2026-06-15T09:30:00+08:00');
    audits = [made, ...audits];
    return ok(made);
  };
}

async function openCatalogue(role: StaffRole = 'supervisor') {
  const bench = await openHallPage(browser, pages, '/admin/', DESK, undefined);
  letStaffIn(bench.hall, role);
  letTheHallAnswer(bench.hall);
  await signInAt(bench.page, '2001');
  await bench.page.getByRole('tab', { name: '目录' }).click();
  return bench;
}
const wishes = (hall: FakeHall, operation: string) =>
  hall.asked.filter((one) => one.operation === operation).map(({ input }) => input);
const TABLE = Buffer.from('事项编码,生效日期,失效日期,咨询电话\nLN-01,2026-07-01,2026-12-31,0755-82918333\n');
const choose = (page: Page, name: string, buffer: Buffer = TABLE): Promise<void> =>
  page.locator('[data-choose]').setInputFiles({ name, mimeType: 'text/csv', buffer });

test('changes on record, gaps and earlier checks stand on one page that breaks no rule', async () => {
  const { page, complaints } = await openCatalogue();
  await page.locator('[data-changed="LN-02"]').waitFor();
  expect(await page.locator('[data-changed="LN-02"]').innerText()).toMatch(
    /2026-06-14 16:20 · 9001 · 政策有变[\s\S]*LN-02 [\s\S]*2026-06-01 起[\s\S]*事项名称\s*敬老卡/,
  );
  expect(await page.locator('[data-gaps]').innerText()).toBe('3 个事项，3 处缺口');
  expect(await page.locator('[data-channel="LN-02"] .gap').allInnerTexts()).toEqual([
    '没有窗口',
    '没有纸质表单',
  ]);
  expect(await page.locator('[data-channel="LN-01"] .gap').allInnerTexts()).toEqual(['没有电话']);
  await page.locator('[data-audited] summary').click();
  expect(await page.locator('[data-found="LN-02"]').innerText()).toContain('没有窗口、没有纸质表单');
  await takePicture(page, 'admin-catalogue');
  expect(await brokenRules(page)).toEqual([]);
  expect((await overflow(page)).across).toBe(0);
  expect(complaints).toEqual([]);
});

test('a file is checked before anything is changed: bad rows by their place with what is allowed, good ones in words', async () => {
  const { page, hall } = await openCatalogue();
  await choose(page, '修改.csv');
  await page.locator('[data-checked]').waitFor();
  expect(await page.locator('[data-checked]').innerText()).toBe('修改.csv：1 行可用，3 处错误。还没有改动');
  expect(wishes(hall, 'checkCatalogue')).toEqual([{ format: 'csv', content: TABLE.toString('base64') }]);
  const telephone = await page.locator('[data-fault="wrong-value"]').innerText();
  expect(telephone).toMatch(/第 2 行 咨询电话：值不对[\s\S]*可填：12345, 0755-82918333/);
  expect(await page.locator('[data-fault="offline-path-removed"]').innerText()).toContain(
    '第 3 行 线下窗口：线下渠道不能取消',
  );
  expect(await page.locator('[data-fault="unknown-column"]').innerText()).toContain('第 4 行 备注');
  await page.locator('summary', { hasText: '看 1 行可用的修改' }).click();
  const good = await page.locator('[data-good="LN-01"]').innerText();
  expect(good).toContain('2026-07-01 至 2026-12-31');
  expect(good).toMatch(/是否开办\s*是/);
  expect(good).toMatch(/申请材料\s*居民身份证（原件 1 份，复印件 2 份）/);
  expect(good).toMatch(/收费\s*0 元（本地办法）/);
  expect(good).toMatch(/办理方式\s*跨省通办/);
  await takePicture(page, 'admin-catalogue-checked');
  expect(await brokenRules(page)).toEqual([]);
  expect((await overflow(page)).across).toBe(0);
  expect(hall.count('importCatalogue')).toBe(0);
});

test('good rows are taken with a reason, by keys alone; then the record says who and why', async () => {
  const { page, hall } = await openCatalogue();
  await choose(page, '修改.csv');
  const take = page.locator('[data-import]');
  await take.waitFor();
  expect(await take.isDisabled()).toBe(true);
  await page.locator('[name="reason"][value="rule-changed"]').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  expect(await take.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.locator('[data-taken]').waitFor();
  expect(await page.locator('[data-taken]').innerText()).toBe('1 行已生效，3 处错误没有导入');
  expect(wishes(hall, 'importCatalogue')).toMatchObject([
    { format: 'csv', content: TABLE.toString('base64'), why: 'hall-practice' },
  ]);
  expect(await page.locator('[data-changed="LN-01"]').innerText()).toContain('2001 · 本厅做法');
  expect(await page.locator('[data-import]').count()).toBe(0);
});

test('an import that the hall did not answer is asked again under the same id', async () => {
  const { page, hall } = await openCatalogue();
  await choose(page, '修改.csv');
  await page.locator('[name="reason"][value="other"]').check();
  hall.answers.importCatalogue = () => err({ kind: 'internal' });
  await page.locator('[data-import]').click();
  await page.locator('.problem').waitFor();
  letTheHallAnswer(hall);
  await page.locator('[data-import]').click();
  await page.locator('[data-taken]').waitFor();
  const ids = wishes(hall, 'importCatalogue').map((wish) => (wish as { requestId: string }).requestId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('a file that cannot be used as a whole says why, offers no import, and the record stays', async () => {
  const { page, hall } = await openCatalogue();
  hall.answers.checkCatalogue = () =>
    ok({
      changes: [],
      faults: [{ row: 0, column: null, fault: 'not-text', allowed: 'UTF-8, GB 18030 (GBK)' }],
    });
  const utf16 = Buffer.from('\ufeff事项编码,生效日期\n', 'utf16le');
  await choose(page, 'utf16.csv', utf16);
  await page.locator('[data-fault="not-text"]').waitFor();
  expect(await page.locator('[data-fault="not-text"]').innerText()).toMatch(
    /整个文件[\s\S]*编码不认识[\s\S]*UTF-8, GB 18030/,
  );
  expect(wishes(hall, 'checkCatalogue')).toMatchObject([{ content: utf16.toString('base64') }]);
  expect(await page.locator('[data-import]').count()).toBe(0);

  await choose(page, '修改.xlsx');
  await page.locator('[data-refused]').waitFor();
  expect(await page.locator('[data-refused]').innerText()).toContain('修改.xlsx：只认 .csv');
  await choose(page, '大.csv', Buffer.alloc(30_001, 0x61));
  await page.locator('[data-refused]', { hasText: '大.csv' }).waitFor();
  expect(await page.locator('[data-refused]').innerText()).toContain('最多 30000 字节');
  expect(hall.count('checkCatalogue')).toBe(1);

  const wrong = { column: '电话', fault: 'unknown-column' as const, allowed: '咨询电话 telephone' };
  const faults = Array.from({ length: 130 }, (_, at) => ({ ...wrong, row: at + 1 }));
  hall.answers.checkCatalogue = () => ok({ changes: [], faults });
  await choose(page, '表头错.csv');
  await page.locator('[data-more]').waitFor();
  expect(await page.locator('[data-fault]').count()).toBe(100);
  expect(await page.locator('[data-more]').innerText()).toContain('还有 30 处错误');
  expect(await page.locator('[data-changed="LN-02"]').count()).toBe(1);
  expect(await brokenRules(page)).toEqual([]);
});

test('the ways without a machine are checked and kept; those with a gap alone can be shown', async () => {
  const { page, hall } = await openCatalogue();
  await page.locator('[data-channel="LN-03"]').waitFor();
  await page.locator('[data-only-gaps]').focus();
  await page.keyboard.press('Space');
  await page.locator('[data-channel="LN-03"]').waitFor({ state: 'detached' });
  expect(await page.locator('[data-channel]').count()).toBe(2);
  await page.locator('[data-audit]').click();
  const newest = page.locator(`[data-audited="${sampleId(2)}"]`);
  await newest.waitFor();
  expect(await newest.innerText()).toContain('2026-06-15 09:30 · 2001 · 3 个事项，3 处缺口');
  expect(await page.locator('[data-audited]').count()).toBe(2);
  expect(wishes(hall, 'auditChannels')).toHaveLength(1);
});

test('an auditor looks and changes nothing; a clerk is told who may look', async () => {
  const { page } = await openCatalogue('auditor');
  await page.locator('[data-changed="LN-02"]').waitFor();
  expect(await page.locator('[data-choose], [data-import], [data-audit]').count()).toBe(0);
  const { page: clerks, hall } = await openCatalogue('clerk');
  await clerks.locator('[data-not-yours]').waitFor();
  expect(hall.count('catalogueHistory') + hall.count('channelAudits')).toBe(0);
  expect(await brokenRules(clerks)).toEqual([]);
});
