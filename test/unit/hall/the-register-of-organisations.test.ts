import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CLERK, LEADER, TestHall } from '../../support/open-test-hall.ts';
import { CHESS_CLUB, HELPERS } from '../../support/organisations.ts';

const DAY_MS = 86_400_000;

function registerHall(start?: string): TestHall {
  const hall = new TestHall(start === undefined ? {} : { start });
  onTestFinished(() => hall.close());
  return hall;
}
const file = (hall: TestHall, wish: object = CHESS_CLUB) =>
  hall.must('fileOrganisation', wish as typeof CHESS_CLUB, CLERK);
const list = (hall: TestHall, wish: object = {}) =>
  hall.must('listOrganisations', { days: 30, ...wish }, LEADER);
const change = (hall: TestHall, organisationId: string, wish: object) =>
  hall.do('changeOrganisation', { organisationId, ...wish } as never, CLERK);
const eventOn = (on: string) => ({ kind: 'large-event', event: 'show', on, place: '社区广场', people: 300 });

describe('an organisation is filed', () => {
  it('with its way, and the reasons that the rules of today give', () => {
    const filed = file(registerHall());
    expect(filed).toMatchObject({
      ...{ way: 'street-managed', creditCode: null, filedOn: '2026-06-15', state: 'active' },
      duties: [{ of: 'period', to: 'committee', until: '2027-06-15', state: 'open' }],
    });
    expect(
      filed.conditions.map(({ condition, required, given, met }) => [condition, required, given, met]),
    ).toEqual([
      ['members', 50, 12, false],
      ['funds', 30_000, 5_000, false],
      ['premises', null, null, false],
      ['filing-size', 10, 12, true],
    ]);
    expect(filed.conditions[3]?.source).toContain('民发〔2017〕191号');
  });

  it('as guided by its community where it is small', () => {
    const small = { ...CHESS_CLUB, group: { ...CHESS_CLUB.group, persons: 9 } };
    expect(file(registerHall(), small)).toMatchObject({ way: 'community-guided' });
  });

  it('as registered where it has a code, however that is written', () => {
    const filed = file(registerHall(), { ...HELPERS, creditCode: ' 52440303-mjl000016x ' });
    expect(filed).toMatchObject({ way: 'register', creditCode: HELPERS.creditCode });
    expect(filed.duties.map((duty) => duty.of === 'period' && `${duty.to} ${duty.until}`)).toEqual([
      ...['supervisor 2027-03-31', 'registrar 2027-05-31'],
    ]);
  });

  it('once: the same name in the same community, and the same code, are refused and say which one it is', () => {
    const hall = registerHall();
    const { organisationId } = file(hall);
    const again = hall.do('fileOrganisation', { ...CHESS_CLUB, name: ' 景田 棋社' }, CLERK);
    expect(again).toMatchObject({
      error: { kind: 'already-filed', by: 'name', name: '景田棋社', filedOn: '2026-06-15', organisationId },
    });
    file(hall, { ...CHESS_CLUB, community: '梅林社区' });
    file(hall, HELPERS);
    const twin = hall.do('fileOrganisation', { ...HELPERS, name: '安康之家' }, CLERK);
    expect(twin).toMatchObject({ error: { kind: 'already-filed', by: 'creditCode', name: HELPERS.name } });
    expect(list(hall).total).toBe(3);
    expect(hall.bodiesOf('organisation.filed')).toHaveLength(3);
  });
});

