/** What a certificate is: 结婚证 or 离婚证, the first one or one that replaces it (补领). */
export type CertificateKind = 'marriage' | 'divorce' | 'marriage-again' | 'divorce-again';

export interface CertificateNumber {
  readonly kind: CertificateKind;
  /** Six digits of GB/T 2260: where it was given. */
  readonly division: string;
  readonly year: number;
  readonly serial: string;
}

const KINDS = { J: 'marriage', L: 'divorce', BJ: 'marriage-again', BL: 'divorce-again' } as const;
const FORM = /^(?<kind>B?[JL])(?<division>\d{6})-(?<year>\d{4})-(?<serial>\d{6})$/;
/** A typed number: small letters, wide characters, blanks and long dashes are what they are meant to be. */
const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[‐-―−]/g, '-')
    .toUpperCase();

/** The parts of a certificate's number (字号), for example J110101-2010-000001; undefined: it is none. */
export function readCertificateNumber(text: string): CertificateNumber | undefined {
  const { kind, division, year, serial } = FORM.exec(tidy(text))?.groups ?? {};
  if (kind === undefined || division === undefined || year === undefined || serial === undefined)
    return undefined;
  return { kind: KINDS[kind as keyof typeof KINDS], division, year: Number(year), serial };
}
