import type { FormPrintView } from '../../../preload/contracts/station-operations.ts';
import type { MessageKey } from '../../shared/words/words.ts';

/** What a person is told of a paper that they asked for; null: they have not. */
export function paperMessage(paper: FormPrintView | null, printing: boolean): MessageKey | null {
  if (printing) return 'kiosk.forms.printing';
  switch (paper?.state) {
    case 'confirmed':
      return 'kiosk.forms.printed';
    case 'unknown':
      return 'kiosk.forms.unknown';
    case 'refused':
      return paper.reason === 'none' ? 'kiosk.forms.noPrinter' : 'kiosk.forms.refused';
    default:
      return null;
  }
}
