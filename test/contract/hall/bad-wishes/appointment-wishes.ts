import { randomUUID } from 'node:crypto';

const requestId = randomUUID();
const appointmentId = randomUUID();
const holder = { name: '测试甲', idNumber: '110199195606159039' };
const booking = { requestId, serviceCode: 'LN-10', slotId: '2030-01-02T08:30', channel: 'counter', holder };
const badInput = (where: string, role: 'kiosk' | 'counter' = 'counter') =>
  ({ role, status: 400, error: { kind: 'bad-input', problems: [{ where }] } }) as const;
const unknown = {
  why: 'a booking that nobody made',
  role: 'counter',
  status: 404,
  error: { kind: 'unknown-appointment' },
} as const;
const noServices = {
  why: 'a service that nobody offers',
  status: 404,
  error: { kind: 'unknown-service', serviceCode: 'ZZ-99' },
} as const;
const notBookable = {
  why: 'a service for which people come as they like',
  status: 409,
  error: { kind: 'not-bookable', serviceCode: 'LN-01' },
} as const;

/** What goes wrong with bookings. */
export const appointmentWishes = {
  bookableServices: [{ why: 'a field that is none', body: { all: true }, ...badInput('all') }],
  listSlots: [
    { ...noServices, body: { serviceCode: 'ZZ-99' } },
    { ...notBookable, body: { serviceCode: 'LN-01' } },
    { why: 'a day that is none', body: { serviceCode: 'LN-10', from: '2026-02-30' }, ...badInput('from') },
  ],
  bookAppointment: [
    { ...noServices, body: { ...booking, serviceCode: 'ZZ-99' }, role: 'counter' },
    { ...notBookable, body: { ...booking, serviceCode: 'LN-01' }, role: 'counter' },
    { why: 'a time that is not offered', body: booking, ...badInput('slotId') },
    { why: 'a time in words', body: { ...booking, slotId: 'tomorrow' }, ...badInput('slotId') },
    {
      why: 'a kiosk on the telephone',
      body: { ...booking, channel: 'telephone' },
      ...badInput('channel', 'kiosk'),
    },
    { why: 'a counter as a kiosk', body: { ...booking, channel: 'kiosk' }, ...badInput('channel') },
    {
      why: 'nobody’s number',
      body: { ...booking, holder: { name: '测试甲' } },
      ...badInput('holder.idNumber'),
    },
    { why: 'a telephone number in words', body: { ...booking, phone: '不知道' }, ...badInput('phone') },
  ],
  moveAppointment: [{ ...unknown, body: { requestId, appointmentId, slotId: '2030-01-02T08:30' } }],
  cancelAppointment: [{ ...unknown, body: { requestId, appointmentId } }],
  findAppointment: [
    { why: 'neither code nor number', body: {}, ...badInput('code') },
    {
      why: 'both of them',
      body: { code: '12345678', idNumber: holder.idNumber },
      ...badInput('code'),
    },
    { why: 'seven digits', body: { code: '1234567' }, ...badInput('code') },
  ],
  appointmentDay: [{ why: 'a day that is none', body: { date: '2026-02-30' }, ...badInput('date') }],
  revealAppointment: [
    { ...unknown, body: { requestId, appointmentId, who: 'holder', field: 'phone' } },
    {
      why: 'a field that bookings do not have',
      body: { requestId, appointmentId, who: 'holder', field: 'address' },
      ...badInput('field'),
    },
  ],
} as const;
