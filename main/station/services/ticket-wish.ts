import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import type { StationOperations } from '../../../preload/contracts/station-operations.ts';
import { personOfCard, type ProxyPerson } from '../proxy/proxy-person.ts';
import type { Proxy } from '../proxy/proxy.ts';
import type { Visit } from '../visit/visit.ts';
import { personForVault } from './person-for-vault.ts';

type TakeInput = Input<StationOperations, 'takeTicket'>;
type IssueInput = Input<HallOperations, 'issueTicket'>;
type Facts = 'all' | 'name-only';

/** What is prepared for somebody else, where this service is what it is about; also before either of the two is known. */
export function proxyOf({ proxy }: Visit, serviceCode: string): Proxy | undefined {
  return proxy?.matter.serviceCode === serviceCode ? proxy : undefined;
}

/** What the hall needs to know. The card's own words go to the hall's vault and nowhere else. */
export function wishOf(visit: Visit, input: TakeInput, facts: Facts = 'all'): IssueInput {
  const { requestId, serviceCode, priorityClass } = input;
  const proxy = proxyOf(visit, serviceCode);
  return {
    ...{ requestId, serviceCode },
    ...(priorityClass !== undefined && { priorityClass, priorityReason: 'stated' as const }),
    ...(proxy === undefined ? alone(visit, facts) : pair(proxy, facts)),
  };
}

function alone({ card }: Visit, facts: Facts): Partial<IssueInput> {
  return card === undefined ? {} : holder(personOfCard(card), facts);
}

/**
 * The number belongs to whose matter it is, and so does the priority: an elder whom family represents must not wait longer
 * for having stayed at home. Whoever comes for them is called with them.
 */
function pair({ principal, agent }: Proxy, facts: Facts): Partial<IssueInput> {
  return {
    ...(principal !== undefined && holder(principal, facts)),
    ...(agent !== undefined && { companion: forVault(agent, facts) }),
    companionRelation: 'agent',
  };
}

function holder(person: ProxyPerson, facts: Facts): Partial<IssueInput> {
  const { birth } = person;
  return {
    ...(facts === 'all' && birth !== undefined && { birthDate: birth }),
    holder: forVault(person, facts),
  };
}

/** A chip whose number breaks the rules still belongs to a person: they get their ticket, staff see the warning. */
function forVault(person: ProxyPerson, facts: Facts) {
  return personForVault(facts === 'all' ? person : { ...person, numberIsValid: false });
}
