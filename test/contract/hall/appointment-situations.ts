import { randomUUID } from 'node:crypto';
import type { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { elderBorn } from '../../support/elder-list.ts';
import type { Situation } from './situations.ts';

const id = () => ({ requestId: randomUUID() });
const serviceCode = 'LN-10';
const { name, idNumber } = elderBorn('1946-06-20', 61);
const holder = { name, idNumber };

/** Times with room; a booking alone opens the day, which pages do see. */
async function freeSlots(hall: HallService): Promise<readonly string[]> {
  await must(hall.as('kiosk').issueTicket({ ...id(), serviceCode: 'LN-01' }));
  const { days } = await must(hall.as('counter').listSlots({ serviceCode }));
  return days.flatMap(({ slots }) => slots.filter(({ places }) => places > 0).map(({ slotId }) => slotId));
}

async function wish(hall: HallService) {
  const [slotId = ''] = await freeSlots(hall);
  return { serviceCode, slotId, holder, channel: 'counter', phone: '13812341234' } as const;
}

async function booked(hall: HallService) {
  const { appointmentId } = await must(
    hall.as('counter').bookAppointment({ ...id(), ...(await wish(hall)) }),
  );
  return { appointmentId };
}

/** Every mutation of bookings where it succeeds. */
export const appointmentSituations = {
  bookAppointment: { prepare: wish, otherWish: { channel: 'telephone' } },
  moveAppointment: {
    prepare: async (hall) => {
      const made = await booked(hall);
      return { ...made, slotId: (await freeSlots(hall)).at(-1) };
    },
    otherWish: { slotId: '2026-06-16T08:30' },
  },
  cancelAppointment: { prepare: booked, otherWish: { appointmentId: randomUUID() } },
  revealAppointment: {
    prepare: async (hall) => ({ ...(await booked(hall)), who: 'holder', field: 'phone' }),
    otherWish: { field: 'name' },
  },
} as const satisfies Readonly<Record<string, Situation>>;
