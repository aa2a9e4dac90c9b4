/** 128 bits: nobody guesses one. */
export const RATING_PROOF_BYTES = 16;
const FORM = /^([A-Z]\d{3,6})\.([\w-]{22})$/;

/**
 * What the QR code on a ticket holds: the number, which the paper says anyway, and a proof that only this hall can make.
 * The number is where to look, the proof is the right to rate.
 */
export interface RatingCode {
  readonly number: string;
  /** 16 bytes in base64url. */
  readonly proof: string;
}

export function formatRatingCode({ number, proof }: RatingCode): string {
  return `${number}.${proof}`;
}

/** Undefined for anything else than a code; whether it is right, only its ticket tells. */
export function parseRatingCode(text: string): RatingCode | undefined {
  const [, number, proof] = FORM.exec(text) ?? [];
  return number === undefined || proof === undefined ? undefined : { number, proof };
}