describe('what it reports', () => {
  it.each([
    [{ kind: 'leader', agreedOn: '2026-06-15' }, { name: '测试丙', phone: '13912341234' }, '2026-07-15'],
    [{ kind: 'address', agreedOn: '2026-06-15' }, { address: '莲花街道景田路9号' }, '2026-07-15'],
    [{ kind: 'purpose', agreedOn: '2026-06-15', purpose: '下棋。' }, undefined, '2026-07-15'],
    [{ kind: 'activity', agreedOn: '2026-06-15', activity: '每周比赛。' }, undefined, '2026-07-15'],
    [eventOn('2026-06-22'), undefined, '2026-06-18'],
    [{ kind: 'dissolution', liquidationEndedOn: '2026-06-15' }, undefined, '2026-06-30'],
  ])('has a last day for its papers: %o', (what, holder, dueOn) => {
    const hall = registerHall();
    const { organisationId } = file(hall);
    const noted = change(hall, organisationId, { change: what, holder });
    expect(noted).toMatchObject({ value: { dueOn, organisation: { organisationId } } });
    const [shown] = list(hall).organisations;
    expect(shown?.changes).toMatchObject([{ change: what, dueOn, receivedOn: null, late: false }]);
    expect(shown?.duties).toContainEqual(
      expect.objectContaining({ of: 'change', until: dueOn, state: 'soon' }),
    );
  });

  it('is in the register at once: leader and address masked, purpose and activity in words', () => {
    const hall = registerHall();
    const { organisationId } = file(hall);
    const [before] = list(hall).organisations;
    expect(before?.maskedHead).not.toContain('测试甲');
    const agreed = { agreedOn: '2026-06-15' };
    const of = (what: object, holder?: object) =>
      expect(change(hall, organisationId, { change: { ...what, ...agreed }, holder })).toMatchObject({
        ok: true,
      });
    of({ kind: 'leader' }, { name: '欧阳测试', phone: '13912345678' });
    of({ kind: 'address' }, { address: '香蜜湖街道农园路2号' });
    of({ kind: 'purpose', purpose: '下棋，也教孩子。' });
    of({ kind: 'activity', activity: '每周比赛。' });
    const [after] = list(hall).organisations;
    expect(after).toMatchObject({ purpose: '下棋，也教孩子。', activity: '每周比赛。' });
    expect(after?.maskedPhone).not.toBe(before?.maskedPhone);
    expect(after?.maskedAddress).toContain('香蜜湖街道');
    const reveal = (field: 'name' | 'phone' | 'address') => {
      const wish = { of: 'organisation', id: organisationId, field, purpose: 'staff-view' } as const;
      return hall.must('revealElder', wish, CLERK).value;
    };
    expect([reveal('name'), reveal('phone'), reveal('address')]).toEqual([
      ...['欧阳测试', '13912345678', '香蜜湖街道农园路2号'],
    ]);
    expect(hall.bodiesOf('person.revealed')).toHaveLength(3);
  });

  it.each([
    [{ kind: 'leader', agreedOn: '2026-06-15' }, { name: '测试丙' }, 'holder.phone'],
    [{ kind: 'leader', agreedOn: '2026-06-15' }, undefined, 'holder.name'],
    [{ kind: 'leader', agreedOn: '2026-06-15' }, { ...CHESS_CLUB.holder }, 'holder.address'],
    [{ kind: 'address', agreedOn: '2026-06-15' }, undefined, 'holder.address'],
    [{ kind: 'address', agreedOn: '2026-06-15' }, { ...CHESS_CLUB.holder }, 'holder'],
    [eventOn('2026-07-01'), { name: '测试丙' }, 'holder'],
    [{ kind: 'purpose', agreedOn: '2026-06-16', purpose: '下棋。' }, undefined, 'change.agreedOn'],
    [{ kind: 'purpose', agreedOn: '2026-06-14', purpose: '下棋。' }, undefined, 'change.agreedOn'],
    [{ kind: 'dissolution', liquidationEndedOn: '2026-07-01' }, undefined, 'change.liquidationEndedOn'],
    [eventOn('2026-06-14'), undefined, 'change.on'],
  ])('is refused where it does not fit, and nothing is kept: %o with %o', (what, holder, where) => {
    const hall = registerHall();
    const { organisationId } = file(hall);
    expect(change(hall, organisationId, { change: what, holder })).toMatchObject({
      error: { kind: 'bad-input', problems: [{ where }] },
    });
    expect(hall.bodiesOf('organisation.changed')).toEqual([]);
  });
});

describe('the end', () => {
  const end = { kind: 'dissolution', liquidationEndedOn: '2026-06-15' };

  it('leaves its own papers due and nothing else; when they are in, the name is free again', () => {
    const hall = registerHall();
    const { organisationId } = file(hall);
    const event = change(hall, organisationId, { change: eventOn('2026-07-01') });
    if (!event.ok) throw new Error(event.error.kind);
    const noted = change(hall, organisationId, { change: end });
    if (!noted.ok) throw new Error(noted.error.kind);
    const { changeId } = noted.value;
    expect(noted.value.organisation).toMatchObject({ state: 'ending', duties: [{ of: 'change', changeId }] });
    expect(change(hall, organisationId, { change: eventOn('2026-07-02') })).toMatchObject({
      error: { kind: 'not-now', state: 'ending' },
    });
    const ofEvent = { of: 'change', changeId: event.value.changeId } as const;
    expect(hall.do('noteOrganisationReport', { organisationId, report: ofEvent }, CLERK)).toMatchObject({
      error: { kind: 'not-now', state: 'ending', step: 'receive' },
    });
    const report = { of: 'change', changeId } as const;
    expect(hall.must('noteOrganisationReport', { organisationId, report }, CLERK)).toMatchObject({
      ...{ until: '2026-06-30', late: false, organisation: { state: 'ended', duties: [] } },
    });
    expect(hall.do('noteOrganisationReport', { organisationId, report }, CLERK)).toMatchObject({
      error: { kind: 'not-now', state: 'received' },
    });
    expect(list(hall).total).toBe(0);
    expect(list(hall, { ended: true }).organisations).toMatchObject([{ state: 'ended' }]);
    expect(file(hall)).toMatchObject({ state: 'active' });
  });

  it('comes at once with its papers', () => {
    const hall = registerHall();
    const { organisationId } = file(hall);
    expect(change(hall, organisationId, { change: end, receivedOn: '2026-06-15' })).toMatchObject({
      value: { organisation: { state: 'ended', duties: [] } },
    });
  });
});

