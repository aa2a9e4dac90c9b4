import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import type { ProxyPerson } from '../proxy/proxy-person.ts';

type Person = NonNullable<Input<HallOperations, 'issueTicket'>['holder']>;

/** For a chip without a name, and for a number that was typed. */
export const NO_NAME = '（无姓名）';

/** What the hall's vault keeps of one of two people. A number that breaks the rules is left out, as the hall would refuse it. */
export function personForVault({ name, number, numberIsValid }: ProxyPerson): Person {
  return {
    name: name?.revealFor('vault') || NO_NAME,
    ...(numberIsValid && { idNumber: number.revealFor('vault') }),
  };
}
