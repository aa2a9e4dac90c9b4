import type { ApiError } from '../../../../preload/contracts/errors.ts';

export const badInput = (where: string, allowed: string): ApiError => ({
  kind: 'bad-input',
  problems: [{ where, allowed }],
});

/** What has happened is not in the future, and nothing happens to what is not filed yet. */
export function outside(
  where: string,
  day: string | undefined,
  { from, to }: { readonly from?: string; readonly to?: string },
): ApiError | undefined {
  if (day === undefined) return undefined;
  if (to !== undefined && day > to) return badInput(where, `a day not after today, ${to}`);
  if (from !== undefined && day < from)
    return badInput(where, `${from}, when the organisation was filed, or a later day`);
  return undefined;
}
