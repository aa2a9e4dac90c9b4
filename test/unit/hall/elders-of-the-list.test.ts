import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { HALL_FILE } from '../../../main/hall/files.ts';
import { base64, elderBorn, elderCsv, stopCsv, type ListedElder } from '../../support/elder-list.ts';
import { CLERK, KIOSK, LEADER, OTHER_LEADER, SUPERVISOR, TestHall } from '../../support/open-test-hall.ts';

const PAID = '高龄津贴';
const phone = '13812341234';
/** On 2026-05-20: 76, paid; reaches 80 in a month, paid; reaches 70 in a month, not paid; 45. */
const PAID_76 = { ...elderBorn('1950-02-01', 11), benefits: PAID };
const SOON_80 = { ...elderBorn('1946-06-20', 12), benefits: `${PAID};护理补贴`, phone };
const SOON_70 = { ...elderBorn('1956-06-20', 13), phone };
const YOUNG = elderBorn('1981-02-01', 14);

let hall: TestHall;
beforeEach(() => {
  hall = new TestHall({ start: '2026-05-20T09:00:00+08:00' });
});
const take = (...elders: readonly ListedElder[]) =>
  hall.must('importBeneficiaries', { content: elderCsv(...elders), adds: false }, LEADER);
const takeAll = () => take(PAID_76, SOON_80, SOON_70, YOUNG);
const file = (person: ListedElder) =>
  hall.must('findBeneficiary', { holder: { name: person.name, idNumber: person.idNumber } });
const idOf = (person: ListedElder): string => file(person).beneficiaryId;
const holderOf = ({ name, idNumber }: ListedElder) => ({ name, idNumber });
const certify = (person: ListedElder, over: object = {}, caller = CLERK) =>
  hall.do(
    'recordCertification',
    {
      ...{ beneficiaryId: idOf(person), benefit: 'HIGH_AGE_ALLOWANCE', mode: 'SELF', result: 'PASS' },
      ...{ proofs: [], ...over },
    },
    caller,
  );

