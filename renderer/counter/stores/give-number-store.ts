import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Output } from '../../../preload/contracts/operation.ts';
import type { PriorityClass } from '../../../preload/contracts/priority.ts';
import { RequestIds } from '../../shared/line/request-ids.ts';
import { SAME_TOUCH_MS } from '../../shared/same-touch.ts';
import { useClerk } from './clerk-store.ts';

export type GivenNumber = Output<HallOperations, 'issueTicket'>;

/** What a number is given for: at least one matter, in the order of the wish. */
export interface NumberWish {
  readonly services: readonly string[];
  readonly priorityClass: PriorityClass;
}

/** Numbers given by hand to people who wait: no machine has a part in it, and nobody is asked for a name. */
export const useGiveNumber = defineStore('give-number', () => {
  const clerk = useClerk();
  /** Of their own: what happens at the counter meanwhile must not make a second number of an unanswered wish. */
  const ids = new RequestIds();
  /** The last number that was given, for the panel that shows it. */
  const given = shallowRef<GivenNumber | null>(null);
  let givenAtMs = Number.NEGATIVE_INFINITY;

  /** `ignored`: this stroke does not count. */
  async function give({ services, priorityClass }: NumberWish): Promise<'given' | 'refused' | 'ignored'> {
    const [serviceCode, ...moreServices] = services;
    // Hit twice by a hurried hand it is one number: the second would belong to nobody.
    if (serviceCode === undefined || performance.now() - givenAtMs < SAME_TOUCH_MS) return 'ignored';
    const step = `give ${services.join()} ${priorityClass}`;
    const answer = await clerk.take(step, (hall) =>
      hall.issueTicket({
        ...{ requestId: ids.idFor(step), serviceCode },
        ...(moreServices.length > 0 && { moreServices }),
        ...(priorityClass !== 'ordinary' && { priorityClass, priorityReason: 'staff' as const }),
      }),
    );
    if (answer === null) return 'ignored';
    ids.settle(step, answer);
    if (!answer.ok) return 'refused';
    given.value = answer.value;
    givenAtMs = performance.now();
    return 'given';
  }

  return { given, give };
});
