import type { ProxySide, ProxyView } from '../../../preload/contracts/station-operations.ts';
import type { Person } from '../person.ts';
import { proxyScreen } from './proxy-screen.ts';

interface Ways {
  readonly removePerson: (who: ProxySide) => Promise<void>;
  /** Not for somebody else after all. */
  readonly cancel: () => Promise<void>;
}

/** One question back: the answer before is asked for again, and nothing after it is forgotten. */
export async function backWithin(
  { proxy: form }: Person,
  proxy: ProxyView | null,
  { removePerson, cancel }: Ways,
): Promise<void> {
  switch (proxyScreen(form, proxy)) {
    case 'proxy-number':
      form.typing = null;
      form.numberFault = null;
      return;
    case 'proxy-service':
      if (form.mending === null || !form.powersSaid) return cancel();
      form.mending = 'mend';
      return;
    case 'proxy-mend':
      form.mending = null;
      return;
    case 'proxy-days':
      form.mending = 'powers';
      return;
    case 'proxy-whose':
    case 'proxy-principal':
      form.mending = 'service';
      return;
    case 'proxy-agent':
      return removePerson('principal');
    case 'proxy-relation':
      return backFromRelation(form, removePerson);
    case 'proxy-powers':
      if (form.mending === null) form.relation = null;
      else form.mending = 'mend';
      return;
    case 'proxy-check':
      form.powersSaid = false;
      return;
    case 'proxy-letter':
      form.printed = false;
  }
}

async function backFromRelation(form: Person['proxy'], removePerson: Ways['removePerson']): Promise<void> {
  if (form.otherRelations) form.otherRelations = false;
  else if (form.mending !== null) form.mending = 'mend';
  else await removePerson('agent');
}
