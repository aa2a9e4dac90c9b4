/** Five bits a sign without I, L, O and U: nobody mistakes one for another (Crockford, Base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;
export const DRAFT_CODE_BYTES = (LENGTH * 5) / 8;
const LOOKS_LIKE: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/**
 * What stands on a form beside its QR code: eight signs that say nothing of anybody. `bytes`: five, by chance. Nobody
 * guesses one of 2^40 at a counter, and a counter has to sign in before it may try.
 */
export function formatDraftCode(bytes: Uint8Array): string {
  if (bytes.length !== DRAFT_CODE_BYTES) throw new Error(`A code is made of ${DRAFT_CODE_BYTES} bytes`);
  const value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const sign = (place: number): string => SIGNS[Number((value >> BigInt(5 * place)) & 31n)] ?? '';
  return Array.from({ length: LENGTH }, (_, at) => sign(LENGTH - 1 - at)).join('');
}

/** As it is typed or scanned: small letters, gaps, dashes, an O for a nought. Undefined for anything else. */
export function readDraftCode(text: string): string | undefined {
  const signs = [...text.toUpperCase().replace(/[\s-]/g, '')].map((sign) => LOOKS_LIKE[sign] ?? sign);
  const isCode = signs.length === LENGTH && signs.every((sign) => SIGNS.includes(sign));
  return isCode ? signs.join('') : undefined;
}
