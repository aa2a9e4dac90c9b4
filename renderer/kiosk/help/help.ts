import { computed, ref, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Client } from '../../../preload/contracts/operation.ts';
import type { Result } from '../../../preload/contracts/result.ts';
import type { KioskHelpView, StationOperations } from '../../../preload/contracts/station-operations.ts';
import { RequestIds } from '../../shared/line/request-ids.ts';
import type { useLineStore } from '../../shared/stores/line-store.ts';
import type { useStationStore } from '../../shared/stores/station-store.ts';
import type { Person } from '../person.ts';
import { closeAside, layOver } from '../visit-steps.ts';

type Station = Client<StationOperations>;
type Answer = Promise<Result<unknown, ApiError>>;

export interface HelpParts {
  readonly client: Readonly<ShallowRef<Station | null>>;
  readonly mirror: Pick<ReturnType<typeof useStationStore>, 'station' | 'visit'>;
  readonly line: Pick<ReturnType<typeof useLineStore>, 'live'>;
  readonly person: Person;
}

/** What a person who needs somebody can do. Beside the steps of a visit: it never waits for one of them. */
export interface KioskHelp {
  /** The call as the station last told it; null: nobody was asked to come. */
  readonly called: ComputedRef<KioskHelpView | null>;
  /** The station has not answered yet. */
  readonly asking: Ref<boolean>;
  /** The last touch reached nobody: what it was. */
  readonly failed: Ref<'call' | 'cancel' | null>;
  readonly call: () => Promise<void>;
  readonly cancel: () => Promise<void>;
  /** 我不会用机器: one touch, no name. Then where it can be done by hand. */
  readonly cannotUse: () => void;
  /** The next person finds nothing of it but a call that is still open. */
  readonly forget: () => void;
}

export function createHelp({ client, mirror, line, person }: HelpParts): KioskHelp {
  const called = computed(() => mirror.station?.help ?? null);
  const asking = ref(false);
  const failed = ref<'call' | 'cancel' | null>(null);
  const ids = new RequestIds();
  const cannotUse = createReport(client, line);

  async function ask(what: 'call' | 'cancel', send: (station: Station, requestId: string) => Answer) {
    const station = client.value;
    if (station === null || asking.value) return;
    asking.value = true;
    failed.value = null;
    const answer = await send(station, ids.idFor(what));
    ids.settle(what, answer);
    asking.value = false;
    if (!answer.ok) failed.value = what;
  }

  // Somebody has been here, or is not needed: the screen that said who comes has nothing more to say.
  watch(called, (now, before) => {
    if (now !== null) failed.value = null;
    else if (before !== null && person.aside === 'help') closeAside(person);
  });
  // Without a visit nothing tells one person from the next but that they go back to the beginning.
  watch(
    () => person.aside,
    (aside) => {
      if (aside === null && mirror.visit === null) cannotUse.forget();
    },
  );

  return {
    ...{ called, asking, failed },
    call: async () => {
      layOver(person, 'help');
      await ask('call', (station, requestId) => station.callForHelp({ requestId }));
    },
    cancel: () => ask('cancel', (station, requestId) => station.cancelHelp({ requestId })),
    cannotUse: () => {
      layOver(person, 'by-hand');
      cannotUse.report();
    },
    forget: () => {
      failed.value = null;
      cannotUse.forget();
    },
  };
}

/** Once for each person. What the station does not take goes to it again once its line is back, as the same request. */
function createReport(client: HelpParts['client'], line: HelpParts['line']) {
  const unsent = new Set<string>();
  let reported = false;
  async function send(requestId: string): Promise<void> {
    const answer = await client.value?.reportDifficulty({ requestId, kind: 'could-not-use-machine' });
    if (answer?.ok === true) unsent.delete(requestId);
  }
  watch(
    () => line.live,
    (live) => {
      if (live) for (const requestId of unsent) void send(requestId);
    },
  );
  return {
    report: (): void => {
      if (reported) return;
      reported = true;
      const requestId = crypto.randomUUID();
      unsent.add(requestId);
      void send(requestId);
    },
    forget: (): void => {
      reported = false;
    },
  };
}
