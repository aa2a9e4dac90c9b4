import { describe, expect, test } from 'vitest';
import { ApiError, HTTP_STATUS, type ApiErrorKind } from '../../../preload/contracts/errors.ts';
import { problemMessage } from '../../../renderer/shared/words/problem-message.ts';
import { translate } from '../../../renderer/shared/words/words.ts';

/** One value for every fact that an error can carry. */
const FACTS = {
  problems: [],
  role: 'kiosk',
  operation: 'callNext',
  limitBytes: 1,
  retryAfterSeconds: 4,
  serviceCode: 'LN-01',
  counterId: '3',
  ticketId: '01890000-0000-7000-8000-000000000001',
  number: 'A012',
  reason: 'unreadable',
  where: 'holder',
  state: 'done',
  step: 'call',
  series: 'A',
  year: 1980,
  limit: 3,
  limitSeconds: 5,
  staffNumber: '1001',
  trouble: 'full',
  date: '2026-06-15',
  rule: '须双方亲自到场',
  ageYears: 18,
  slotId: '2026-06-16T08:30',
  from: '2026-06-16T08:20',
};

/** A fact of one name that means something else elsewhere. */
const OWN_FACTS: Partial<Readonly<Record<ApiErrorKind, object>>> = {
  'appointment-needs-staff': { reason: 'late' },
  'weak-pin': { reason: 'own-number' },
  'cannot-read-aloud': { reason: 'none' },
  'already-certified': { benefits: ['HIGH_AGE_ALLOWANCE'], on: '2026-05-20', mode: 'SELF' },
  'already-filed': { by: 'name', name: '文明棋社', filedOn: '2026-06-15', organisationId: 'o' },
  'cannot-listen': { reason: 'no-microphone' },
};
const errorOf = (kind: ApiErrorKind): ApiError => ApiError.parse({ kind, ...FACTS, ...OWN_FACTS[kind] });

const kinds = Object.keys(HTTP_STATUS) as ApiErrorKind[];

describe.each(kinds)('%s', (kind) => {
  test.each(['visitor', 'clerk'] as const)('has a whole sentence for a %s', (audience) => {
    const { key, fields } = problemMessage(errorOf(kind), audience);
    for (const language of ['zh', 'en'] as const) {
      const sentence = translate(language, key, fields);
      expect(sentence.length).toBeGreaterThan(3);
      expect(sentence).not.toMatch(/[{}]|undefined/);
    }
  });
});

test('a visitor is told what to do, never what broke inside, and never blamed', () => {
  for (const kind of kinds) {
    const { key, fields } = problemMessage(errorOf(kind), 'visitor');
    const sentence = translate('zh', key, fields);
    expect(sentence, kind).not.toMatch(/错误|失败|异常|非法|无效|磁盘|服务器|数据库|您没有|您的操作/);
    expect(sentence, kind).toMatch(/请|不能放演示卡/);
  }
});
