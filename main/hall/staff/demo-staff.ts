import type { Output } from '../../../preload/contracts/operation.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import { ok } from '../../../preload/contracts/result.ts';
import type { Clock } from '../../foundation/clock.ts';
import { hashPin } from './pin-hash.ts';
import { newPin } from './new-pin.ts';
import { changeStaffFile, readStaffFile, staffFileIn, type StaffRecord } from './staff-file.ts';
import { openStaffKey } from './staff-key.ts';

type DemoAccount = Output<HallOperations, 'signInInfo'>['demo'][number];

const DEMO_STAFF: readonly Omit<DemoAccount, 'pin'>[] = [
  { staffNumber: '1001', name: '演示窗口甲', role: 'clerk' },
  { staffNumber: '1002', name: '演示窗口乙', role: 'clerk' },
  { staffNumber: '2001', name: '演示主管', role: 'supervisor' },
  { staffNumber: '8001', name: '演示审计', role: 'auditor' },
  { staffNumber: '9001', name: '演示管理员', role: 'hall-admin' },
];

/**
 * Accounts of a demo hall, all with one PIN that is made anew at each start: no PIN is ever part of the program. A folder
 * that holds real accounts is left alone, and then there are no demo ones.
 */
export async function makeDemoStaff(dataFolder: string, clock: Clock): Promise<readonly DemoAccount[]> {
  const file = staffFileIn(dataFolder);
  const known = readStaffFile(file);
  if (!known.ok || known.value.some((record) => !isDemo(record))) return [];
  const key = openStaffKey(dataFolder);
  if (!key.ok) return [];
  const pin = newPin();
  const createdAt = new Date(clock.nowMs()).toISOString();
  const pinHash = await hashPin(pin, key.value.key);
  const staff = DEMO_STAFF.map((account) => ({ ...account, pinHash, mustChangePin: false, createdAt }));
  const written = changeStaffFile(file, clock.nowMs(), () => ok(staff));
  return written.ok ? DEMO_STAFF.map((account) => ({ ...account, pin })) : [];
}

function isDemo({ staffNumber, name }: StaffRecord): boolean {
  return DEMO_STAFF.some((account) => account.staffNumber === staffNumber && account.name === name);
}