describe('a local list', () => {
  it('is taken row by row: bad rows are named, good ones kept, in UTF-8 as in GBK', () => {
    const bad = [
      { ...YOUNG, idNumber: '110199198102010140' },
      { ...YOUNG, name: '' },
      { ...elderBorn('1950-02-01', 21), phone: '99887' },
      { ...elderBorn('1950-02-01', 22), street: '莲花路12号' },
      { ...elderBorn('1950-02-01', 23), benefits: '没有的津贴' },
      PAID_76,
    ];
    const { listed, faults } = take(PAID_76, ...bad);
    expect(listed).toBe(1);
    expect(faults.map(({ row, column, fault }) => `${row} ${column} ${fault}`)).toEqual([
      '2 idNumber wrong-id-number',
      '3 name missing',
      '4 phone wrong-phone',
      '5 street wrong-street',
      '6 benefits unknown-benefit',
      '7 idNumber twice-in-the-list',
    ]);
    // What was wrong is named by its place; the person's own words are not repeated.
    expect(JSON.stringify(faults)).not.toMatch(/测试|11019919|99887|莲花路/);
    // "姓名,身份证号" in GB 18030.
    const gbk = Buffer.concat([
      Buffer.from('d0d5c3fb2cc9edb7ddd6a4bac50a', 'hex'),
      Buffer.from(`Test,${SOON_70.idNumber}\n`),
    ]);
    const taken = hall.must('importBeneficiaries', { content: gbk.toString('base64'), adds: true }, LEADER);
    expect(taken).toMatchObject({ listed: 1, faults: [] });
  });

  it.each([
    ['a spreadsheet’s own file', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]).toString('base64'), 'not-text'],
    ['another heading', base64('姓名,身份证\n测试甲,1\n'), 'unknown-column 2'],
    ['no rows', base64('姓名,身份证号\n'), 'no-rows'],
    ['an open quotation mark', base64('姓名,身份证号\n"测试,1\n'), 'not-that-format'],
  ])('%s changes nothing and says why', (_, content, why) => {
    takeAll();
    const answer = hall.do('importBeneficiaries', { content, adds: false }, LEADER);
    expect(answer).toMatchObject({
      ok: false,
      error: { kind: 'bad-input', problems: [{ where: 'content' }] },
    });
    expect(JSON.stringify(answer)).toContain(why);
    expect(JSON.stringify(answer)).not.toContain('测试');
    expect(file(PAID_76).age).toBe(76);
  });

  it('without one good row replaces nothing', () => {
    takeAll();
    expect(take({ ...YOUNG, idNumber: '1' })).toMatchObject({ listId: null, listed: 0 });
    expect(hall.must('benefitCounts', { from: '2026-05-20', to: '2026-05-20' }, LEADER).listed).toBe(4);
  });

  it('shows masked people, the street, and nothing of the number’s middle', () => {
    takeAll();
    const [due] = hall.must('listDue', {}).people;
    expect(due).toMatchObject({ maskedName: '测**1', street: '莲花街道', age: 76 });
    expect(due?.maskedIdNumber).toMatch(/^110\*{11}.{4}$/);
  });

  it('leaves no name, number or telephone in clear in any file or in the journal', () => {
    takeAll();
    hall.must('exportReminders', { reason: 'tell-of-first-tier' }, LEADER);
    certify(PAID_76);
    hall.close();
    const database = new Sqlite(join(hall.folder, HALL_FILE));
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    const bytes = readdirSync(hall.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    expect(bytes.length).toBeGreaterThan(0);
    for (const secret of ['测试', PAID_76.idNumber, phone, '莲花街道', '19460620'])
      expect(bytes.some((content) => content.includes(secret))).toBe(false);
  });

  it('that replaces another keeps who was on both, with their checks; the old one can never be read again', () => {
    takeAll();
    certify(PAID_76);
    const before = idOf(PAID_76);
    const old = hall.bodiesOf('elder.listed')[0];
    take(PAID_76);
    hall.must('importBeneficiaries', { content: elderCsv(SOON_80), adds: true }, LEADER);
    expect(idOf(PAID_76)).toBe(before);
    expect(file(PAID_76)).toMatchObject({ due: [], dueState: null });
    expect(hall.do('findBeneficiary', { holder: holderOf(YOUNG) })).toMatchObject({
      error: { kind: 'not-found' },
    });
    hall.restart();
    expect(hall.bodiesOf('person.day-erased')).toEqual([{ erasedDayId: old?.listId }]);
    expect(idOf(PAID_76)).toBe(before);
    expect(file(SOON_80).age).toBe(79);
    hall.restart();
    expect(hall.bodiesOf('person.day-erased')).toHaveLength(1);
  });

  it('whoever looks behind the mask is written down first, with the field and the purpose', () => {
    takeAll();
    const id = idOf(SOON_80);
    const look = { of: 'beneficiary', id, purpose: 'staff-view' } as const;
    expect(hall.must('revealElder', { ...look, field: 'phone' })).toEqual({ value: phone });
    expect(hall.bodiesOf('person.revealed')).toMatchObject([
      { field: 'phone', purpose: 'staff-view', by: '1001' },
    ]);
    expect(hall.do('revealElder', { ...look, id: idOf(PAID_76), field: 'phone' })).toMatchObject({
      error: { kind: 'not-found' },
    });
  });
});

