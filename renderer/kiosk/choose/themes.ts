import file from '../../../resources/catalogue/themes.json';

/** As many as a screen offers beside the way by letters. */
export const MOST_THEMES = 4;

/** Services that belong together for a visitor, found by picture. */
export interface Theme {
  readonly id: string;
  /** More than one where themes were joined. */
  readonly icons: readonly string[];
  readonly names: readonly { readonly zh: string; readonly en: string }[];
  readonly services: readonly string[];
}

export const ALL_THEMES: readonly Theme[] = file.themes.map(({ id, nameZh, nameEn, icon, services }) => ({
  id,
  icons: [icon],
  names: [{ zh: nameZh, en: nameEn }],
  services,
}));

/**
 * The themes of a hall: those it has services for. Where they are more than a screen offers, the two neighbours that are
 * smallest together are joined, until they fit. The same services give the same themes: the pictures stay where they are.
 */
export function themesOf(
  serviceCodes: readonly string[],
  all: readonly Theme[] = ALL_THEMES,
): readonly Theme[] {
  const has = new Set(serviceCodes);
  let themes: readonly Theme[] = all
    .map((theme) => ({ ...theme, services: theme.services.filter((code) => has.has(code)) }))
    .filter(({ services }) => services.length > 0);
  while (themes.length > MOST_THEMES) themes = joinSmallest(themes);
  return themes;
}

function joinSmallest(themes: readonly Theme[]): Theme[] {
  const together = themes
    .slice(1)
    .map((theme, at) => theme.services.length + (themes[at]?.services.length ?? 0));
  const at = together.indexOf(Math.min(...together));
  return themes.flatMap((theme, place) => {
    const next = themes[place + 1];
    if (place === at && next !== undefined) return [joined(theme, next)];
    return place === at + 1 ? [] : [theme];
  });
}

function joined(one: Theme, other: Theme): Theme {
  return {
    id: `${one.id}+${other.id}`,
    icons: [...one.icons, ...other.icons],
    names: [...one.names, ...other.names],
    services: [...one.services, ...other.services],
  };
}

/** A theme's services as offered; those that stand on the first screen already come last: who looks here wants another. */
export function servicesOf<Service extends { readonly serviceCode: string }>(
  theme: Pick<Theme, 'services'>,
  offered: readonly Service[],
  onFirstScreen: readonly Service[],
): readonly Service[] {
  const here = offered.filter(({ serviceCode }) => theme.services.includes(serviceCode));
  const isFirst = (service: Service): boolean => onFirstScreen.includes(service);
  return [...here.filter((service) => !isFirst(service)), ...here.filter(isFirst)];
}
