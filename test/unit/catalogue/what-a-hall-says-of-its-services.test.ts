import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';
import { catalogueOn } from '../../../main/hall/catalogue/apply-changes.ts';
import { loadBundles } from '../../../main/hall/catalogue/bundles.ts';
import { loadCatalogue } from '../../../main/hall/catalogue/catalogue.ts';
import { HALL_FILE } from '../../../main/hall/files.ts';
import { createJournal } from '../../../main/hall/journal/index.ts';
import { createMemory } from '../../../main/hall/store/memory.ts';
import { hallMigrations } from '../../../main/hall/store/migrations.ts';
import { createProjector, emptyProjections } from '../../../main/hall/store/projections.ts';
import { PINYIN_FILE, servicePinyin } from '../../../resources/build/service-pinyin.ts';
import { readFileSync } from 'node:fs';
import { projectedTables } from '../../support/projected-tables.ts';
import { LEADER, TestHall } from '../../support/open-test-hall.ts';

const file = (rows: readonly object[]) => ({
  format: 'json' as const,
  content: Buffer.from(JSON.stringify(rows)).toString('base64'),
  why: 'hall-practice' as const,
});
const take = (hall: TestHall, ...rows: object[]) => hall.must('importCatalogue', file(rows), LEADER);
const guideOf = (hall: TestHall, serviceCode: string) => hall.do('serviceGuide', { serviceCode });

test('every shipped service has a window without a machine', () => {
  for (const type of ['marriage', 'social_org', 'comprehensive'] as const)
    for (const { guide } of loadCatalogue(type).values()) expect(guide.offline.counter).not.toBe('');
});

test('the shipped spelling is that of the shipped names', () => {
  expect(JSON.parse(readFileSync(PINYIN_FILE, 'utf8'))).toEqual(servicePinyin());
});

test('every bundle has a kind of hall that offers all of it', () => {
  const halls = (['marriage', 'social_org', 'comprehensive'] as const).map((type) => loadCatalogue(type));
  for (const { id, services } of loadBundles())
    expect([id, halls.some((hall) => services.every((code) => hall.has(code)))]).toEqual([id, true]);
});

test('a change counts on its days and not on others; the later record wins field by field', () => {
  const shipped = loadCatalogue('comprehensive');
  const changes = [
    {
      serviceCode: 'LN-01',
      from: '2026-07-01',
      until: '2026-07-31',
      values: { name: '津贴', telephone: '12345' },
    },
    { serviceCode: 'LN-01', from: '2026-07-10', values: { name: '老人津贴' } },
  ];
  const nameOn = (date: string) => catalogueOn(date, shipped, changes).offered.get('LN-01')?.name;
  expect(['2026-06-30', '2026-07-01', '2026-07-10', '2026-08-01'].map(nameOn)).toEqual([
    ...['高龄津贴申请', '津贴', '老人津贴', '老人津贴'],
  ]);
  const inBoth = catalogueOn('2026-07-31', shipped, changes).offered.get('LN-01');
  expect(inBoth?.guide.offline.telephone).toBe('12345');
});

test('good rows count at once and after a restart; bad rows are named', () => {
  const hall = new TestHall();
  const { changes, faults } = take(
    hall,
    { serviceCode: 'LN-01', from: '2026-06-01', documents: ['居民身份证'], telephone: '12345' },
    { serviceCode: 'LN-99', from: '2026-06-01', telephone: '12345' },
  );
  expect([changes.length, faults]).toMatchObject([1, [{ row: 2, fault: 'unknown-service' }]]);
  const says = { ok: true, value: { documents: [{ name: '居民身份证' }], offline: { telephone: '12345' } } };
  expect(guideOf(hall, 'LN-01')).toMatchObject(says);
  hall.restart();
  expect(guideOf(hall, 'LN-01')).toMatchObject(says);
  expect(hall.must('catalogueHistory', {}, LEADER).changes).toMatchObject([
    { serviceCode: 'LN-01', from: '2026-06-01', why: 'hall-practice', by: '2001' },
  ]);
});

test('a change for a later day waits for that day', () => {
  const hall = new TestHall();
  take(hall, { serviceCode: 'LN-01', from: '2026-06-16', name: '高龄老人津贴' });
  expect(guideOf(hall, 'LN-01')).toMatchObject({ value: { name: '高龄津贴申请' } });
  hall.close();
  const tomorrow = new TestHall({ folder: hall.folder, start: '2026-06-16T09:00:00+08:00' });
  tomorrow.must('issueTicket', { serviceCode: 'LN-02' });
  expect(guideOf(tomorrow, 'LN-01')).toMatchObject({ value: { name: '高龄老人津贴' } });
});

test('a file that cannot be read as a whole leaves in force what was', () => {
  const hall = new TestHall();
  take(hall, { serviceCode: 'LN-01', from: '2026-06-01', telephone: '12345' });
  const broken = { format: 'json', content: Buffer.from('[{').toString('base64'), why: 'other' } as const;
  expect(hall.do('importCatalogue', broken, LEADER)).toMatchObject({
    ok: false,
    error: { kind: 'bad-input' },
  });
  expect(guideOf(hall, 'LN-01')).toMatchObject({ value: { offline: { telephone: '12345' } } });
});

