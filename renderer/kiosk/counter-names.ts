/** "1、2、3": counters as they are written on the wall, in a sentence. */
export function counterList(counters: readonly string[]): string {
  return counters.join('、');
}
