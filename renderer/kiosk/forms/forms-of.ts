import type { FormView } from '../../../preload/contracts/station-operations.ts';
import type { Theme } from '../choose/themes.ts';

/** The forms for the services of a theme, in the order of the services. */
export function formsOfTheme(
  forms: readonly FormView[],
  { services }: Pick<Theme, 'services'>,
): readonly FormView[] {
  const place = ({ services: of }: FormView): number => {
    const places = of.map((code) => services.indexOf(code)).filter((at) => at >= 0);
    return places.length === 0 ? -1 : Math.min(...places);
  };
  return forms.filter((form) => place(form) >= 0).toSorted((one, other) => place(one) - place(other));
}
