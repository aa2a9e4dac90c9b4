import type { HallStaff } from '../../main/hall/hall.ts';
import { NO_STAFF } from './no-staff.ts';

/** People whom the hall knows by name and who do not sign in themselves: callers come with their staff. */
export function staffNamed(...staffNumbers: readonly string[]): HallStaff {
  const account = {
    role: 'clerk',
    pinHash: '$argon2id$nobody-signs-in',
    mustChangePin: false,
    createdAt: '2026-01-05T08:00:00+08:00',
  } as const;
  const find = (staffNumber: string) =>
    staffNumbers.includes(staffNumber) ? { ...account, staffNumber, name: `员工${staffNumber}` } : undefined;
  return { ...NO_STAFF, accounts: { ...NO_STAFF.accounts, find } };
}
