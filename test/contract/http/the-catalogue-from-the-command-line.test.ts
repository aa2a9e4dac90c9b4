import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { catalogueCommand } from '../../../main/cli/catalogue/command.ts';
import { accessFileIn, enrol, readAccessFile, revoke } from '../../../main/foundation/access/index.ts';
import { systemClock } from '../../../main/foundation/clock.ts';
import { hallFolder } from '../../../main/foundation/configuration/index.ts';
import type { RunningService } from '../../../main/foundation/run-as-process.ts';
import { startHallService } from '../../../main/hall/start-hall.ts';
import { addStaff } from '../../../main/hall/staff/keep-accounts.ts';
import { hallOperations } from '../../../preload/contracts/hall-operations.ts';
import { clientOf, makeFolder, must } from '../../support/services/service-under-test.ts';
import { addTestStaff, CHEAP, signIn, STAFF_NUMBERS, TEST_PIN } from '../../support/services/staff.ts';
import { mintTokens } from '../../support/services/tokens.ts';

const { folder, remove } = makeFolder();
const data = hallFolder(folder);
const tokens = mintTokens();
let service: RunningService;
let port: string;
beforeAll(async () => {
  await addTestStaff(data);
  service = await startHallService({
    ...{ dataDirectory: data, tokens: [...tokens.accepted], allowOrigins: [], port: 0, ballastBytes: 0 },
    logTo: { write: () => undefined },
  });
  port = new URL(service.address).port;
});
afterAll(async () => {
  await service?.stop();
  remove();
});

const LEADER = STAFF_NUMBERS.supervisor;

async function run(args: readonly string[], pin: string = TEST_PIN) {
  let said = '';
  let asked = 0;
  const ask = (): Promise<string> => {
    asked += 1;
    return Promise.resolve(pin);
  };
  const code = await catalogueCommand(args, (part) => (said += part), ask);
  return { code, said, asked };
}
const here = (as: string = LEADER, at: string = port): string[] => [
  '--as',
  as,
  '--data',
  folder,
  '--port',
  at,
];
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const office = () =>
  clientOf(hallOperations, service.address, tokens.of('admin'), () =>
    signIn(service.address, tokens.of('admin'), LEADER),
  );
const history = async () => (await must(office().catalogueHistory({}))).changes;

test('good rows are in force at once, bad ones are named, and the record says who and why', async () => {
  const changes = file(
    'changes.csv',
    '事项编码,生效日期,咨询电话\nLN-01,2026-01-01,12345\nLN-99,2026-01-01,12345\nLN-02,2026-01-01,无\n',
  );
  const { code, said } = await run(['import', changes, '--reason', 'audit-finding', ...here()]);
  expect(said).toContain('第 2 行 / row 2, serviceCode: 没有这个事项');
  expect(said).toContain('第 3 行 / row 3, telephone: 线下办理渠道不能取消');
  expect(said).toContain('1 行已生效');
  expect(code).toBe(1);
  const guide = await must(office().serviceGuide({ serviceCode: 'LN-01' }));
  expect(guide.offline.telephone).toBe('12345');
  expect(await history()).toMatchObject([{ serviceCode: 'LN-01', why: 'audit-finding', by: LEADER }]);
});

test('the check of the channels names each service and its gaps, and is kept', async () => {
  const { code, said } = await run(['audit', ...here()]);
  expect(said).toMatch(/^LN-02 \S+: .*没有咨询电话/m);
  expect(said).not.toMatch(/^LN-01 .*没有咨询电话/m);
  expect(said).toMatch(/\d+ 个事项 \/ services, \d+ 处缺口/);
  expect(code).toBe(1);
  const { audits } = await must(office().channelAudits({}));
  expect(audits).toMatchObject([{ by: LEADER }]);
});

