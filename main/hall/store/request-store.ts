import type { Database } from '../../foundation/sqlite/open-database.ts';

export interface RememberedAnswer {
  readonly operation: string;
  readonly digest: string;
  /** JSON of the answer's value. */
  readonly answer: string;
}

export type RequestStore = ReturnType<typeof createRequestStore>;

/** Answers by request id, kept for the service day: the same id answers the same result. */
export function createRequestStore(database: Database) {
  const find = database.prepare('select operation, digest, answer from request where request_id = ?');
  const remember = database.prepare(
    'insert into request (request_id, operation, digest, answer, day_id) values (?, ?, ?, ?, ?)',
  );
  const forget = database.prepare('delete from request where day_id not in (?, ?)');
  return {
    find: (requestId: string): RememberedAnswer | undefined =>
      find.get(requestId) as RememberedAnswer | undefined,
    remember: (requestId: string, answer: RememberedAnswer, dayId: string): void =>
      void remember.run(requestId, answer.operation, answer.digest, answer.answer, dayId),
    /** Called when a day opens: keeps that day and the one before it. */
    forgetAllBut: (today: string, yesterday: string): void => void forget.run(today, yesterday),
  };
}
