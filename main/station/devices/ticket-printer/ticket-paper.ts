import type { CounterLook } from '../../../../preload/contracts/configuration-kiosk.ts';

/**
 * What stands on a queue ticket: words, ready to print. No more about a person than a masked name. It lies in the spool
 * as JSON: what is added must be able to be missing, for papers of yesterday's program are printed too.
 */
export interface TicketPaper {
  readonly hallName: string;
  /** As it will be called: "A012". */
  readonly number: string;
  readonly serviceName: string;
  /** Why this person goes first, in words: { label: "优先", reason: "60岁及以上" }. */
  readonly priority?: { readonly label: string; readonly reason: string } | undefined;
  /** How many share the number; missing: one. */
  readonly people?: 1 | 2 | undefined;
  readonly waitingAhead: number;
  readonly waitMinutes: { readonly low: number; readonly high: number };
  /** Windows where the number may be called: ["1", "2"]. */
  readonly counters: readonly string[];
  /** How those windows are found, by their id. One that is not here is found by its number alone. */
  readonly counterLooks?: CounterLooks | undefined;
  /** Where to sit until the call: "大厅中间的椅子". */
  readonly waitingArea?: string | undefined;
  /** What to have ready, most important first; the paper takes as many as fit. */
  readonly documents?: readonly string[] | undefined;
  /** The hall's. */
  readonly telephone?: string | undefined;
  /** RFC 3339 with offset; printed as it reads there, never converted. Any other text is printed as it is. */
  readonly issuedAt: string;
  /** "张*英" at most. */
  readonly holderMasked?: string | undefined;
  /** A second paper of the same number says 补打. */
  readonly reprint: boolean;
  /** Printed by a rehearsal: the paper says that it is worth nothing. */
  readonly simulated?: boolean | undefined;
  /** Where the visitor may rate the visit afterwards: then the QR code holds this, and a line says what it is for. */
  readonly ratingUrl?: string | undefined;
  /** What the QR code holds otherwise. Default: day and number, nothing personal. ASCII. */
  readonly qrText?: string | undefined;
}

export type CounterLooks = Readonly<Record<string, CounterLook>>;

/** How wide the paper is and what the printer can write by itself. */
export interface PaperSettings {
  /** Half-width characters a line: 32 (58 mm), 42 or 48 (80 mm). */
  readonly columns: PaperColumns;
  readonly charset: PrinterCharset;
}

export type PaperColumns = 32 | 42 | 48;

/** What the printer's maker declares. Everything outside is drawn as a picture. */
export type PrinterCharset = 'gb2312' | 'gbk' | 'gb18030';
