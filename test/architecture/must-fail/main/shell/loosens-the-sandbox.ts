// must fail: no-restricted-syntax
export const webPreferences = { sandbox: false };
