// must fail: no-restricted-properties
export const dice = (): number => Math.random();
