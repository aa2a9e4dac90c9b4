import { defineStore } from 'pinia';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Output } from '../../../preload/contracts/operation.ts';
import { useClerk } from './clerk-store.ts';

export type Draft = Output<HallOperations, 'recallDraft'>;

/** Forms that a kiosk filled. What is found is the panel's alone: when the panel goes, nothing of it stays. */
export const useDrafts = defineStore('drafts', () => {
  const clerk = useClerk();

  /** `null`: no answer, or a refusal that stands in the line of problems. */
  async function recall(code: string): Promise<Draft | 'wrong-code' | null> {
    const counterId = clerk.counter?.counterId;
    if (counterId === undefined) return null;
    const answer = await clerk.take(`draft ${code}`, (hall, requestId) =>
      hall.recallDraft({ requestId, code, counterId }),
    );
    if (answer === null) return null;
    if (answer.ok) return answer.value;
    const isCode = answer.error.kind === 'not-found' || answer.error.kind === 'bad-input';
    return isCode ? 'wrong-code' : null;
  }

  return { recall };
});
