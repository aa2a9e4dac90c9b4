import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import type { IdCard } from '../devices/id-card-reader/port.ts';
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

/** Whose card is there; a number that breaks the rules is nobody's. */
export function holderOfCard({ name, number, warnings }: IdCard): Person {
  return {
    name: name.revealFor('vault') || NO_NAME,
    ...(!warnings.includes('number-not-valid') && { idNumber: number.revealFor('vault') }),
  };
}

/** Where they live, as the chip says it; nothing where it says none, or less than an address is. */
export function addressOfCard({ address }: IdCard): { address?: string } {
  const text = address?.revealFor('vault');
  return text !== undefined && text.length >= 2 ? { address: text } : {};
}
