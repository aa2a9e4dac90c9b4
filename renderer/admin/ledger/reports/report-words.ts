import type { ReportView } from '../../../../preload/contracts/hall-operations.ts';
import type { useWords } from '../../../shared/stores/words-store.ts';

/** Which days a report is about, and who it is for. */
export function reportLine({ from, to, recipient }: ReportView, words: ReturnType<typeof useWords>): string {
  return words.t('admin.report.line', { from, to, recipient });
}
