import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { HALL_FILE } from '../../../main/hall/files.ts';
import { TestHall } from '../../support/open-test-hall.ts';

const HOUR_MS = 3_600_000;

/** Everything that was written but the starts of the program, and what the tables make of it. */
function everything(hall: TestHall): { facts: unknown[]; tickets: unknown[]; days: unknown[] } {
  const file = new Sqlite(join(hall.folder, HALL_FILE), { readonly: true });
  try {
    return {
      facts: file.prepare("select kind, hex(body) from event where kind <> 'hall.started'").all(),
      tickets: file.prepare('select * from ticket order by ticket_id').all(),
      days: file.prepare('select * from service_day order by day_id').all(),
    };
  } finally {
    file.close();
  }
}

/** A wish that every hour may bring and that changes nothing by itself: the day turns on the way to its refusal. */
const knock = (hall: TestHall): void => {
  expect(hall.do('callNext', { counterId: '99' }).ok).toBe(false);
};

/** An evening with somebody in every state that a night may find. */
function leftInTheEvening(): TestHall {
  const hall = new TestHall({ start: '2026-06-15T16:00:00+08:00' });
  for (const counterId of ['1', '2', '3', '4']) hall.must('openCounter', { counterId });
  for (let place = 0; place < 6; place += 1) hall.must('issueTicket', { serviceCode: 'LN-01' });
  const [, serving, parked, missed] = ['1', '2', '3', '4'].map((counterId) =>
    hall.must('callNext', { counterId }),
  );
  for (const ticket of [serving, parked]) hall.must('startService', { ticketId: ticket?.ticketId ?? '' });
  hall.must('parkTicket', { ticketId: parked?.ticketId ?? '' });
  hall.must('missTicket', { ticketId: missed?.ticketId ?? '' });
  return hall;
}

function afterTheFirstNight(): { hall: TestHall; first: ReturnType<typeof everything> } {
  const hall = leftInTheEvening();
  hall.clock.advance(10 * HOUR_MS);
  knock(hall);
  const first = everything(hall);
  expect(first.days).toHaveLength(2);
  expect(new Set(first.tickets.map((ticket) => (ticket as { state: string }).state))).toEqual(
    new Set(['lapsed']),
  );
  return { hall, first };
}

it.each<[string, (hall: TestHall) => void]>([
  ['asked again in the same night', knock],
  [
    'the service is started anew at night, twice',
    (hall) => {
      hall.restart();
      knock(hall);
      hall.restart();
      knock(hall);
    },
  ],
  [
    'the clock is put back by an hour, to the evening before',
    (hall) => {
      hall.clock.setWall('2026-06-15T23:30:00+08:00');
      knock(hall);
      hall.clock.advance(HOUR_MS);
      knock(hall);
    },
  ],
  [
    'the clock is put back and the service is started anew',
    (hall) => {
      hall.clock.setWall('2026-06-15T23:30:00+08:00');
      hall.restart();
      knock(hall);
    },
  ],
  [
    'hours go by without anybody',
    (hall) => {
      hall.clock.advance(5 * HOUR_MS);
      knock(hall);
    },
  ],
])('the day that has turned does not turn a second time: %s', (_what, night) => {
  const { hall, first } = afterTheFirstNight();
  night(hall);
  expect(everything(hall)).toEqual(first);
  const { number } = hall.must('issueTicket', { serviceCode: 'LN-01' });
  expect(number).toBe('C001');
  hall.close();
});
