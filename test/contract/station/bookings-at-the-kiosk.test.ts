import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../../preload/contracts/operation.ts';
import type { stationCollections, StationOperations } from '../../../preload/contracts/station-operations.ts';
import { bodiesOf } from '../../support/bodies-of.ts';
import { elderBorn } from '../../support/elder-list.ts';
import { FakeFormPrinter } from '../../support/paper/fake-form-printer.ts';
import type { FeedListener } from '../../support/services/feed-listener.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { startRiggedStation, type RiggedStation } from '../../support/services/rigged-station.ts';
import { must } from '../../support/services/service-under-test.ts';
import { followStation, stationClient } from '../../support/services/station-service.ts';

const { name, idNumber } = elderBorn('1946-06-20', 81);
const PERSON = { name, birth: '19460620', sex: 'female', number: idNumber } as const;
/** Booked for the same day and always in time: what a clock says must not decide this test. */
const OPEN_ALL_DAY = `hall:
  openHours: "00:00-12:00, 12:00-23:59"
  ratings: { workdays: ["${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)}"] }
  priority: { headStartMinutes: { appointment: 60 } }
  appointments: { fromDaysAhead: 0, slotMinutes: 30, windowBeforeMinutes: 60, windowAfterMinutes: 60, cancelHours: 0 }
`;

let hall: HallService;
let station: RiggedStation;
let forms: FakeFormPrinter;
let kiosk: Client<StationOperations>;
let page: FeedListener<typeof stationCollections>;
const id = () => ({ requestId: randomUUID() });

beforeEach(async () => {
  hall = await HallService.forTest({ configuration: OPEN_ALL_DAY });
  forms = new FakeFormPrinter();
  station = await startRiggedStation(hall, { formPrinter: forms });
  kiosk = stationClient(station);
  page = await followStation(station);
});

async function putCard(): Promise<void> {
  station.reader.placeCard(PERSON);
  await page.until((now) => now.visit['now']?.maskedName ?? undefined);
}
async function bookFirst() {
  const { days } = await must(kiosk.listSlots({ serviceCode: 'LN-10' }));
  const slot = days.flatMap(({ slots }) => slots).find(({ places }) => places > 0);
  return must(kiosk.bookSlot({ ...id(), serviceCode: 'LN-10', slotId: slot?.slotId ?? '' }));
}

describe('with a card', () => {
  it('somebody is booked, has a slip without a name, and the code finds it again', async () => {
    await putCard();
    const booked = await bookFirst();
    const paper = await page.until(({ station: now }) => {
      const form = now['now']?.form;
      return form?.formId === 'appointment' && form.state !== 'printing' ? form : undefined;
    });
    expect(paper.state).toBe('confirmed');
    const [slip] = forms.forms;
    expect(slip?.html).toContain(`${booked.code.slice(0, 4)} ${booked.code.slice(4)}`);
    expect(slip?.html).not.toContain(name);
    await page.until((now) => now.visit['now']?.bookings.length === 1 || undefined);
    await must(kiosk.endVisit(id()));
    await must(kiosk.beginWithoutCard(id()));
    const { bookings } = await must(kiosk.findBookings({ code: booked.code }));
    expect(bookings).toMatchObject([{ appointmentId: booked.appointmentId, serviceCode: 'LN-10' }]);
    expect(JSON.stringify(bookings)).not.toMatch(/测试|\*/);
    expect(JSON.stringify(bodiesOf(join(hall.folder, 'data'), 'appointment.booked'))).not.toMatch(/测试/);
  });

  it('whoever comes back with it is shown the booking at once and gives it up, once', async () => {
    await putCard();
    const { appointmentId } = await bookFirst();
    await must(kiosk.endVisit(id()));
    station.reader.liftCard();
    await putCard();
    await page.until((now) => now.visit['now']?.bookings[0]?.appointmentId === appointmentId || undefined);
    await must(kiosk.cancelBooking({ ...id(), appointmentId }));
    await page.until((now) => now.visit['now']?.bookings.length === 0 || undefined);
    expect(await kiosk.checkIn({ ...id(), appointmentId })).toEqual({
      ok: false,
      error: { kind: 'unknown-appointment' },
    });
  });
});

describe('what is not one’s own', () => {
  it('without a card nobody is booked, and a booking that was not shown cannot be used', async () => {
    await putCard();
    const { appointmentId, code } = await bookFirst();
    await must(kiosk.endVisit(id()));
    await must(kiosk.beginWithoutCard(id()));
    const nobody = { ok: false, error: { kind: 'nobody-at-the-kiosk' } };
    const wish = { serviceCode: 'LN-10', slotId: '2030-01-02T08:30' };
    expect(await kiosk.bookSlot({ ...id(), ...wish })).toEqual(nobody);
    const unknown = { ok: false, error: { kind: 'unknown-appointment' } };
    expect(await kiosk.checkIn({ ...id(), appointmentId })).toEqual(unknown);
    expect(await kiosk.cancelBooking({ ...id(), appointmentId })).toEqual(unknown);
    const other = code === '12345678' ? '87654321' : '12345678';
    expect(await kiosk.findBookings({ code: other })).toEqual(unknown);
  });
});
