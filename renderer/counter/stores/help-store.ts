import { defineStore } from 'pinia';
import { computed } from 'vue';
import type { DifficultyKind, HelpKind } from '../../../preload/contracts/hall-operations.ts';
import { helpInOrder } from '../../shared/help/help-order.ts';
import { useHallStore } from '../../shared/stores/hall-store.ts';
import { useClerk } from './clerk-store.ts';

export type CounterHelp = Exclude<HelpKind, 'visitor'>;

/** Calls for help, one's own and the others', and what was hard for visitors. */
export const useHelp = defineStore('help', () => {
  const mirror = useHallStore();
  const clerk = useClerk();

  /** Who waits for help elsewhere, the most pressing first. */
  const asked = computed(() =>
    helpInOrder(mirror.help).filter(
      ({ counterId, state }) => state === 'open' && (counterId === null || counterId !== clerk.counterId),
    ),
  );
  const unanswered = computed(() => asked.value[0] ?? null);
  /** How many wait besides that one. */
  const others = computed(() => Math.max(0, asked.value.length - 1));
  /** What this counter itself has asked for. */
  const own = computed(() => mirror.help.find(({ counterId }) => counterId === clerk.counterId) ?? null);

  async function call(kind: CounterHelp): Promise<void> {
    const counterId = clerk.counter?.counterId;
    if (counterId === undefined) return;
    await clerk.takeFromPanel(
      `help ${kind}`,
      (hall, requestId) => hall.callForHelp({ requestId, kind, counterId }),
      'counter.help.called',
    );
  }

  async function answer(helpId: string): Promise<void> {
    await clerk.takeFromPanel(`answer ${helpId}`, (hall, requestId) =>
      hall.answerHelp({ requestId, helpId }),
    );
  }

  async function end(helpId: string): Promise<void> {
    await clerk.takeFromPanel(`end ${helpId}`, (hall, requestId) => hall.endHelp({ requestId, helpId }));
  }

  /** Something was hard for the visitor: one of ten, nobody is named. */
  async function report(kind: DifficultyKind): Promise<void> {
    const counterId = clerk.counter?.counterId;
    if (counterId === undefined) return;
    const ticketId = clerk.ticket?.ticketId;
    await clerk.takeFromPanel(
      `difficulty ${kind}`,
      (hall, requestId) =>
        hall.reportDifficulty({ requestId, kind, counterId, ...(ticketId !== undefined && { ticketId }) }),
      'counter.difficulty.reported',
    );
  }

  return { unanswered, others, own, call, answer, end, report };
});
