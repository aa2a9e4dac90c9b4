/** Epochs follow one another and sequences are dense in each, so this grows with every event for ever. */
export function eventOrder(place: { readonly epoch: number; readonly seq: number }): number {
  return place.epoch * 2 ** 36 + place.seq;
}
