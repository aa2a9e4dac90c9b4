import { randomBytes, randomUUID } from 'node:crypto';
import { systemClock } from '../../../main/foundation/clock.ts';
import { addStaff } from '../../../main/hall/staff/keep-accounts.ts';
import { SESSION_HEADER } from '../../../preload/contracts/hall-operations.ts';
import {
  STAFF_ROLES,
  STAFFED_ROLES,
  type Role,
  type StaffRole,
} from '../../../preload/contracts/operation.ts';
import { sendRequest } from '../send-request.ts';

export const TEST_PIN = '739182';
export const STAFF_NUMBERS: Readonly<Record<StaffRole, string>> = {
  clerk: '1001',
  supervisor: '2001',
  'hall-admin': '9001',
  auditor: '8001',
};
/** A real hash, made cheaply: what a guess costs is measured where it matters. */
export const CHEAP = { memoryKiB: 8, passes: 1 } as const;

/** One account of each role in the data folder of a hall. */
export async function addTestStaff(dataFolder: string): Promise<void> {
  for (const role of STAFF_ROLES) {
    const account = { staffNumber: STAFF_NUMBERS[role], name: `测试${role}`.replace('-', ''), role };
    const first = { pin: TEST_PIN, cost: CHEAP, mustChangePin: false };
    const added = await addStaff(dataFolder, account, systemClock, first);
    if (!added.ok && added.error.kind !== 'number-taken') throw new Error(added.error.kind);
  }
}

export const newSession = (): string => `ss_${randomBytes(32).toString('base64url')}`;

/** Who signs in at a PC of this kind when a test does not say. */
export const usualStaff = (role: Role): StaffRole | undefined =>
  ({ counter: 'clerk', admin: 'supervisor', kiosk: undefined, display: undefined })[role] as
    StaffRole | undefined;

/** Signs in over the wire with a token; answers the session's secret. */
export async function signIn(address: string, token: string, staffNumber: string): Promise<string> {
  const session = newSession();
  const answer = await sendRequest(address, {
    method: 'POST',
    path: '/api/signIn',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ requestId: randomUUID(), staffNumber, pin: TEST_PIN, session }),
  });
  if (answer.status !== 200) throw new Error(`nobody could sign in: ${answer.text}`);
  return session;
}

/** Signs each person in at each PC when first needed, and once. */
export class SignIns {
  readonly #address: () => string;
  readonly #known = new Map<string, Promise<string>>();

  constructor(address: () => string) {
    this.#address = address;
  }

  at(token: string, staff: StaffRole): Promise<string> {
    const key = `${token} ${staff}`;
    const known = this.#known.get(key) ?? signIn(this.#address(), token, STAFF_NUMBERS[staff]);
    this.#known.set(key, known);
    // A hall that could not be reached is asked again.
    known.catch(() => this.#known.delete(key));
    return known;
  }

  /** Headers for a request from a PC of this role. */
  async headers(token: string, role: Role, staff = usualStaff(role)): Promise<Record<string, string>> {
    const isStaffed = (STAFFED_ROLES as readonly Role[]).includes(role);
    return staff === undefined || !isStaffed ? {} : { [SESSION_HEADER]: await this.at(token, staff) };
  }
}
