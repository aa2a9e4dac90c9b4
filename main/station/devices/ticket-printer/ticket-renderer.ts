import { encodeDocument } from './esc-pos/encode-document.ts';
import { layoutStepCard } from './step-card-layout.ts';
import type { StepCardPaper } from './step-card-paper.ts';
import { createGlyphPainter } from './text/glyphs.ts';
import { layoutTicket } from './ticket-layout.ts';
import type { PaperSettings, TicketPaper } from './ticket-paper.ts';

/** Whatever comes out of the ticket printer. */
export type TicketRenderer = (paper: TicketPaper | StepCardPaper) => Uint8Array;

/** Paper to ESC/POS bytes for one printer. `fontFile` only where the resources do not stand beside the program. */
export function createTicketRenderer(settings: PaperSettings, fontFile?: string): TicketRenderer {
  const painter = createGlyphPainter(fontFile);
  return (paper) => {
    const document = 'kind' in paper ? layoutStepCard(paper, settings) : layoutTicket(paper, settings);
    return encodeDocument(document, settings, painter);
  };
}