describe('a report', () => {
  it('is received once, for the period that was due, and says whether it was late', () => {
    const hall = registerHall();
    const { organisationId } = file(hall);
    hall.clock.advance(370 * DAY_MS);
    expect(list(hall, { due: 'overdue' }).organisations).toMatchObject([{ organisationId }]);
    const note = (period: string, receivedOn?: string) => {
      const report = { of: 'period', to: 'committee', period } as const;
      const wish = { organisationId, report, ...(receivedOn !== undefined && { receivedOn }) };
      return hall.do('noteOrganisationReport', wish, CLERK);
    };
    expect(note('2027-06-16')).toMatchObject({
      error: {
        ...{ kind: 'bad-input' },
        problems: [{ where: 'report.period', allowed: 'committee 2027-06-15, committee 2028-06-15' }],
      },
    });
    expect(note('2027-06-15', '2027-06-21')).toMatchObject({
      error: { kind: 'bad-input', problems: [{ where: 'receivedOn' }] },
    });
    expect(note('2027-06-15', '2027-06-20')).toMatchObject({ value: { until: '2027-06-15', late: true } });
    expect(note('2027-06-15')).toMatchObject({ error: { kind: 'not-now', state: 'received' } });
    expect(list(hall, { due: 'overdue' }).total).toBe(0);
    expect(list(hall).organisations[0]).toMatchObject({
      duties: [{ period: '2028-06-15', state: 'open' }],
      reports: [{ period: '2027-06-15', receivedOn: '2027-06-20', late: true, by: { staffNumber: '1001' } }],
    });
    expect(list(hall, { due: 'soon', days: 366 }).total).toBe(1);
  });

  it('of nobody’s change is not found', () => {
    const hall = registerHall();
    const { organisationId } = file(hall);
    const report = { of: 'change', changeId: organisationId } as const;
    expect(hall.do('noteOrganisationReport', { organisationId, report }, CLERK)).toMatchObject({
      error: { kind: 'not-found' },
    });
  });
});

describe('the list', () => {
  it('has who owes something first, by community and by way', () => {
    const hall = registerHall();
    file(hall);
    file(hall, HELPERS);
    const { organisationId } = file(hall, { ...CHESS_CLUB, name: '梅林舞队', community: '梅林社区' });
    change(hall, organisationId, { change: eventOn('2026-06-22') });
    const names = (wish: object) => list(hall, wish).organisations.map(({ name }) => name);
    expect(names({})).toEqual(['梅林舞队', '安康服务中心', '景田棋社']);
    expect(names({ community: '景田 社区' })).toEqual(['安康服务中心', '景田棋社']);
    expect(names({ way: 'street-managed' })).toEqual(['梅林舞队', '景田棋社']);
    expect(names({ due: 'soon' })).toEqual(['梅林舞队']);
    expect(names({ due: 'overdue' })).toEqual([]);
    hall.clock.advance(4 * DAY_MS);
    expect(names({ due: 'overdue' })).toEqual(['梅林舞队']);
    expect(list(hall).yearsWithoutHolidays).toEqual([2027]);
  });

  it('and all that is kept name nobody in clear', () => {
    const hall = registerHall();
    const { organisationId } = file(hall);
    const holder = { name: '测试丙丙', phone: '13912341234' };
    change(hall, organisationId, { change: { kind: 'leader', agreedOn: '2026-06-15' }, holder });
    const personal = ['测试甲', '13812341234', '景田路1号', '测试丙丙', '13912341234'];
    const shown = JSON.stringify(list(hall));
    hall.close();
    const kept = readdirSync(hall.folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(hall.folder, entry.name)).toString('utf8'));
    expect(kept.join('')).toContain('景田棋社');
    for (const words of personal)
      expect(
        [shown, ...kept].some((text) => text.includes(words)),
        words,
      ).toBe(false);
    hall.restart();
  });
});
