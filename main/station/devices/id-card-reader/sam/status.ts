export type SamVerdict =
  | 'done'
  | 'card-found'
  | 'no-content'
  | 'host-checksum'
  | 'host-length'
  | 'host-command'
  | 'not-permitted'
  | 'unrecognised-error'
  | 'card-refused-sam'
  | 'sam-refused-card'
  | 'verification-failed'
  | 'unknown-card-type'
  | 'read-failed'
  | 'random-number-failed'
  | 'self-test-failed'
  | 'not-authorised'
  | 'find-failed'
  | 'select-failed'
  | 'unknown';

export interface SamStatus {
  /** SW1 SW2 SW3, six hex digits. */
  readonly hex: string;
  readonly ok: boolean;
  readonly verdict: SamVerdict;
  readonly meaning: string;
}

interface Meaning {
  readonly verdict: SamVerdict;
  readonly meaning: string;
}

const MEANINGS: Readonly<Record<number, Meaning>> = {
  0x90: { verdict: 'done', meaning: 'done' },
  0x9f: { verdict: 'card-found', meaning: 'card found' },
  0x91: { verdict: 'no-content', meaning: 'this item has no content' },
  0x10: { verdict: 'host-checksum', meaning: 'host frame checksum wrong' },
  0x11: { verdict: 'host-length', meaning: 'host frame length wrong' },
  0x21: { verdict: 'host-command', meaning: 'host command or value wrong' },
  0x23: { verdict: 'not-permitted', meaning: 'operation not permitted' },
  0x24: { verdict: 'unrecognised-error', meaning: 'unrecognised error' },
  0x31: { verdict: 'card-refused-sam', meaning: 'card could not authenticate SAM' },
  0x32: { verdict: 'sam-refused-card', meaning: 'SAM could not authenticate card' },
  0x33: { verdict: 'verification-failed', meaning: 'information verification error' },
  0x40: { verdict: 'unknown-card-type', meaning: 'unrecognised card type' },
  0x41: { verdict: 'read-failed', meaning: 'read card failed' },
  0x47: { verdict: 'random-number-failed', meaning: 'random number failed' },
  0x60: { verdict: 'self-test-failed', meaning: 'SAM self test failed, refuses commands' },
  0x66: { verdict: 'not-authorised', meaning: 'SAM not authorised' },
  0x80: {
    verdict: 'find-failed',
    meaning: 'find card failed (no card, or a card that was already read and not lifted)',
  },
  0x81: { verdict: 'select-failed', meaning: 'select card failed' },
};

const UNKNOWN: Meaning = { verdict: 'unknown', meaning: 'unknown status' };

/** Bytes SW1 SW2 SW3 in front of every answer's data. */
export const STATUS_BYTES = 3;

/**
 * Reads the three status bytes of an answer. Only SW3 is the module's verdict: SW1 SW2 pass the card's own
 * APDU status through and may be anything, so the three bytes are never compared as one literal.
 */
export function readStatus(body: Uint8Array): SamStatus {
  const hex = Buffer.from(body.subarray(0, STATUS_BYTES)).toString('hex');
  const { verdict, meaning } = MEANINGS[body[2] ?? 0] ?? UNKNOWN;
  return { hex, ok: verdict === 'done' || verdict === 'card-found', verdict, meaning };
}
