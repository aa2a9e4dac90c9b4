import { z } from 'zod';
import type { Role, StaffRole } from '../operation.ts';
import { CounterId, RequestId, TicketId } from '../ids.ts';

/** PCs behind the counters. */
export const clerks = ['counter', 'admin'] as const satisfies readonly Role[];
export const everyone = ['kiosk', 'counter', 'display', 'admin'] as const satisfies readonly Role[];

/** The row looks at nothing and does nothing that needs a person to answer for it: the PC's own token is enough. */
export const nobody = [] as const satisfies readonly StaffRole[];
/** Who serves people. */
export const floorStaff = ['clerk', 'supervisor'] as const satisfies readonly StaffRole[];
/** Everybody but who only looks. */
export const workers = ['clerk', 'supervisor', 'hall-admin'] as const satisfies readonly StaffRole[];
/** Who decides on the floor. */
export const leaders = ['supervisor', 'hall-admin'] as const satisfies readonly StaffRole[];
/** Who may look at how the hall does. */
export const overseers = ['supervisor', 'hall-admin', 'auditor'] as const satisfies readonly StaffRole[];
export const allStaff = [
  'clerk',
  'supervisor',
  'hall-admin',
  'auditor',
] as const satisfies readonly StaffRole[];

export const TicketStep = z
  .object({ requestId: RequestId, ticketId: TicketId, counterId: CounterId.optional() })
  .strict();
export const CounterStep = z.object({ requestId: RequestId, counterId: CounterId }).strict();
