import type { z } from 'zod';
import type { ApiError } from './errors.ts';
import type { Result } from './result.ts';

/** Whom a bearer token stands for. Deny by default: an operation names the roles that may call it. */
export const ROLES = ['kiosk', 'counter', 'display', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/**
 * The people who sign in at a PC. `clerk` serves, `supervisor` also leads the floor, `hall-admin` keeps rules and accounts,
 * `auditor` only looks. Kept apart as 等保 asks of administration, security and audit (GB/T 22239-2019).
 */
export const STAFF_ROLES = ['clerk', 'supervisor', 'hall-admin', 'auditor'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Roles of PCs at which a person must have signed in for whatever names staff. A kiosk or a display works by itself. */
export const STAFFED_ROLES = ['counter', 'admin'] as const satisfies readonly Role[];

/** One row of a contract table. `query` may be retried freely; `mutation` carries a requestId and answers it once. */
export interface Operation {
  readonly effect: 'query' | 'mutation';
  readonly summary: string;
  readonly roles: readonly Role[];
  /** Who must have signed in where the caller is a PC of staff (see STAFFED_ROLES). Empty = the PC's token is enough. */
  readonly staff: readonly StaffRole[];
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** How long a client waits for the answer, where that is longer than usual. */
  readonly answerWithinMs?: number;
}

export type OperationTable = Readonly<Record<string, Operation>>;

export type Input<Table extends OperationTable, Name extends keyof Table> = z.output<Table[Name]['input']>;
export type Output<Table extends OperationTable, Name extends keyof Table> = z.output<Table[Name]['output']>;

/** What a service implements: one function per row. */
export type Handlers<Table extends OperationTable> = {
  readonly [Name in keyof Table]: (
    input: Input<Table, Name>,
    caller: Caller,
  ) => Result<Output<Table, Name>, ApiError> | Promise<Result<Output<Table, Name>, ApiError>>;
};

/** What a client offers: the same rows, over the wire. Failures are values; `hall-unreachable` covers the network. */
export type Client<Table extends OperationTable> = {
  readonly [Name in keyof Table]: (
    input: z.input<Table[Name]['input']>,
  ) => Promise<Result<Output<Table, Name>, ApiError>>;
};

/** Who calls: taken from the token, never from the message. */
export interface Caller {
  readonly role: Role;
  readonly name: string;
  /** Who has signed in there, if somebody has. */
  readonly staff?: Staff;
}

/** A person of staff, as far as an operation asks. */
export interface Staff {
  /** As on the badge: "1001". */
  readonly staffNumber: string;
  readonly role: StaffRole;
}
