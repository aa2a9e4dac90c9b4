import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Result } from '../../../preload/contracts/result.ts';
import { RequestIds } from './request-ids.ts';

type Send<Client, T> = (client: Client, requestId: string) => Promise<Result<T, ApiError>>;

/** What a person asks of a service through a page, one step at a time. */
export interface Steps<Client> {
  readonly client: ShallowRef<Client | null>;
  /** The step that is under way. */
  readonly pending: Ref<string | null>;
  /** What the last step ran into; `null` = nothing. */
  readonly problem: Ref<ApiError | null>;
  readonly ids: RequestIds;
  /**
   * Takes a step; `null` = another one is still under way, this touch does not count. A step whose outcome is unknown
   * is sent again under the same request id. `once`: see RequestIds.
   */
  readonly take: <T>(
    step: string,
    send: Send<Client, T>,
    once?: boolean,
  ) => Promise<Result<T, ApiError> | null>;
}

export function createSteps<Client extends object>(): Steps<Client> {
  const client: ShallowRef<Client | null> = shallowRef(null);
  const pending = ref<string | null>(null);
  const problem = ref<ApiError | null>(null);
  const ids = new RequestIds();

  async function take<T>(
    step: string,
    send: Send<Client, T>,
    once = false,
  ): Promise<Result<T, ApiError> | null> {
    if (client.value === null || pending.value !== null) return null;
    pending.value = step;
    problem.value = null;
    try {
      const result = await send(client.value, ids.idFor(step));
      ids.settle(step, result, once);
      if (!result.ok) problem.value = result.error;
      return result;
    } finally {
      // A wish that the client itself refuses is a mistake of the page; the page must not be deaf from then on.
      pending.value = null;
    }
  }

  return { client, pending, problem, ids, take };
}
