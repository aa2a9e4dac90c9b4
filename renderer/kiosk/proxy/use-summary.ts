import { computed, type ComputedRef } from 'vue';
import type { ProxyPersonView } from '../../../preload/contracts/station-operations.ts';
import { useStationStore } from '../../shared/stores/station-store.ts';
import { useWords } from '../../shared/stores/words-store.ts';
import type { MessageKey } from '../../shared/words/words.ts';
import { useDesk } from '../desk-store.ts';
import { POWER_WORDS, RELATION_WORDS } from './proxy-words.ts';

export type SummaryPart = 'service' | 'principal' | 'agent' | 'relation' | 'powers';

export interface SummaryLine {
  readonly part: SummaryPart;
  readonly label: MessageKey;
  readonly text: string;
  /** Somebody's name or number: not for a loudspeaker. */
  readonly isPrivate: boolean;
}

/** Everything that the letter will say, a line each, as it was said or read. */
export function useSummary(): ComputedRef<readonly SummaryLine[]> {
  const mirror = useStationStore();
  const desk = useDesk();
  const words = useWords();

  const person = (one: ProxyPersonView | null): string =>
    [
      one?.maskedName ?? words.t('kiosk.proxy.noName'),
      one?.maskedIdNumber ?? '',
      one === null || one.age === null ? '' : words.t('kiosk.greeting.age', { age: one.age }),
    ]
      .filter((part) => part !== '')
      .join(' ');
  const service = (code: string): string =>
    words.service(code, mirror.services.find(({ serviceCode }) => serviceCode === code)?.name ?? code);

  return computed(() => {
    const proxy = desk.visit?.proxy ?? null;
    const { relation, powers, days } = desk.person.proxy;
    if (proxy === null) return [];
    const given = powers
      .map((power) => words.t(POWER_WORDS[power]))
      .join(words.language === 'zh' ? '、' : ', ');
    return [
      line('service', 'kiosk.proxy.line.service', service(proxy.serviceCode)),
      line('principal', 'kiosk.proxy.principal', person(proxy.principal), true),
      line('agent', 'kiosk.proxy.agent', person(proxy.agent), true),
      line(
        'relation',
        'kiosk.proxy.line.relation',
        relation === null ? '' : words.t(RELATION_WORDS[relation]),
      ),
      line('powers', 'kiosk.proxy.line.powers', `${given} · ${words.t('kiosk.proxy.days.some', { days })}`),
    ];
  });
}

function line(part: SummaryPart, label: MessageKey, text: string, isPrivate = false): SummaryLine {
  return { part, label, text, isPrivate };
}