describe('certification', () => {
  const due = () =>
    Object.fromEntries(
      hall.must('listDue', {}).people.map(({ age, due: open, state }) => [age, [open.length, state]]),
    );
  beforeEach(() => void takeAll());

  it('is due in May for who is paid; one check serves all that the rule names; after May it is late', () => {
    expect(due()).toEqual({ 76: [1, 'due'], 79: [2, 'due'] });
    expect(certify(SOON_80)).toMatchObject({
      value: { cycle: '2026-05', benefits: ['HIGH_AGE_ALLOWANCE', 'CARE_SUBSIDY'], confirmed: true },
    });
    expect(due()).toEqual({ 76: [1, 'due'] });
    hall.clock.advance(14 * 86_400_000);
    expect(due()).toEqual({ 76: [1, 'late'] });
  });

  it('made twice is refused with the reason; in the next cycle it is due anew', () => {
    certify(PAID_76, { mode: 'COMMUNITY_COUNTER' });
    expect(certify(PAID_76)).toEqual({
      ok: false,
      error: {
        ...{ kind: 'already-certified', benefits: ['HIGH_AGE_ALLOWANCE'] },
        ...{ on: '2026-05-20', mode: 'COMMUNITY_COUNTER' },
      },
    });
    hall.clock.advance(170 * 86_400_000);
    expect(due()).toMatchObject({ 76: [1, 'due'] });
    expect(certify(PAID_76)).toMatchObject({ ok: true });
  });

  it('by others needs a second person of staff', () => {
    const made = certify(PAID_76, { mode: 'OTHER', proofs: ['video-call'] });
    if (!made.ok) throw new Error(made.error.kind);
    const { certificationId, confirmed } = made.value;
    expect(confirmed).toBe(false);
    expect(due()).toMatchObject({ 76: [1, 'to-confirm'] });
    const agree = { certificationId, agrees: true };
    expect(hall.do('confirmCertification', agree)).toMatchObject({ error: { kind: 'second-person-needed' } });
    expect(hall.must('confirmCertification', agree, SUPERVISOR)).toEqual({ confirmed: true });
    expect(due()).not.toHaveProperty('76');
    expect(hall.do('confirmCertification', agree, OTHER_LEADER)).toMatchObject({
      error: { kind: 'not-now', state: 'confirmed' },
    });
  });

  it('of a card on a kiosk counts once staff have looked; the kiosk notes it once', () => {
    const noted = hall.must('certifyInPerson', { holder: holderOf(PAID_76) }, KIOSK);
    expect(hall.must('certifyInPerson', { holder: holderOf(PAID_76) }, KIOSK)).toEqual(noted);
    expect(hall.bodiesOf('elder.certified')).toHaveLength(1);
    expect(due()).toMatchObject({ 76: [1, 'to-confirm'] });
    hall.must('confirmCertification', { certificationId: noted.certificationId, agrees: false });
    expect(due()).toMatchObject({ 76: [1, 'due'] });
    const again = hall.must('certifyInPerson', { holder: holderOf(PAID_76) }, KIOSK);
    hall.must('confirmCertification', { certificationId: again.certificationId, agrees: true });
    expect(hall.do('certifyInPerson', { holder: holderOf(PAID_76) }, KIOSK)).toMatchObject({
      error: { kind: 'already-certified', mode: 'SELF' },
    });
  });

  it('that needs a visit stays open and says so; that fails stays open', () => {
    certify(PAID_76, { result: 'NEEDS_VISIT', mode: 'FAMILY' });
    expect(due()).toMatchObject({ 76: [1, 'needs-visit'] });
    certify(PAID_76, { mode: 'HOME_VISIT' });
    certify(SOON_80, { result: 'FAIL' });
    expect(due()).toEqual({ 79: [2, 'due'] });
  });

  it('of a benefit that the person does not have is refused, with those they have', () => {
    expect(certify(PAID_76, { benefit: 'HOME_CARE' })).toMatchObject({
      error: { kind: 'bad-input', problems: [{ where: 'benefit', allowed: 'HIGH_AGE_ALLOWANCE' }] },
    });
  });

  it('of nobody on the list is told so', () => {
    const holder = elderBorn('1940-01-01', 99);
    expect(hall.do('certifyInPerson', { holder }, KIOSK)).toMatchObject({ error: { kind: 'not-found' } });
  });
});

