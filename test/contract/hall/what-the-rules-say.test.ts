import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POLICY_FOLDER } from '../../../main/hall/policies/organisation-figures.ts';
import { HallService } from '../../support/services/hall-service.ts';

let hall: HallService;
beforeAll(async () => {
  hall = await HallService.start();
});
afterAll(() => hall.end());

const ask = async (operation: string, body: object, of = hall): Promise<unknown> => {
  const { json } = await of.post(operation, body, 'kiosk');
  return (json as { readonly value?: unknown }).value;
};
const twelveDancers = {
  ...{ kind: 'association', persons: 12, funds: 5_000, hasPremises: false, needsLicence: false },
};

describe('a kiosk is told', () => {
  it('the two terms of a divorce application', async () => {
    expect(await ask('divorceDates', { acceptedOn: '2025-09-01' })).toEqual({
      ...{ acceptedOn: '2025-09-01', coolingLast: '2025-10-09', windowFrom: '2025-10-10' },
      ...{ windowTo: '2025-11-10', standing: 'over', holidaysKnown: true },
    });
  });

  it('which way a community group goes, and why', async () => {
    expect(await ask('organisationWay', twelveDancers)).toMatchObject({
      way: 'street-managed',
      conditions: [
        { condition: 'members', required: 50, given: 12, met: false },
        { condition: 'funds', required: 30_000, given: 5_000, met: false },
        { condition: 'premises', met: false },
        { condition: 'filing-size', required: 10, given: 12, met: true },
      ],
    });
  });

  it('what is wrong with a credit code, or whose it is', async () => {
    expect(await ask('readCreditCode', { code: '52440303mjl000016x' })).toEqual({
      ...{ valid: true, code: '52440303MJL000016X', kind: 'service-body', division: '440303' },
    });
    expect(await ask('readCreditCode', { code: '51440300500000O15U' })).toEqual({
      ...{ valid: false, fault: 'character', at: 15 },
    });
  });

  it('whether a foundation has enough, and what a local name must not say', async () => {
    const founding = { kind: 'foundation', reach: 'public-local', funds: 4_000_000 };
    expect(await ask('foundingConditions', { founding, name: '中华同心基金会' })).toMatchObject({
      conditions: [{ condition: 'funds', required: 4_000_000, met: true }],
      nationalWords: ['中华'],
    });
  });

  it('when an organisation must report and apply', async () => {
    expect(
      await ask('organisationTerms', {
        ...{ kind: 'association', year: 2026, supervisorAgreedOn: '2026-06-11' },
        liquidationEndedOn: '2026-09-18',
      }),
    ).toEqual({
      yearlyReports: [
        { to: 'supervisor', until: '2026-03-31' },
        { to: 'registrar', until: '2026-05-31' },
      ],
      changeUntil: '2026-07-13',
      cancelUntil: '2026-10-08',
    });
  });
});

describe('a hall with figures of its own', () => {
  async function hallWith(figures: string): Promise<HallService> {
    const own = await HallService.forTest();
    await own.stop();
    const folder = join(own.folder, 'data', POLICY_FOLDER);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'social-organisations.json'), figures);
    await own.start();
    return own;
  }
  const ten = { id: 'association.persons', value: 12, from: '2026-01-01', source: '本市规定' };

  it('answers by them', async () => {
    const own = await hallWith(JSON.stringify({ version: 1, figures: [ten] }));
    expect(
      await ask('organisationWay', { ...twelveDancers, funds: 30_000, hasPremises: true }, own),
    ).toMatchObject({
      way: 'register',
      conditions: [{ condition: 'members', required: 12, source: '本市规定' }, {}, {}, {}],
    });
  });

  it('answers by the shipped ones while its own file has a mistake, and says so in its log', async () => {
    const own = await hallWith(JSON.stringify({ version: 1, figures: [{ ...ten, from: '2026-13-01' }] }));
    expect(
      await ask('organisationWay', { ...twelveDancers, funds: 30_000, hasPremises: true }, own),
    ).toMatchObject({
      way: 'street-managed',
    });
    expect(own.log).toContain('"kind":"form","source":"social-organisations.json:1"');
  });
});
