import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type {
  CareVisitView,
  DueView,
  HallOperations,
  HomeVisitView,
  StopTaskView,
  TierChangeView,
} from '../../../preload/contracts/hall-operations.ts';
import type { Client, Input } from '../../../preload/contracts/operation.ts';
import type { Result } from '../../../preload/contracts/result.ts';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import { useStaff } from '../../shared/sign-in/staff-store.ts';
import { useOffice } from '../office-store.ts';

type Certification = Omit<Input<HallOperations, 'recordCertification'>, 'requestId'>;
type Names = readonly { readonly id: string; readonly name: string }[];
const DAYS_AHEAD = 62;
const DAY_MS = 86_400_000;
const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The elders of the hall's list: who is due, who reaches a tier, what waits for a decision, who is visited. */
export const useElders = defineStore('elders', () => {
  const office = useOffice();
  const staff = useStaff();
  const cycle = ref('');
  const due = shallowRef<readonly DueView[]>([]);
  const reaching = shallowRef<readonly TierChangeView[]>([]);
  const changes = shallowRef<readonly TierChangeView[]>([]);
  const stops = shallowRef<readonly StopTaskView[]>([]);
  const care = shallowRef<readonly CareVisitView[]>([]);
  const categories = shallowRef<Names>([]);
  const home = shallowRef<readonly HomeVisitView[]>([]);
  const role = computed(() => staff.person?.role);
  const serves = computed(() => role.value === 'clerk' || role.value === 'supervisor');
  const leads = computed(() => role.value === 'supervisor' || role.value === 'hall-admin');

  async function look(now: number): Promise<void> {
    const span = { from: isoDay(now), to: isoDay(now + DAYS_AHEAD * DAY_MS) };
    const [open, soon, next, tasks, visits, booked] = await Promise.all([
      office.ask((hall) => hall.listDue({})),
      office.ask((hall) => hall.listReaching({})),
      office.ask((hall) => hall.listTierChanges(span)),
      office.ask((hall) => hall.stopTasks({ open: true })),
      office.ask((hall) => hall.careVisits({})),
      office.ask((hall) => hall.homeVisits({ open: true })),
    ]);
    if (open !== null) [cycle.value, due.value] = [open.cycle.cycle, open.people];
    reaching.value = soon?.people ?? reaching.value;
    changes.value = next?.people ?? changes.value;
    stops.value = tasks?.tasks ?? stops.value;
    if (visits !== null) [care.value, categories.value] = [visits.visits, visits.categories];
    home.value = booked?.visits ?? home.value;
  }

  /** A step, and how things stand after it. */
  async function step(
    name: string,
    send: (hall: Client<HallOperations>, requestId: string) => Promise<Result<unknown, ApiError>>,
  ): Promise<void> {
    if (await office.change(name, send)) await look(Date.now());
  }

  return {
    ...{ cycle, due, reaching, changes, stops, care, categories, home, serves, leads },
    ...{ look, step },
    certify: (wish: Certification) =>
      step(`certify ${wish.beneficiaryId} ${wish.mode} ${wish.result}`, (hall, requestId) =>
        hall.recordCertification({ requestId, ...wish }),
      ),
  };
});
