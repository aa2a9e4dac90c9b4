import type { z } from 'zod';
import type { ApiError } from './errors.ts';
import type { Result } from './result.ts';

/** Whom a bearer token stands for. Deny by default: an operation names the roles that may call it. */
export const ROLES = ['kiosk', 'counter', 'display', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** One row of a contract table. `query` may be retried freely; `mutation` carries a requestId and answers it once. */
export interface Operation {
  readonly effect: 'query' | 'mutation';
  readonly summary: string;
  readonly roles: readonly Role[];
  readonly input: z.ZodType;
  readonly output: z.ZodType;
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
}
