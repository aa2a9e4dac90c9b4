import { encodeDocument } from './esc-pos/encode-document.ts';
import { createGlyphPainter } from './text/glyphs.ts';
import { layoutTicket } from './ticket-layout.ts';
import type { PaperSettings, TicketPaper } from './ticket-paper.ts';

export type TicketRenderer = (paper: TicketPaper) => Uint8Array;

/** Ticket to ESC/POS bytes for one printer. `fontFile` only where the resources do not stand beside the program. */
export function createTicketRenderer(settings: PaperSettings, fontFile?: string): TicketRenderer {
  const painter = createGlyphPainter(fontFile);
  return (paper) => encodeDocument(layoutTicket(paper, settings), settings, painter);
}
