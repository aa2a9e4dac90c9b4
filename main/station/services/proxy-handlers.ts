import type { Handlers } from '../../../preload/contracts/operation.ts';
import type { StationOperations } from '../../../preload/contracts/station-operations.ts';
import { createPrintProxyLetter } from './print-proxy-letter.ts';
import { beginFor, cancelProxy, removePerson, sayWhoseCard, typePerson } from './proxy.ts';
import type { RememberedAnswers } from './remembered-answers.ts';
import type { StationContext } from './station-context.ts';

type ProxyOperation =
  | 'beginProxy'
  | 'sayWhoseCard'
  | 'typeProxyPerson'
  | 'removeProxyPerson'
  | 'cancelProxy'
  | 'printProxyLetter';

/** Somebody comes for somebody else. */
export function createProxyHandlers(
  station: StationContext,
  once: RememberedAnswers,
): Pick<Handlers<StationOperations>, ProxyOperation> {
  const printProxyLetter = createPrintProxyLetter(station);
  return {
    beginProxy: (input) => once.run('beginProxy', input, () => beginFor(station, input.serviceCode)),
    sayWhoseCard: (input) => once.run('sayWhoseCard', input, () => sayWhoseCard(station, input.who)),
    typeProxyPerson: (input) => {
      // The number stays out of what is compared: a digest of it could be guessed back.
      const { requestId, who } = input;
      return once.run('typeProxyPerson', { requestId, who }, () => typePerson(station, input));
    },
    removeProxyPerson: (input) =>
      once.run('removeProxyPerson', input, () => removePerson(station, input.who)),
    cancelProxy: (input) => once.run('cancelProxy', input, () => cancelProxy(station)),
    printProxyLetter: (input) => once.run('printProxyLetter', input, () => printProxyLetter(input)),
  };
}
