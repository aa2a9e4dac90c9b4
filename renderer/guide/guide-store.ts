import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import type { ApiError } from '../../preload/contracts/errors.ts';
import type { DifficultyKind, HallOperations } from '../../preload/contracts/hall-operations.ts';
import type { Client } from '../../preload/contracts/operation.ts';
import type { Result } from '../../preload/contracts/result.ts';
import { helpInOrder } from '../shared/help/help-order.ts';
import { createSteps } from '../shared/line/steps.ts';
import { useStaff } from '../shared/sign-in/staff-store.ts';
import { useHallStore } from '../shared/stores/hall-store.ts';
import { useLineStore } from '../shared/stores/line-store.ts';

type HallClient = Client<HallOperations>;

/** What a guide has touched and not yet heard back. Who needs help is the hall's to say. */
export const useGuide = defineStore('guide', () => {
  const { client, pending, problem, take } = createSteps<HallClient>();
  const mirror = useHallStore();
  const line = useLineStore();
  const staff = useStaff();
  /** The difficulty that was just reported, to say that it was. */
  const reported = ref<DifficultyKind | null>(null);

  const calls = computed(() => helpInOrder(mirror.help));
  /** A step is under way, or nobody would hear it. */
  const busy = computed(() => pending.value !== null || !line.live);

  /** True when the hall took it. */
  async function step(
    name: string,
    send: (hall: HallClient, requestId: string) => Promise<Result<unknown, ApiError>>,
  ): Promise<boolean> {
    reported.value = null;
    const answer = await take(name, send);
    if (answer?.ok === false) staff.heard(answer.error);
    return answer?.ok === true;
  }

  /** 我来 */
  const answer = (helpId: string): Promise<boolean> =>
    step(`answer ${helpId}`, (hall, requestId) => hall.answerHelp({ requestId, helpId }));

  /** 好了 */
  const end = (helpId: string): Promise<boolean> =>
    step(`end ${helpId}`, (hall, requestId) => hall.endHelp({ requestId, helpId }));

  /** Something was hard for a visitor: one of ten, nobody is named. */
  async function report(kind: DifficultyKind): Promise<boolean> {
    const taken = await step(`difficulty ${kind}`, (hall, requestId) =>
      hall.reportDifficulty({ requestId, kind }),
    );
    if (taken) reported.value = kind;
    return taken;
  }

  return { client, problem, reported, calls, busy, answer, end, report };
});
