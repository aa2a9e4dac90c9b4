const SECRET_BYTES = 32;

/** 256 bits, as the contract writes a session's secret: `ss_` and base64url. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  const text = btoa(String.fromCharCode(...bytes));
  return `ss_${text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}