describe('an allowance that is offered', () => {
  beforeEach(() => void takeAll());
  const reaching = () => hall.must('listReaching', {}).people;

  it('within two months of a tier a person is on the list, with both amounts', () => {
    expect(reaching().map(({ age, on, before, after }) => [age, on, before?.amount, after?.amount])).toEqual(
      expect.arrayContaining([
        [69, '2026-06-20', undefined, 200],
        [79, '2026-06-20', 200, 300],
      ]),
    );
    expect(reaching()).toHaveLength(2);
    expect(reaching()[0]?.remindFrom).toBe('2026-04-20');
  });

  it('is agreed to at the kiosk, then accepted; who is silent is never accepted', () => {
    const beneficiaryId = idOf(SOON_70);
    expect(hall.do('acceptOffer', { beneficiaryId })).toMatchObject({
      error: { kind: 'not-now', state: 'SELECTED', step: 'accept' },
    });
    hall.clock.advance(40 * 86_400_000);
    expect(file(SOON_70).proactive).toBe('NO_ANSWER');
    expect(hall.do('acceptOffer', { beneficiaryId })).toMatchObject({ error: { state: 'NO_ANSWER' } });
    const holder = holderOf(SOON_70);
    expect(hall.must('answerOffer', { holder, answer: 'agreed' }, KIOSK)).toEqual({ state: 'CONSENTED' });
    expect(hall.bodiesOf('elder.answered')).toEqual([
      { beneficiaryId, answer: 'agreed', how: 'kiosk', textVersion: '2026.1' },
    ]);
    expect(hall.must('acceptOffer', { beneficiaryId })).toEqual({ state: 'ACCEPTED' });
  });

  it('an answer can be changed until it was accepted', () => {
    const beneficiaryId = idOf(SOON_70);
    const consent = (answer: 'agreed' | 'declined') =>
      hall.do('recordConsent', { beneficiaryId, answer, how: 'telephone' });
    expect(consent('agreed')).toMatchObject({ value: { state: 'CONSENTED' } });
    expect(consent('declined')).toMatchObject({ value: { state: 'DECLINED' } });
    expect(hall.do('acceptOffer', { beneficiaryId })).toMatchObject({ error: { state: 'DECLINED' } });
    expect(consent('agreed')).toMatchObject({ value: { state: 'CONSENTED' } });
    hall.must('acceptOffer', { beneficiaryId });
    expect(consent('declined')).toMatchObject({ error: { kind: 'not-now', state: 'ACCEPTED' } });
  });

  it('is not offered to who is paid already, nor to who is far from it', () => {
    const ask = (person: ListedElder) =>
      hall.do('answerOffer', { holder: holderOf(person), answer: 'agreed' }, KIOSK);
    expect([ask(PAID_76), ask(YOUNG)]).toMatchObject([
      { error: { kind: 'not-found' } },
      { error: { kind: 'not-found' } },
    ]);
  });

  it('names and telephones leave only with a reason, which is a fact with whose they are; who answered is left out', () => {
    const first = hall.must('exportReminders', { reason: 'tell-of-first-tier' }, LEADER);
    expect(first.count).toBe(1);
    expect(first.csv.split('\r\n')).toEqual([
      '\uFEFF姓名,电话,开始日期,每月金额（元）',
      `${SOON_70.name},${phone},2026-06-20,200`,
      '',
    ]);
    expect(hall.bodiesOf('elder.reminders-exported')).toMatchObject([
      { reason: 'tell-of-first-tier', beneficiaryIds: [idOf(SOON_70)], by: '2001' },
    ]);
    expect(file(SOON_70).proactive).toBe('NOTIFIED');
    hall.must('answerOffer', { holder: holderOf(SOON_70), answer: 'declined' }, KIOSK);
    expect(hall.must('exportReminders', { reason: 'tell-of-first-tier' }, LEADER).count).toBe(0);
  });

  it('a new amount is listed until somebody reviewed it', () => {
    const span = { from: '2026-06-01', to: '2026-06-30' };
    const changes = () => hall.must('listTierChanges', span).people.map(({ age, on }) => [age, on]);
    expect(changes()).toHaveLength(2);
    const wish = { beneficiaryId: idOf(SOON_80), on: '2026-06-20' };
    expect(hall.must('confirmTierChange', wish, LEADER)).toEqual({ state: 'TIER_CHANGED' });
    expect(changes()).toEqual([[69, '2026-06-20']]);
    expect(hall.do('confirmTierChange', wish, LEADER)).toMatchObject({ error: { kind: 'not-now' } });
    expect(hall.do('confirmTierChange', { ...wish, on: '2026-06-21' }, LEADER)).toMatchObject({
      error: { kind: 'not-found' },
    });
  });
});

describe('a list of who died or moved away', () => {
  beforeEach(() => void takeAll());
  const send = (...people: readonly { idNumber: string; cause: string }[]) =>
    hall.must('importStopList', { content: stopCsv(...people) }, LEADER);

  it('makes tasks and nothing else: the kiosk and the list go on as before', () => {
    const { tasks, faults } = send(
      { idNumber: PAID_76.idNumber, cause: '死亡' },
      { idNumber: elderBorn('1940-01-01', 99).idNumber, cause: '迁出' },
      { idNumber: SOON_80.idNumber, cause: '不知道' },
    );
    expect(tasks).toBe(1);
    expect(faults.map(({ row, fault }) => `${row} ${fault}`)).toEqual([
      '2 not-on-the-hall-list',
      '3 unknown-cause',
    ]);
    expect(hall.must('certifyInPerson', { holder: holderOf(PAID_76) }, KIOSK).benefits).toHaveLength(1);
    expect(hall.must('listDue', {}).people).toHaveLength(2);
  });

  it('the same match twice is one task; staff decide it once, and it is counted', () => {
    send({ idNumber: PAID_76.idNumber, cause: 'died' });
    expect(send({ idNumber: PAID_76.idNumber, cause: 'died' }).tasks).toBe(0);
    const [task] = hall.must('stopTasks', { open: true }).tasks;
    expect(task).toMatchObject({ cause: 'died', maskedName: '测**1', decision: null });
    const taskId = task?.taskId ?? '';
    hall.must('decideStopTask', { taskId, decision: 'another-person' }, LEADER);
    expect(hall.must('stopTasks', { open: true }).tasks).toEqual([]);
    expect(hall.must('stopTasks', {}).tasks).toMatchObject([
      { decision: 'another-person', decidedBy: '2001' },
    ]);
    expect(hall.do('decideStopTask', { taskId, decision: 'stopped' }, LEADER)).toMatchObject({
      error: { kind: 'not-now', state: 'another-person' },
    });
    const counts = hall.must('benefitCounts', { from: '2026-05-01', to: '2026-05-31' }, LEADER);
    expect(counts.stopDecisions).toEqual({ 'another-person': 1 });
  });
});
