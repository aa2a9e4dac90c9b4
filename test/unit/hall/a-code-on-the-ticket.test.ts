import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { DEFAULT_RATING_POLICY } from '../../../main/hall/domain/rating/rating-policy.ts';
import { VAULT_KEY_FILE } from '../../../main/hall/files.ts';
import { KIOSK, LEADER, TestHall } from '../../support/open-test-hall.ts';

const DAY_MS = 24 * 3_600_000;
const address = 'https://pj.example.gov.cn/440304';

const withPage = (withinDays = 7) =>
  new TestHall({ policy: { ratings: { ...DEFAULT_RATING_POLICY, address, withinDays } } });

function issue(hall: TestHall) {
  const { ticketId, ratingUrl } = hall.must('issueTicket', { serviceCode: 'LN-01' });
  if (ratingUrl === null) throw new Error('no address on the ticket');
  return { ticketId, ratingUrl, code: ratingUrl.slice(`${address}/r/`.length) };
}

function serve(hall: TestHall, ticketId: string): void {
  hall.must('openCounter', { counterId: '1' });
  hall.must('callNext', { counterId: '1' });
  hall.must('startService', { ticketId });
  hall.must('finishService', { ticketId, outcome: 'done' });
}

it('is on no ticket where the hall has no rating page', () => {
  const hall = new TestHall();
  expect(hall.must('issueTicket', { serviceCode: 'LN-01' }).ratingUrl).toBeNull();
  hall.close();
});

it('has the number and 128 bits; a retry hears the same, another ticket another', () => {
  const hall = withPage();
  const wish = { requestId: randomUUID(), serviceCode: 'LN-01' };
  const [first, again] = [hall.raw('issueTicket', wish, KIOSK), hall.raw('issueTicket', wish, KIOSK)];
  expect(first).toEqual(again);
  expect(first.ok && first.value.ratingUrl).toMatch(
    /^https:\/\/pj\.example\.gov\.cn\/440304\/r\/C001\.[\w-]{22}$/,
  );
  const others = Array.from({ length: 50 }, () => issue(hall).code.split('.')[1]);
  expect(new Set(others).size).toBe(50);
  hall.close();
});

it('stands in none of the hall’s files', () => {
  const hall = withPage();
  const { ticketId, code } = issue(hall);
  const proof = code.split('.')[1] ?? '';
  serve(hall, ticketId);
  expect(hall.hall.ratingByCode.rate(code, 2).ok).toBe(true);
  const files = readdirSync(hall.folder).map((name) => readFileSync(join(hall.folder, name)));
  expect(files.length).toBeGreaterThan(1);
  expect(proof).toHaveLength(22);
  for (const bytes of files) {
    expect(bytes.includes(proof)).toBe(false);
    expect(bytes.includes(Buffer.from(proof, 'base64url'))).toBe(false);
  }
  hall.close();
});

it('rates one visit once, also against the pad at the counter', () => {
  const hall = withPage();
  const { ticketId, code } = issue(hall);
  serve(hall, ticketId);
  const rate = () => hall.hall.ratingByCode.rate(code, 1);
  expect(rate()).toMatchObject({ value: { number: 'C001', refusal: undefined } });
  expect(rate()).toMatchObject({ value: { refusal: { kind: 'already-rated' } } });
  expect(hall.do('rateVisit', { ticketId, level: 5, channel: 'pad' })).toMatchObject({
    error: { kind: 'already-rated' },
  });
  expect(hall.must('listRatingCases', { open: true }, LEADER).cases).toMatchObject([
    { ticketId, level: 1, channel: 'qr-code', state: 'received' },
  ]);
  hall.close();
});

it('says what stands on the paper and nothing more, whatever it is asked with', () => {
  const hall = withPage();
  const { code, ticketId } = issue(hall);
  const other = issue(hall);
  const { ratingByCode } = hall.hall;
  expect(ratingByCode.look(code)).toEqual({
    ok: true,
    value: {
      number: 'C001',
      serviceName: expect.any(String),
      refusal: { kind: 'not-ratable', state: 'waiting' },
    },
  });
  const proof = (text: string): string => text.split('.')[1] ?? '';
  const wrong = [
    `C001.${proof(other.code)}`,
    `C002.${proof(code)}`,
    `C003.${proof(code)}`,
    `C001.${'A'.repeat(22)}`,
    ticketId,
    'C001',
    '',
  ];
  for (const text of wrong) {
    expect(ratingByCode.look(text), text).toEqual({ ok: false, error: { kind: 'unknown-ticket' } });
    expect(ratingByCode.rate(text, 5), text).toEqual({ ok: false, error: { kind: 'unknown-ticket' } });
  }
  hall.close();
});

it.each([
  [7, 7, true],
  [7, 8, false],
  [0, 0, true],
  [0, 1, false],
])('is good for %i days after the visit: %i days later %s', (withinDays, daysLater, good) => {
  const hall = withPage(withinDays);
  const { ticketId, code } = issue(hall);
  serve(hall, ticketId);
  hall.clock.advance(daysLater * DAY_MS);
  const seen = hall.hall.ratingByCode.look(code);
  expect(seen.ok).toBe(good);
  expect(hall.hall.ratingByCode.rate(code, 4).ok).toBe(good);
  hall.close();
});

it('is told apart from the same number of another day, and good after a restart', () => {
  const hall = withPage();
  const monday = issue(hall);
  serve(hall, monday.ticketId);
  hall.clock.advance(DAY_MS);
  const tuesday = issue(hall);
  expect(tuesday.code.slice(0, 5)).toBe(monday.code.slice(0, 5));
  hall.restart();
  expect(hall.hall.ratingByCode.look(monday.code)).toMatchObject({ value: { refusal: undefined } });
  expect(hall.hall.ratingByCode.look(tuesday.code)).toMatchObject({
    value: { refusal: { kind: 'not-ratable', state: 'waiting' } },
  });
  hall.close();
});

it('is another hall’s secret: the same ticket under another key has another proof', () => {
  const [one, other] = [withPage(), withPage()];
  const { ticketId, code } = issue(one);
  serve(one, ticketId);
  issue(other);
  expect(other.hall.ratingByCode.look(code).ok).toBe(false);
  expect(readFileSync(join(one.folder, VAULT_KEY_FILE))).not.toEqual(
    readFileSync(join(other.folder, VAULT_KEY_FILE)),
  );
  one.close();
  other.close();
});
