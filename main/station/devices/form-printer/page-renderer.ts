import type { Result } from '../../../../preload/contracts/result.ts';

export type RenderFault =
  /** No program on this PC makes pages. */
  | 'no-renderer'
  /** It ended without a page, took too long, or the disk does not take what it needs. */
  | 'render-failed'
  /** The station ends. */
  | 'stopped';

/** Makes the pages of a form. */
export interface PageRenderer {
  /** Cheap: may be asked at any time. */
  isThere(): boolean;
  /** The whole page `html` as a PDF of A4 pages. Never rejects, and leaves nothing of it on any disk. */
  render(html: string, signal: AbortSignal): Promise<Result<Buffer, RenderFault>>;
}
