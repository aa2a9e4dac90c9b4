/** An endless line of random bytes, the same each time (xorshift32), so that a failure can be repeated. */
export function noise(seed = 0x2f6e2b1): (count: number) => Uint8Array {
  let state = seed;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 0xff;
  };
  return (count) => Uint8Array.from({ length: count }, next);
}