test('a file saved as GBK is read; UTF-16, no table and too much change nothing', async () => {
  const before = await history();
  const gbk = [...Buffer.from('serviceCode,from,counter\nLN-03,2026-01-01,'), 0xd2, 0xbb, 0xba, 0xc5];
  expect(
    await run(['import', file('gbk.csv', Uint8Array.from(gbk)), '--reason', 'other', ...here()]),
  ).toMatchObject({ code: 0 });
  const [newest] = await history();
  expect(newest).toMatchObject({ serviceCode: 'LN-03', values: { counter: '一号' } });

  const utf16 = Buffer.from('\ufeff事项编码,生效日期\nLN-01,2026-01-01\n', 'utf16le');
  const refused = await run(['import', file('utf16.csv', utf16), '--reason', 'other', ...here()]);
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('UTF-8, GB 18030') });
  const large = file('large.csv', `事项编码\n${'x'.repeat(30_000)}`);
  expect(await run(['import', large, '--reason', 'other', ...here()])).toMatchObject({
    ...{ code: 1, said: expect.stringContaining('30000') },
  });
  expect(await history()).toHaveLength(before.length + 1);
});

test('who may not, and who is not who they say, changes nothing; no token is left behind', async () => {
  const before = await history();
  const changes = file('one.csv', '事项编码,生效日期,咨询电话\nLN-02,2026-01-01,12345\n');
  const as = (number: string, pin?: string) =>
    run(['import', changes, '--reason', 'other', ...here(number)], pin);
  expect(await as(STAFF_NUMBERS.clerk)).toMatchObject({
    ...{ code: 1, said: expect.stringContaining('没有权限') },
  });
  expect(await as(LEADER, '111222')).toMatchObject({ code: 1, said: expect.stringContaining('密码不对') });
  const account = { staffNumber: '2009', name: '测试新', role: 'supervisor' as const };
  await addStaff(data, account, systemClock, { pin: TEST_PIN, cost: CHEAP, mustChangePin: true });
  await expect
    .poll(async () => (await as('2009')).said, { timeout: 10_000, interval: 500 })
    .toContain('换成自己的密码');
  expect(await history()).toEqual(before);
  const kept = readAccessFile(accessFileIn(data));
  expect(kept.ok && kept.value).toEqual([]);
});

test('a hall that does not answer, and a command that is still at work, are told with what to do', async () => {
  expect(await run(['audit', ...here(LEADER, '9')])).toMatchObject({
    ...{ code: 1, said: expect.stringContaining('大厅没有应答') },
  });
  enrol(accessFileIn(data), { role: 'admin', name: 'command-line' }, systemClock);
  onTestFinished(() => void revoke(accessFileIn(data), 'command-line', systemClock));
  expect(await run(['audit', ...here()])).toMatchObject({
    ...{ code: 1, said: expect.stringContaining('songting enrol --revoke command-line') },
  });
});

test.each([
  ['no reason', ['import', 'x.csv'], '--reason (missing)'],
  ['a reason that is not on the list', ['import', 'x.csv', '--reason', 'because'], 'rule-changed'],
  ['a file that is not there', ['import', 'x.csv', '--reason', 'other'], 'x.csv: ENOENT'],
  ['a file of another kind', ['import', 'x.xlsx', '--reason', 'other'], '.json, .yaml, .csv'],
  ['nobody', ['audit'], '--as (missing)'],
  ['a number that is none', ['audit', '--as', 'me'], '--as me'],
  ['a port that is none', ['audit', '--as', '2001', '--port', 'x'], '--port x'],
  ['too much', ['audit', 'x.csv', '--as', '2001'], 'songting catalogue audit'],
])('%s: says what is allowed, and asks for no PIN', async (_why, args, says) => {
  const { code, said, asked } = await run(args);
  expect([code, asked]).toEqual([2, 0]);
  expect(said).toContain(says);
});

test('a PIN that is none is not sent', async () => {
  expect(await run(['audit', ...here()], '')).toMatchObject({ code: 2, asked: 1 });
});
