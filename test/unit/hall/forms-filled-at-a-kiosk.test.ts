import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';
import { HALL_FILE, VAULT_KEY_FILE } from '../../../main/hall/files.ts';
import { uuidV7 } from '../../../main/hall/journal/uuid.ts';
import { hallMigrations } from '../../../main/hall/store/migrations.ts';
import { createVault } from '../../../main/hall/vault/index.ts';
import { KIOSK, TestHall } from '../../support/open-test-hall.ts';

const FORM = { formId: 'elder-allowance', version: '2026.1', title: '高龄津贴申请表' } as const;
const HOLDER = { name: '张㛃䶮', idNumber: '110199195606159039', address: '北京市测试区样例路1号' } as const;

const filled = (hall: TestHall, holder: { name: string; idNumber?: string; address?: string } = HOLDER) =>
  hall.must('keepDraft', { ...FORM, holder }, KIOSK).code;

describe('a form filled at a kiosk', () => {
  it('is found by the code on the paper, however it is typed', () => {
    const hall = new TestHall();
    const code = filled(hall);
    const typed = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`;
    expect(hall.must('recallDraft', { code: typed, counterId: '1' })).toEqual({
      ...FORM,
      ...HOLDER,
      keptAt: '2026-06-15T09:00:00+08:00',
    });
  });

  it('says what the card did not say', () => {
    const hall = new TestHall();
    const code = filled(hall, { name: '张㛃䶮' });
    expect(hall.must('recallDraft', { code, counterId: '1' })).toMatchObject({
      idNumber: null,
      address: null,
    });
  });

  it('each look is on record, field by field and as a whole, with the clerk’s number', () => {
    const hall = new TestHall();
    const code = filled(hall);
    for (let look = 0; look < 2; look += 1) hall.must('recallDraft', { code, counterId: '1' });
    expect(hall.bodiesOf('draft.recalled')).toMatchObject([
      { counterId: '1', by: '1001' },
      { counterId: '1', by: '1001' },
    ]);
    const fields = hall.bodiesOf('person.revealed').map(({ field }) => field);
    expect(fields).toEqual(['name', 'idNumber', 'address', 'name', 'idNumber', 'address']);
  });

  it('names nobody outside the vault, and its code says nothing', () => {
    const hall = new TestHall();
    const codes = [filled(hall), filled(hall)];
    hall.must('recallDraft', { code: codes[0] ?? '', counterId: '1' });
    expect(new Set(codes).size, 'the same person twice').toBe(2);
    hall.close();
    for (const file of [HALL_FILE, `${HALL_FILE}-wal`]) {
      const bytes = readIfThere(join(hall.folder, file));
      for (const clear of Object.values(HOLDER)) expect(bytes.includes(clear), file).toBe(false);
    }
  });

  it.each([
    ['a code nobody has', '00000000', { kind: 'not-found' }],
    ['no code', 'UUUUUUUU', { kind: 'bad-input', problems: [{ where: 'code' }] }],
  ])('%s is refused, and nothing is written', (_, code, error) => {
    const hall = new TestHall();
    filled(hall);
    expect(hall.do('recallDraft', { code, counterId: '1' })).toMatchObject({ ok: false, error });
    expect(hall.bodiesOf('person.revealed')).toEqual([]);
    expect(hall.bodiesOf('draft.recalled')).toEqual([]);
  });

  it('is good until the people of its day are erased', () => {
    const hall = new TestHall();
    const code = filled(hall);
    hall.restart();
    expect(hall.must('recallDraft', { code, counterId: '1' }).name).toBe('张㛃䶮');
    hall.close();
    eraseAllDays(hall.folder);
    hall.restart();
    expect(hall.do('recallDraft', { code, counterId: '1' })).toMatchObject({ error: { kind: 'not-found' } });
  });
});

function eraseAllDays(folder: string): void {
  const opened = openDatabase({ file: join(folder, HALL_FILE), migrations: hallMigrations });
  if (!opened.ok) throw new Error(opened.error.kind);
  const database = opened.value;
  const keyFile = join(folder, VAULT_KEY_FILE);
  const vault = createVault({ database, keyFile, newUid: () => uuidV7(Date.now()) });
  if (!vault.ok) throw new Error(vault.error.kind);
  for (const dayId of database.prepare('select day_id from service_day').pluck().all() as string[])
    expect(vault.value.eraseDay(dayId).erased).toBe(true);
  database.close();
}

function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
