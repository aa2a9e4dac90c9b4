export { escapeHtml } from './escape-html.ts';
export { formPage } from './form-page.ts';
export { openFormPrinter, type FormPrinterSettings } from './open-form-printer.ts';
export type { FormJob, FormOutcome, FormPrinter, FormPrinterStatus, FormPrinterTrouble } from './port.ts';
