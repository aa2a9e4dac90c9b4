import { beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../../preload/contracts/operation.ts';
import { elderBorn } from '../../support/elder-list.ts';
import { CLERK, KIOSK, SUPERVISOR, TEST_POLICY, TestHall } from '../../support/open-test-hall.ts';

const [one, other] = [elderBorn('1996-06-20', 31), elderBorn('1995-03-02', 32)].map(({ name, idNumber }) => ({
  name,
  idNumber,
}));
if (one === undefined || other === undefined) throw new Error('nobody to book');
const couple = { holder: one, companion: other };
/** Tuesday, the day after the hall opens. */
const SLOT = '2026-06-16T09:00';

let hall: TestHall;
/** The hall opens its day with the first step of a morning. */
beforeEach(() => {
  hall = new TestHall({ start: '2026-06-15T09:00:00+08:00', type: 'marriage' });
});
const book = (over: object = {}, caller: Caller = KIOSK) => {
  const channel = caller.role === 'kiosk' ? 'kiosk' : 'counter';
  return hall.do(
    'bookAppointment',
    { serviceCode: 'HY-01', slotId: SLOT, channel, ...couple, ...over },
    caller,
  );
};
function booked(over: object = {}, caller: Caller = KIOSK) {
  const answer = book(over, caller);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}
/** To a time of a day of June, in a hall that was started in the morning. */
function at(day: number, time: string): void {
  const now = Date.parse(`2026-06-${day}T${time}:00+08:00`);
  hall.clock.advance(now - hall.clock.nowMs());
  hall.restart();
}
const checkIn = (appointmentId: string) =>
  hall.do('issueTicket', { serviceCode: 'HY-01', appointmentId }, KIOSK);

describe('a couple', () => {
  it('books at the kiosk, comes with one card the next day and gets one number for two', () => {
    const { appointmentId, code } = booked();
    expect(code).toMatch(/^[1-9]\d{7}$/);
    at(16, '08:52');
    const { appointments } = hall.must('findAppointment', { idNumber: other.idNumber }, KIOSK);
    expect(appointments).toMatchObject([
      {
        appointmentId,
        code,
        arrival: 'on-time',
        people: 2,
        starts: '09:00',
        holder: { maskedName: '测**1' },
      },
    ]);
    const ticket = checkIn(appointmentId);
    expect(ticket).toMatchObject({ value: { appointment: 'on-time', priorityClass: 'appointment' } });
    const [seen] = hall.hall.snapshot().tickets;
    expect(seen).toMatchObject({ people: 2, companionRelation: 'spouse', priorityReason: 'appointment' });
    hall.must('openCounter', { counterId: '1' });
    const { ticketId } = hall.must('callNext', { counterId: '1' });
    hall.must('startService', { ticketId });
    const people = hall.must('ticketPeople', { ticketId, counterId: '1' });
    expect(people).toMatchObject({ holder: { maskedName: '测**1' }, companion: { maskedName: '测**2' } });
    expect(hall.must('findAppointment', { code }, KIOSK).appointments).toEqual([]);
    expect(hall.must('appointmentDay', { date: '2026-06-16' })).toMatchObject({
      slots: [{ slotId: SLOT, booked: 1, checkedIn: 1, missed: 0 }],
      appointments: [{ state: 'checked-in', ticketNumber: seen?.number }],
    });
  });

  it('leaves no word of who they are outside the vault', () => {
    const { appointmentId } = booked({ phone: '13812341234' }, CLERK);
    at(16, '09:00');
    checkIn(appointmentId);
    const told = JSON.stringify([
      hall.bodiesOf('appointment.booked'),
      hall.bodiesOf('appointment.checked-in'),
      hall.must('appointmentDay', { date: '2026-06-16' }),
      hall.must('findAppointment', { idNumber: one.idNumber }),
    ]);
    expect(told).not.toMatch(/测试|1381234/);
    expect(told).not.toContain(one.idNumber);
    const wish = { appointmentId, who: 'holder', field: 'phone' } as const;
    expect(hall.must('revealAppointment', wish).value).toBe('13812341234');
    expect(hall.bodiesOf('person.revealed')).toMatchObject([{ field: 'phone', by: '1001' }]);
  });

  it('has one booking of a day, whoever of the two asks and whatever for', () => {
    booked();
    const again = { kind: 'already-booked', date: '2026-06-16' };
    expect(book()).toMatchObject({ error: again });
    const alone = { serviceCode: 'HY-08', slotId: '2026-06-16T15:00', holder: other, companion: undefined };
    expect(book(alone, CLERK)).toMatchObject({ error: again });
    expect(book({ ...alone, slotId: '2026-06-17T15:00' }).ok).toBe(true);
  });
});

describe('coming', () => {
  it('too early, one is told from when', () => {
    const { appointmentId } = booked();
    at(16, '08:49');
    expect(checkIn(appointmentId)).toMatchObject({ error: { kind: 'too-early', from: '2026-06-16T08:50' } });
    expect(hall.hall.snapshot().tickets).toEqual([]);
  });

  it('later than the window, one gets a number and waits like everybody', () => {
    const { appointmentId } = booked();
    at(16, '09:16');
    expect(checkIn(appointmentId)).toMatchObject({
      value: { appointment: 'late', priorityClass: 'ordinary', priorityReason: 'none' },
    });
  });

  it('an elder keeps the better class', () => {
    const { name, idNumber } = elderBorn('1946-06-20', 33);
    hall = new TestHall({ start: '2026-06-15T09:00:00+08:00' });
    const { appointmentId } = booked({
      ...{ serviceCode: 'LN-10', holder: { name, idNumber }, companion: undefined },
    });
    at(16, '09:00');
    expect(hall.do('issueTicket', { serviceCode: 'LN-10', appointmentId }, KIOSK)).toMatchObject({
      value: { appointment: 'on-time', priorityClass: 'elder', priorityReason: 'age' },
    });
  });

  it('twice, one is told the number that one has', () => {
    const { appointmentId } = booked();
    at(16, '09:00');
    const first = checkIn(appointmentId);
    expect(checkIn(appointmentId)).toMatchObject({
      error: { kind: 'already-waiting', number: first.ok ? first.value.number : '' },
    });
  });

  it('for another service, or with people of one’s own, is refused with what is allowed', () => {
    const { appointmentId } = booked();
    at(16, '09:00');
    const problem = (where: string) => ({ error: { kind: 'bad-input', problems: [{ where }] } });
    expect(hall.do('issueTicket', { serviceCode: 'HY-02', appointmentId })).toMatchObject(
      problem('serviceCode'),
    );
    const wish = { serviceCode: 'HY-01', appointmentId, holder: other };
    expect(hall.do('issueTicket', wish)).toMatchObject(problem('holder'));
  });
});

describe('not coming', () => {
  it('is possible up to two hours before; later staff free the place', () => {
    const { appointmentId } = booked();
    at(16, '07:01');
    expect(hall.do('cancelAppointment', { appointmentId }, KIOSK)).toMatchObject({
      error: { kind: 'appointment-needs-staff', reason: 'late', limit: 2 },
    });
    expect(hall.do('moveAppointment', { appointmentId, slotId: '2026-06-17T09:00' }, KIOSK).ok).toBe(false);
    expect(hall.must('cancelAppointment', { appointmentId }, CLERK)).toEqual({ appointmentId });
    expect(checkIn(appointmentId)).toMatchObject({ error: { kind: 'not-now', state: 'cancelled' } });
    expect(hall.do('cancelAppointment', { appointmentId }, CLERK)).toMatchObject({
      error: { kind: 'not-now' },
    });
  });

  it('is counted when the day is over, and who did it too often is booked by staff', () => {
    hall = new TestHall({
      ...{ start: '2026-06-15T09:00:00+08:00', type: 'marriage' },
      policy: { appointments: { ...TEST_POLICY.appointments, noShowLimit: 0 } },
    });
    booked();
    at(16, '09:00');
    hall.must('issueTicket', { serviceCode: 'HY-08' });
    at(17, '09:00');
    hall.must('issueTicket', { serviceCode: 'HY-08' });
    expect(hall.must('appointmentDay', { date: '2026-06-16' })).toMatchObject({ slots: [{ missed: 1 }] });
    const next = { slotId: '2026-06-18T09:00' };
    expect(book(next)).toMatchObject({
      error: { kind: 'appointment-needs-staff', reason: 'missed', limit: 0 },
    });
    expect(book(next, CLERK).ok).toBe(true);
  });

  it('is nobody’s fault on a day on which the hall did not open', () => {
    booked();
    at(17, '09:00');
    hall.must('issueTicket', { serviceCode: 'HY-08' });
    expect(hall.bodiesOf('appointment.missed')).toEqual([]);
    expect(hall.bodiesOf('appointment.cancelled')).toMatchObject([{ why: 'hall-closed' }]);
  });
});

describe('times', () => {
  const places = (slotId: string, serviceCode = 'HY-01') =>
    hall
      .must('listSlots', { serviceCode }, KIOSK)
      .days.flatMap(({ slots }) => slots)
      .find((slot) => slot.slotId === slotId)?.places;

  it('fill up, for every service that needs the same windows, and are free again when somebody gives up', () => {
    const before = places(SLOT) ?? 0;
    expect(before).toBeGreaterThan(0);
    const made = Array.from({ length: before }, (_, at) => {
      const [holder, companion] = [
        elderBorn('1990-01-01', 100 + 2 * at),
        elderBorn('1990-01-01', 101 + 2 * at),
      ];
      return booked({
        holder: { name: holder.name, idNumber: holder.idNumber },
        companion: { name: companion.name, idNumber: companion.idNumber },
      });
    });
    expect(places(SLOT)).toBe(0);
    expect(book()).toMatchObject({ error: { kind: 'slot-full', slotId: SLOT } });
    expect(places(SLOT, 'HY-02')).toBe(0);
    expect(places(SLOT, 'HY-12')).toBe(1);
    hall.must('cancelAppointment', { appointmentId: made[0]?.appointmentId ?? '' }, KIOSK);
    expect(places(SLOT)).toBe(1);
    expect(book().ok).toBe(true);
  });

  it('are those of five working days; nobody is booked outside of them', () => {
    const { days, people } = hall.must('listSlots', { serviceCode: 'HY-01' }, KIOSK);
    expect(days.map(({ date }) => date.slice(8))).toEqual(['16', '17', '18', '22', '23']);
    expect(people).toBe(2);
    for (const slotId of ['2026-06-15T10:00', '2026-06-24T09:00', '2026-06-16T12:30'])
      expect(book({ slotId })).toMatchObject({
        error: { kind: 'bad-input', problems: [{ where: 'slotId' }] },
      });
  });

  it('of a festival say which it is, leave less for others and may be more', () => {
    hall = new TestHall({
      ...{ start: '2026-08-18T09:00:00+08:00', type: 'marriage' },
      policy: {
        appointments: { ...TEST_POLICY.appointments, festivalHours: [{ opens: '12:00', closes: '13:00' }] },
      },
    });
    const [qixi, ordinary] = hall.must('listSlots', { serviceCode: 'HY-01' }, KIOSK).days;
    expect(qixi).toMatchObject({ date: '2026-08-19', festival: { id: 'qixi', nameZh: '七夕' } });
    expect(ordinary?.festival).toBeNull();
    expect((qixi?.slots.length ?? 0) - (ordinary?.slots.length ?? 0)).toBe(2);
    const sum = (day: typeof qixi) => day?.slots.reduce((total, slot) => total + slot.places, 0) ?? 0;
    expect(sum(qixi)).toBeGreaterThan(sum(ordinary));
    const divorces = hall.must('listSlots', { serviceCode: 'HY-06' }, KIOSK).days;
    expect(divorces[0]?.slots.length).toBe(divorces[1]?.slots.length);
  });

  it('one can be moved with its people and its code', () => {
    const { appointmentId, code } = booked();
    hall.must('moveAppointment', { appointmentId, slotId: '2026-06-18T10:00' }, KIOSK);
    const { appointments } = hall.must('findAppointment', { idNumber: one.idNumber }, SUPERVISOR);
    expect(appointments).toMatchObject([{ appointmentId, code, slotId: '2026-06-18T10:00' }]);
    expect(hall.must('appointmentDay', { date: '2026-06-16' }).appointments).toEqual([]);
    at(18, '10:00');
    expect(checkIn(appointmentId)).toMatchObject({ value: { appointment: 'on-time' } });
  });
});

it('a second person for a service of one is refused', () => {
  expect(book({ serviceCode: 'HY-08' })).toMatchObject({
    error: { kind: 'bad-input', problems: [{ where: 'companion' }] },
  });
  expect(book({ companion: one })).toMatchObject({ error: { kind: 'same-person' } });
  expect(book({ holder: { name: '测试甲', idNumber: '110199195606159038' } })).toMatchObject({
    error: { kind: 'bad-id-number', where: 'holder.idNumber' },
  });
});
