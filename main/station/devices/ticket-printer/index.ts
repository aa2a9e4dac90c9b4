export {
  openTicketPrinter,
  type OpenedTicketPrinter,
  type TicketPrinterSettings,
} from './open-ticket-printer.ts';
export type {
  LateAnswer,
  PrinterStatus,
  PrinterTrouble,
  PrintJob,
  PrintOutcome,
  PrintStep,
  TicketPrinter,
  UnknownReason,
} from './port.ts';
export { STEP_CARD_LANGUAGES, type StepCardLanguage, type StepCardPaper } from './step-card-paper.ts';
export type {
  CounterLooks,
  PaperColumns,
  PaperSettings,
  PrinterCharset,
  TicketPaper,
} from './ticket-paper.ts';
export type { TicketRenderer } from './ticket-renderer.ts';
export { VirtualPrinter, type VirtualPaper } from './virtual-printer.ts';
