import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Client, Output } from '../../../preload/contracts/operation.ts';
import { createSteps } from '../line/steps.ts';
import { newSecret } from './session-secret.ts';

type SignInInfo = Output<HallOperations, 'signInInfo'>;
type SignedIn = Output<HallOperations, 'signIn'>;

/** Who has signed in at this page. The session's secret lives in this store only: a reload signs in anew. */
export const useStaff = defineStore('staff', () => {
  const { client, pending, problem, take } = createSteps<Client<HallOperations>>();
  const info = shallowRef<SignInInfo | null>(null);
  const person = shallowRef<SignedIn | null>(null);
  /** The number that was here last, offered again after a pause. */
  const lastNumber = ref('');
  /** What the session's secret is now; sent with every request. */
  let secret: string | undefined;

  const signedIn = computed(() => person.value?.mustChangePin === false);
  const mustChangePin = computed(() => person.value?.mustChangePin === true);

  async function ask(): Promise<void> {
    const answer = await client.value?.signInInfo({});
    if (answer?.ok === true) info.value = answer.value;
  }

  async function signIn(staffNumber: string, pin: string): Promise<boolean> {
    const session = newSecret();
    const answer = await take(`sign in ${session}`, (hall, requestId) =>
      hall.signIn({ requestId, staffNumber, pin, session }),
    );
    if (answer?.ok !== true) return false;
    secret = session;
    lastNumber.value = staffNumber;
    person.value = answer.value;
    return true;
  }

  async function changePin(pin: string, newPin: string): Promise<boolean> {
    const answer = await take(`change ${pin} ${newPin}`, (hall, requestId) =>
      hall.changePin({ requestId, pin, newPin }),
    );
    if (answer?.ok !== true || person.value === null) return false;
    person.value = { ...person.value, mustChangePin: false };
    return true;
  }

  /** Leaves this page, whatever the hall answers: a line that is down must not keep a screen open. */
  function signOut(): void {
    const session = secret;
    lost();
    if (session === undefined) return;
    void client.value?.signOut({ requestId: crypto.randomUUID(), session });
  }

  /** The hall does not know the session any more, or nobody has touched this page for long. */
  function lost(): void {
    person.value = null;
    secret = undefined;
    problem.value = null;
  }

  /** Every answer passes by here: one that says that nobody is signed in closes the page. */
  function heard(error: ApiError | null): void {
    if (error?.kind === 'staff-not-signed-in') lost();
  }

  return {
    ...{ client, pending, problem, info, person, lastNumber, signedIn, mustChangePin },
    ...{ ask, signIn, changePin, signOut, lost, heard, session: () => secret },
  };
});
