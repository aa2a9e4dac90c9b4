import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import type { ApiError } from '../../preload/contracts/errors.ts';
import type { HallOperations, ServiceView, StatisticsView } from '../../preload/contracts/hall-operations.ts';
import type { Client } from '../../preload/contracts/operation.ts';
import type { Result } from '../../preload/contracts/result.ts';
import { createSteps } from '../shared/line/steps.ts';
import { useStaff } from '../shared/sign-in/staff-store.ts';

/** What the office asked of the hall. Answers are kept until the next question; the truth stays in the hall. */
export const useOffice = defineStore('office', () => {
  const { client, pending, problem, take } = createSteps<Client<HallOperations>>();
  const staff = useStaff();
  const services = shallowRef<readonly ServiceView[]>([]);
  const today = shallowRef<StatisticsView | null>(null);
  /** Grows with each question, so that a late answer never overwrites a newer one. */
  const asked = ref(0);

  /** A question that changes nothing: nobody waits for another one to end. */
  async function ask<T>(
    send: (hall: Client<HallOperations>) => Promise<Result<T, ApiError>>,
  ): Promise<T | null> {
    if (client.value === null) return null;
    asked.value += 1;
    const turn = asked.value;
    const answer = await send(client.value);
    if (answer.ok) {
      if (turn === asked.value) problem.value = null;
      return answer.value;
    }
    staff.heard(answer.error);
    problem.value = answer.error;
    return null;
  }

  async function lookAtToday(date: string): Promise<void> {
    today.value = (await ask((hall) => hall.statistics({ from: date, to: date }))) ?? today.value;
  }

  async function lookAtServices(): Promise<void> {
    services.value = (await ask((hall) => hall.listServices({})))?.services ?? services.value;
  }

  /** A step of a person's; true when the hall took it. */
  async function change(
    step: string,
    send: (hall: Client<HallOperations>, requestId: string) => Promise<Result<unknown, ApiError>>,
  ): Promise<boolean> {
    const answer = await take(step, send);
    if (answer?.ok === false) staff.heard(answer.error);
    return answer?.ok === true;
  }

  const assign = (counterId: string, wanted: readonly string[]): Promise<boolean> =>
    change(`assign ${counterId} ${wanted.join()}`, (hall, requestId) =>
      hall.assignServices({ requestId, counterId, services: [...wanted] }),
    );

  return { client, pending, problem, services, today, ask, lookAtToday, lookAtServices, change, assign };
});
