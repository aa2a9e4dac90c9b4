import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type {
  DifficultyView,
  HallOperations,
  RatingCaseView,
} from '../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../preload/contracts/operation.ts';
import type { DifficultyResult } from '../../../preload/contracts/hall/closed-lists.ts';
import { useStaff } from '../../shared/sign-in/staff-store.ts';
import { useOffice } from '../office-store.ts';

type LockedStaff = Output<HallOperations, 'lockedStaff'>['locked'][number];
export type CaseStep = Pick<Input<HallOperations, 'advanceRatingCase'>, 'step' | 'judgement' | 'note'>;

/** What waits for a supervisor: bad ratings, what was hard for visitors, colleagues who cannot sign in. */
export const useToDo = defineStore('to-do', () => {
  const office = useOffice();
  const staff = useStaff();
  const cases = shallowRef<readonly RatingCaseView[]>([]);
  const difficulties = shallowRef<readonly DifficultyView[]>([]);
  const locked = shallowRef<readonly LockedStaff[]>([]);

  async function look(): Promise<void> {
    const leads = staff.person?.role !== 'auditor';
    const [open, hard, out] = await Promise.all([
      office.ask((hall) => hall.listRatingCases({ open: true })),
      office.ask((hall) => hall.listDifficulties({ state: 'open' })),
      leads ? office.ask((hall) => hall.lockedStaff({})) : null,
    ]);
    cases.value = open?.cases ?? cases.value;
    difficulties.value = hard?.difficulties ?? difficulties.value;
    locked.value = out?.locked ?? (leads ? locked.value : []);
  }

  async function advance(caseId: string, step: CaseStep): Promise<boolean> {
    const done = await office.change(`case ${caseId} ${step.step}`, (hall, requestId) =>
      hall.advanceRatingCase({ requestId, caseId, ...step }),
    );
    if (done) await look();
    return done;
  }

  async function settle(difficultyId: string, result: DifficultyResult): Promise<void> {
    const done = await office.change(`settle ${difficultyId} ${result}`, (hall, requestId) =>
      hall.settleDifficulty({ requestId, difficultyId, result }),
    );
    if (done) await look();
  }

  async function unlock(staffNumber: string): Promise<void> {
    const done = await office.change(`unlock ${staffNumber}`, (hall, requestId) =>
      hall.unlockStaff({ requestId, staffNumber }),
    );
    if (done) await look();
  }

  return { cases, difficulties, locked, look, advance, settle, unlock };
});
