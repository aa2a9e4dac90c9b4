import type { MessageKey } from '../../shared/words/words.ts';

/** Services that begin with the same letters of the catalogue: what a counter is given or relieved of in one touch. */
export interface ServiceGroup {
  readonly prefix: string;
  readonly codes: readonly string[];
}

export const GROUP_WORDS: Readonly<Record<string, MessageKey>> = {
  LN: 'admin.group.LN',
  JZ: 'admin.group.JZ',
  SH: 'admin.group.SH',
  HY: 'admin.group.HY',
};

export function groupsOf(codes: readonly string[]): readonly ServiceGroup[] {
  const groups = new Map<string, string[]>();
  for (const code of codes) {
    const [prefix = code] = code.split('-');
    groups.set(prefix, [...(groups.get(prefix) ?? []), code]);
  }
  return [...groups].map(([prefix, own]) => ({ prefix, codes: own }));
}

export type Served = 'all' | 'some' | 'none';

/** How much of a group a counter serves; an empty list of services means everything. */
export function servedOf(group: ServiceGroup, services: readonly string[]): Served {
  if (services.length === 0) return 'all';
  const served = group.codes.filter((code) => services.includes(code)).length;
  if (served === 0) return 'none';
  return served === group.codes.length ? 'all' : 'some';
}

/**
 * The services after a touch of a group: taken away where all of it is served, else added. Undefined where nothing would be
 * left, since an empty list means everything.
 */
export function toggled(
  group: ServiceGroup,
  services: readonly string[],
  every: readonly string[],
): readonly string[] | undefined {
  const now = new Set(services.length === 0 ? every : services);
  const isOn = servedOf(group, services) === 'all';
  for (const code of group.codes) {
    if (isOn) now.delete(code);
    else now.add(code);
  }
  if (now.size === 0) return undefined;
  const wanted = every.filter((code) => now.has(code));
  return wanted.length === every.length ? [] : wanted;
}
