import type { RatingScore } from './pad-profile.ts';
import type { UnratedReason } from './port.ts';

export interface QuestionReport {
  rated(subject: string, score: RatingScore): void;
  notRated(subject: string, reason: UnratedReason): void;
}

/** The one question that may be open: who is asked, until when, and whether there was a pad all the time. */
export class RatingQuestion {
  readonly #ratingMs: number;
  readonly #report: QuestionReport;
  #open: { readonly subject: string; readonly timer: NodeJS.Timeout; padMissed: boolean } | undefined;

  constructor(ratingMs: number, report: QuestionReport) {
    this.#ratingMs = ratingMs;
    this.#report = report;
  }

  get subject(): string | undefined {
    return this.#open?.subject;
  }

  ask(subject: string, padReady: boolean): void {
    this.end('replaced');
    const timer = setTimeout(
      () => this.end(this.#open?.padMissed === true ? 'no-pad' : 'no-answer'),
      this.#ratingMs,
    );
    this.#open = { subject, timer, padMissed: !padReady };
  }

  /** The pad was away for a moment: silence says nothing any more. */
  padMissed(): void {
    if (this.#open !== undefined) this.#open.padMissed = true;
  }

  /** The first rating counts, and closes the question. */
  answer(score: RatingScore): void {
    const open = this.#close();
    if (open !== undefined) this.#report.rated(open, score);
  }

  end(reason: UnratedReason): void {
    const open = this.#close();
    if (open !== undefined) this.#report.notRated(open, reason);
  }

  #close(): string | undefined {
    const open = this.#open;
    clearTimeout(open?.timer);
    this.#open = undefined;
    return open?.subject;
  }
}
