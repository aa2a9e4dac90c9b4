import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Caller, Input, Output } from '../../../preload/contracts/operation.ts';
import type { Result } from '../../../preload/contracts/result.ts';
import { actingAs } from './acting-as.ts';
import type { HallContext } from './hall-context.ts';
import type { Transact } from './transact.ts';

type Mutation = {
  [Name in keyof HallOperations]: HallOperations[Name]['effect'] extends 'mutation' ? Name : never;
}[keyof HallOperations];

/** How a mutation is run: once per request id, in one transaction, in the name of whose hand it is. */
export type Runners = ReturnType<typeof createRunners>;

/** The ways to run a mutation. */
export function createRunners(hall: HallContext, transact: Transact, turnDay: () => void) {
  const mutation =
    <Name extends Mutation>(
      operation: Name,
      work: (
        hall: HallContext,
        input: Input<HallOperations, Name>,
        caller: Caller,
      ) => Result<Output<HallOperations, Name>, ApiError>,
      unkept = false,
    ) =>
    (input: Input<HallOperations, Name>, caller: Caller) =>
      transact({ operation, requestId: input.requestId, content: contentOf(input), unkept }, () =>
        work(actingAs(hall, caller), input, caller),
      );
  /** The answer names a person: it is told and kept nowhere. */
  const unkept: typeof mutation = (operation, work) => mutation(operation, work, true);
  /** The visitor's hand, also at a PC where somebody of staff has signed in. */
  const visitors: typeof mutation =
    (operation, work) =>
    (input, { role, name }) =>
      mutation(operation, work)(input, { role, name });
  /** A mutation where a refusal must not leave yesterday standing. */
  const today: typeof mutation = (operation, work) => {
    const run = mutation(operation, work);
    return (input, caller) => {
      turnDay();
      return run(input, caller);
    };
  };
  return { mutation, today, visitors, unkept };
}

/** Everything that must be the same in a retry, without the person: that stays out of every table but the vault. */
function contentOf(input: object): object {
  return { ...input, holder: undefined, companion: undefined, birthDate: undefined, phone: undefined };
}
