/** China has one time zone and no summer time: UTC+8, whatever zone the PC was set up with. */
const UTC_PLUS_8_MS = 8 * 60 * 60 * 1000;

/** The calendar day in China at an instant (milliseconds since 1970), as "YYYY-MM-DD". */
export function chinaDate(instantMs: number): string {
  return new Date(instantMs + UTC_PLUS_8_MS).toISOString().slice(0, 10);
}
