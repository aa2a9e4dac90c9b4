import { hash } from 'node:crypto';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { classifyDatabaseError } from '../../foundation/sqlite/classify-error.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';
import { troubleOf, type StorageTrouble } from '../recovery/storage-trouble.ts';
import type { DayStore } from '../store/day-store.ts';
import type { RequestStore } from '../store/request-store.ts';

/** Thrown inside a transaction to give it up; never leaves this file. */
class Refusal extends Error {
  readonly reason: ApiError;
  constructor(reason: ApiError) {
    super(reason.kind);
    this.reason = reason;
  }
}

export interface Mutation {
  readonly operation: string;
  readonly requestId: string;
  /** What must be the same when the same id comes again. No personal data: it stands in the file as a digest. */
  readonly content: unknown;
  /** The answer is personal: told, and kept nowhere. The same request does the work again. */
  readonly unkept?: boolean;
}

export interface TransactorParts {
  readonly database: Database;
  readonly requests: RequestStore;
  readonly days: DayStore;
  /** After every commit that changed something. */
  readonly onCommit: () => void;
  readonly onStorageTrouble: (trouble: StorageTrouble, code: string) => void;
}

export type Transact = <Value>(
  mutation: Mutation,
  work: () => Result<Value, ApiError>,
) => Result<Value, ApiError>;

/**
 * Runs a mutation once: facts, projections and the remembered answer commit together, and the same request id
 * answers the same value for a day. A refusal changes nothing. A failing disk is a value and is told to the hall.
 */
export function createTransactor(parts: TransactorParts): Transact {
  const { database, requests, days } = parts;

  const attempt = <Value>(mutation: Mutation, digest: string, work: () => Result<Value, ApiError>) => {
    const earlier = requests.find(mutation.requestId);
    if (earlier !== undefined) {
      if (earlier.operation !== mutation.operation || earlier.digest !== digest) {
        throw new Refusal({ kind: 'request-id-reused' });
      }
      if (mutation.unkept !== true) return { value: JSON.parse(earlier.answer) as Value, repeated: true };
    }
    const result = work();
    if (!result.ok) throw new Refusal(result.error);
    if (earlier === undefined) {
      const answer = mutation.unkept === true ? '' : JSON.stringify(result.value);
      const kept = { operation: mutation.operation, digest, answer };
      requests.remember(mutation.requestId, kept, days.current()?.dayId ?? '');
    }
    return { value: result.value, repeated: false };
  };
  /** Made once: making one costs as much as a small transaction. */
  const attemptInTransaction = database.transaction(attempt).immediate as typeof attempt;

  return (mutation, work) => {
    const digest = hash('sha256', JSON.stringify(mutation.content), 'base64url');
    try {
      const { value, repeated } = attemptInTransaction(mutation, digest, work);
      if (!repeated) parts.onCommit();
      return ok(value);
    } catch (failure) {
      if (failure instanceof Refusal) return err(failure.reason);
      const fault = classifyDatabaseError(failure);
      if (fault === undefined) throw failure;
      const trouble = troubleOf(fault.kind);
      parts.onStorageTrouble(trouble, fault.code);
      return err({ kind: 'storage', trouble });
    }
  };
}
