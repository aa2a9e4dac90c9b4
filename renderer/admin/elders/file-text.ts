/** A slice small enough to be spread into a call. */
const SLICE = 8_192;

/** The bytes of a file as base64: the hall finds out in which encoding an office wrote it. */
export function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += SLICE)
    letters += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  return btoa(letters);
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
