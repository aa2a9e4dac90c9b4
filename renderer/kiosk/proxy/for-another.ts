import type { ComputedRef } from 'vue';
import type { VisitView } from '../../../preload/contracts/station-operations.ts';
import type { Person } from '../person.ts';
import type { VisitSteps } from '../visit-steps.ts';
import { isProxyScreen } from './proxy-screen.ts';
import { createProxySteps, type ProxyPage, type ProxySteps } from './proxy-steps.ts';

export interface ForAnotherParts {
  readonly steps: ProxyPage['steps'];
  readonly person: Person;
  readonly mirror: { readonly visit: VisitView | null };
  readonly screen: ComputedRef<string>;
  readonly doing: VisitSteps;
}

/** The steps of who comes for somebody else, and 返回 as it works among their questions. */
export function createForAnother({ steps, person, mirror, screen, doing }: ForAnotherParts): {
  readonly proxy: ProxySteps;
  readonly back: () => Promise<void>;
} {
  const proxy = createProxySteps({
    ...{ steps, person, visit: () => mirror.visit, beginVisit: doing.beginWithoutCard },
  });
  const isAmongThem = (): boolean => person.aside === null && isProxyScreen(screen.value);
  return { proxy, back: () => (isAmongThem() ? proxy.back() : doing.back()) };
}

/** Who said on the first screen that they come for somebody else still does once a card is read. */
export function keepWish(person: Person, forget: () => void): void {
  const { open } = person.proxy;
  forget();
  person.proxy.open = open;
}
