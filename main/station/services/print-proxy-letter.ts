import { randomUUID } from 'node:crypto';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import { MOST_PRINCIPALS, type HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { FormOutcome } from '../devices/form-printer/port.ts';
import { letterHtml, type LetterPerson } from '../proxy/letter.ts';
import type { ProxyPerson } from '../proxy/proxy-person.ts';
import type { Proxy } from '../proxy/proxy.ts';
import { personForVault } from './person-for-vault.ts';
import { preparing } from './proxy.ts';
import { checkStanding } from './proxy-standing.ts';
import { today, type StationContext } from './station-context.ts';

type Wish = Input<StationOperations, 'printProxyLetter'>;
type Printed = Output<StationOperations, 'printProxyLetter'>;
type Answer = Result<Printed, ApiError>;

/** Both people of a letter. */
type Complete = Proxy & { readonly principal: ProxyPerson; readonly agent: ProxyPerson };

/**
 * Prints the letter for both to sign. The names go to the printer and to the hall's vault; nothing of the letter stays on
 * this PC. Touched twice while it prints, it is one letter.
 */
export function createPrintProxyLetter(station: StationContext): (wish: Wish) => Promise<Answer> {
  const underWay = new Map<string, Promise<Answer>>();
  return (wish) => {
    const going = preparing(station);
    if (!going.ok) return Promise.resolve(going);
    const { proxyId } = going.value.proxy;
    const already = underWay.get(proxyId);
    if (already !== undefined) return already;
    const printing = printLetter(station, going.value.proxy, wish).finally(() => underWay.delete(proxyId));
    underWay.set(proxyId, printing);
    return printing;
  };
}

async function printLetter(station: StationContext, proxy: Proxy, wish: Wish): Promise<Answer> {
  if (!isComplete(proxy)) return err({ kind: 'proxy-incomplete' });
  const { desk } = station;
  if (await checkStanding(station)) return err({ kind: 'proxy-needs-staff', limit: MOST_PRINCIPALS });
  const note = (letter: Proxy['letter']): void =>
    desk.changeProxy(proxy.proxyId, (now) => (isSamePair(now, proxy) ? { ...now, letter } : now));
  note({ state: 'printing', reason: null });
  const printed = answerOf(await handOver(station, proxy, wish));
  note({ state: printed.printState, reason: printed.reason });
  if (printed.printState !== 'refused') await record(station, proxy, wish, printed.printState);
  return ok(printed);
}

function isComplete(proxy: Proxy): proxy is Complete {
  return proxy.principal !== undefined && proxy.agent !== undefined;
}

const isSamePair = (now: Proxy, then: Proxy): boolean =>
  now.principal === then.principal && now.agent === then.agent;

async function handOver(
  station: StationContext,
  proxy: Complete,
  wish: Wish,
): Promise<FormOutcome | undefined> {
  const { formPrinter, facts } = station;
  const { principal, agent, matter } = proxy;
  const { relation, powers, days } = wish;
  const html = letterHtml({
    ...{ hallName: facts.hallName, relation, powers, days, from: today(station) },
    ...{ serviceCode: matter.serviceCode, serviceName: matter.serviceName, rule: matter.rule },
    ...{ principal: letterPerson(principal), agent: letterPerson(agent) },
    simulated: formPrinter?.simulated ?? false,
  });
  return formPrinter?.print({ jobId: randomUUID(), title: '授权委托书', html });
}

/** In clear, for the paper that both sign. */
function letterPerson({ name, number, sex, birth, address }: ProxyPerson): LetterPerson {
  return {
    number: number.revealFor('form-printing'),
    ...(name !== undefined && { name: name.revealFor('form-printing') }),
    ...(sex !== undefined && { sex }),
    ...(birth !== undefined && { birth }),
    ...(address !== undefined && { address: address.revealFor('form-printing') }),
  };
}

function answerOf(outcome: FormOutcome | undefined): Printed {
  if (outcome === undefined) return { printState: 'refused', reason: 'none' };
  switch (outcome.state) {
    case 'confirmed':
      return { printState: 'confirmed', reason: null };
    case 'unknown':
      return { printState: 'unknown', reason: outcome.reason };
    case 'refused':
      return { printState: 'refused', reason: refusalOf(outcome.status) };
  }
}

function refusalOf(status: Extract<FormOutcome, { state: 'refused' }>['status']): string {
  return status.state === 'unavailable' ? status.reason : status.state;
}

/**
 * The hall's record of what was printed. Asked once: a hall that is away does not get the two names later from here, where
 * they would have to wait for it. The ticket of both, which comes next, says the same of the people.
 */
async function record(
  { hall }: StationContext,
  { principal, agent, matter }: Complete,
  { requestId, relation, powers, days }: Wish,
  printState: Input<HallOperations, 'recordProxyLetter'>['printState'],
): Promise<void> {
  await hall.recordProxyLetter({
    ...{ requestId, serviceCode: matter.serviceCode, relation, powers, days, printState },
    ...{ holder: personForVault(principal), companion: personForVault(agent) },
  });
}
