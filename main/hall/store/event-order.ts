/** More events than a hall writes in an epoch: seven thousand years of full days. */
export const EVENTS_AN_EPOCH = 2 ** 36;

/** Epochs follow one another and sequences are dense in each, so this grows with every event for ever. */
export function eventOrder(place: { readonly epoch: number; readonly seq: number }): number {
  return place.epoch * EVENTS_AN_EPOCH + place.seq;
}