test('a service that is withdrawn is given no new number; those who wait are served under its name', () => {
  const hall = new TestHall();
  const { ticketId } = hall.must('issueTicket', { serviceCode: 'LN-01' });
  take(hall, { serviceCode: 'LN-01', from: '2026-06-01', offered: false });
  expect(hall.do('issueTicket', { serviceCode: 'LN-01' })).toMatchObject({
    ok: false,
    error: { kind: 'unknown-service' },
  });
  hall.must('openCounter', { counterId: '1' });
  expect(hall.must('callNext', { counterId: '1' }).ticketId).toBe(ticketId);
  hall.must('startService', { ticketId });
  expect(hall.must('ticketStatus', { ticketId }).ticket.serviceName).toBe('高龄津贴申请');
  hall.must('finishService', { ticketId, outcome: 'done' });
});

test.each([
  ['高龄', 'LN-01'],
  ['glj', 'LN-01'],
  ['gaolingjintie', 'LN-01'],
  ['gao ling', 'LN-01'],
  ['JZ-05', 'JZ-05'],
])('%s finds the service', (words, serviceCode) => {
  const { services } = new TestHall().must('searchServices', { words });
  expect(services.map((found) => found.serviceCode)).toContain(serviceCode);
});

test('a bundle is one number with several services, and names each paper once', () => {
  const hall = new TestHall();
  const { bundles } = hall.must('listBundles', {});
  expect(bundles.map(({ bundleId }) => bundleId)).toEqual([
    'elder-support',
    'after-a-death',
    'community-group',
  ]);
  const [elder] = bundles;
  const papers = elder?.documents.map(({ name }) => name) ?? [];
  expect(papers.filter((name) => name === '居民身份证')).toHaveLength(1);
  const [first, ...others] = elder?.services.map(({ serviceCode }) => serviceCode) ?? [];
  const { ticketId } = hall.must('issueTicket', { serviceCode: first ?? '', moreServices: others });
  expect(hall.must('ticketStatus', { ticketId }).ticket.services).toHaveLength(4);
  take(hall, { serviceCode: 'LN-05', from: '2026-06-01', offered: false });
  expect(hall.must('listBundles', {}).bundles.map(({ bundleId }) => bundleId)).not.toContain('elder-support');
});

test('a check of the channels names every gap, and a telephone closes one', () => {
  const hall = new TestHall();
  const before = hall.must('auditChannels', {}, LEADER);
  expect(before.findings).toContainEqual({ serviceCode: 'LN-01', kind: 'no-telephone' });
  expect(before.findings).not.toContainEqual({ serviceCode: 'LN-01', kind: 'no-window' });
  take(hall, { serviceCode: 'LN-01', from: '2026-06-01', telephone: '12345' });
  const after = hall.must('auditChannels', {}, LEADER);
  expect(after.findings).not.toContainEqual({ serviceCode: 'LN-01', kind: 'no-telephone' });
  const { audits, channels } = hall.must('channelAudits', {}, LEADER);
  expect(audits.map(({ auditId }) => auditId)).toEqual([after.auditId, before.auditId]);
  expect(channels.find(({ serviceCode }) => serviceCode === 'LN-01')).toMatchObject({
    ...{ telephone: '12345', paperForm: '高龄津贴申请表', counters: ['1', '2', '3', '4'] },
  });
});

test('a service that no counter is set up for is a gap', () => {
  const only = [{ counterId: '1', name: '1号窗口', services: ['LN-02'] }];
  const hall = new TestHall({ policy: { counters: only } });
  const { findings } = hall.must('auditChannels', {}, LEADER);
  expect(findings).toContainEqual({ serviceCode: 'LN-01', kind: 'no-window' });
  expect(findings).not.toContainEqual({ serviceCode: 'LN-02', kind: 'no-window' });
});

test('a replay of the journal builds the same changes and checks', () => {
  const hall = new TestHall();
  take(hall, { serviceCode: 'LN-01', from: '2026-06-01', until: '2026-12-31', telephone: '12345' });
  hall.must('auditChannels', {}, LEADER);
  hall.close();
  const opened = openDatabase({ file: join(hall.folder, HALL_FILE), migrations: hallMigrations });
  if (!opened.ok) throw new Error(opened.error.kind);
  const database = opened.value;
  onTestFinished(() => void database.close());
  const before = projectedTables(database);
  expect([before['catalogue_change']?.length, before['channel_audit']?.length]).toEqual([1, 1]);
  const journal = createJournal({ database, clock: hall.clock, bootId: 'replay' });
  database
    .transaction(() => {
      emptyProjections(database);
      expect(projectedTables(database)['catalogue_change']).toEqual([]);
      journal.replay(createProjector(database, createMemory(database)));
    })
    .immediate();
  expect(projectedTables(database)).toEqual(before);
});
