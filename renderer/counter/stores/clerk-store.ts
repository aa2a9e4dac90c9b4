import { defineStore } from 'pinia';
import { computed, ref, watch, type Ref } from 'vue';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Client } from '../../../preload/contracts/operation.ts';
import type { Result } from '../../../preload/contracts/result.ts';
import { createSteps } from '../../shared/line/steps.ts';
import { useHallStore } from '../../shared/stores/hall-store.ts';
import { useLineStore } from '../../shared/stores/line-store.ts';
import { useNowStore } from '../../shared/stores/now-store.ts';
import type { MessageKey } from '../../shared/words/words.ts';
import { ACTIONS, type ActionName, type Standing } from '../keys/actions.ts';
import { dependsOnStanding, type ActionPanelKind, type Panel } from '../panels/panel.ts';

type HallClient = Client<HallOperations>;
type Answer = Promise<Result<unknown, ApiError>>;

/** What a step needs to know. `ticketId` is empty where nobody is at the counter; such a step does not use it. */
interface Facts {
  readonly requestId: string;
  readonly counterId: string;
  readonly ticketId: string;
}

/** Steps that need nothing but the counter and the person at it; the others open a panel of the same name. */
const STEPS: Readonly<
  Record<Exclude<ActionName, ActionPanelKind>, (client: HallClient, facts: Facts) => Answer>
> = {
  callNext: (hall, { requestId, counterId }) => hall.callNext({ requestId, counterId }),
  recall: (hall, facts) => hall.recallTicket(facts),
  start: (hall, facts) => hall.startService(facts),
  finish: (hall, facts) => hall.finishService({ ...facts, outcome: 'done' }),
  missed: (hall, facts) => hall.missTicket(facts),
  park: (hall, facts) => hall.parkTicket(facts),
  resume: (hall, { requestId, counterId }) => hall.openCounter({ requestId, counterId }),
  open: (hall, { requestId, counterId }) => hall.openCounter({ requestId, counterId }),
  close: (hall, { requestId, counterId }) => hall.closeCounter({ requestId, counterId }),
  undo: (hall, { requestId, counterId }) => hall.undoStep({ requestId, counterId }),
};

const opensPanel = (name: ActionName): name is ActionName & ActionPanelKind =>
  ACTIONS[name].opens !== undefined;

/** The counter as the hall last told it. */
function whereItStands(counterId: Readonly<Ref<string | null>>) {
  const mirror = useHallStore();
  const now = useNowStore();
  const counter = computed(() => mirror.counters.find((one) => one.counterId === counterId.value) ?? null);
  const ticket = computed(() => mirror.tickets[counter.value?.ticketId ?? ''] ?? null);
  /** For how many seconds the last step here can still be taken back. */
  const undoSeconds = computed(() => {
    const until = counter.value?.undoable?.until;
    return until === undefined ? 0 : Math.max(0, Math.ceil((Date.parse(until) - now.hallNowMs) / 1000));
  });
  const undoable = computed(() => undoSeconds.value > 0);
  const standing = computed<Standing | null>(() =>
    counter.value === null
      ? null
      : {
          counter: counter.value.state,
          ticket: ticket.value?.state ?? null,
          undoable: undoable.value,
        },
  );
  return { counter, ticket, undoSeconds, standing };
}

/** Which counter this page is, what the clerk has pressed and not yet heard back. Never truth. */
export const useClerk = defineStore('clerk', () => {
  const line = useLineStore();
  const { client, pending, problem, ids, take } = createSteps<HallClient>();
  const counterId = ref<string | null>(null);
  const panel = ref<Panel | null>(null);
  /** What was done and shows nowhere else on the page; gone with the next step. */
  const notice = ref<MessageKey | null>(null);

  const { counter, ticket, undoSeconds, standing } = whereItStands(counterId);
  /** A step is under way, or nobody would hear it. */
  const busy = computed(() => pending.value !== null || !line.live);

  // Once the hall shows that something happened here, a pressed key means a new step, not the old one again.
  watch(
    [
      () => standing.value?.counter,
      () => ticket.value?.ticketId,
      () => ticket.value?.state,
      () => ticket.value?.serviceCode,
      () => ticket.value?.callCount,
    ],
    () => {
      ids.forgetAll();
      problem.value = null;
      notice.value = null;
      if (panel.value !== null && dependsOnStanding(panel.value)) panel.value = null;
    },
  );

  /** Does nothing when the action makes no sense where the counter stands. */
  async function act(name: ActionName): Promise<void> {
    if (counter.value === null || standing.value === null || !ACTIONS[name].possible(standing.value)) return;
    if (opensPanel(name)) {
      panel.value = { kind: name };
      return;
    }
    const facts = { counterId: counter.value.counterId, ticketId: ticket.value?.ticketId ?? '' };
    await take(name, (hall, requestId) => STEPS[name](hall, { requestId, ...facts }));
  }

  /** A step that a panel stood for: once it is taken, the person stands there again. */
  async function takeFromPanel(
    step: string,
    send: (hall: HallClient, requestId: string) => Answer,
    done: MessageKey | null = null,
  ): Promise<void> {
    notice.value = null;
    const answer = await take(step, send);
    if (answer?.ok !== true) return;
    panel.value = null;
    notice.value = done;
  }

  return {
    ...{ client, counterId, counter, ticket, standing, panel, notice, undoSeconds, busy },
    ...{ pending, problem, take, takeFromPanel, act },
  };
});
