import { ok, type Result } from '../../../../preload/contracts/result.ts';
import { EscPosPrinter } from './esc-pos/esc-pos-printer.ts';
import { linkFor, type UnknownInterface } from './links/open-link.ts';
import type { TicketPrinter } from './port.ts';
import type { PaperSettings } from './ticket-paper.ts';
import { createTicketRenderer, type TicketRenderer } from './ticket-renderer.ts';
import { systemTimers, type Timers } from './timers.ts';
import { VirtualPrinter } from './virtual-printer.ts';

/** `devices.ticketPrinter` of the configuration file, for a station that has one. */
export type TicketPrinterSettings = PaperSettings &
  (
    | { readonly driver: 'virtual' }
    | { readonly driver: 'esc-pos'; readonly interface: string; readonly baudRate?: number | undefined }
  );

export interface OpenedTicketPrinter {
  readonly printer: TicketPrinter;
  readonly render: TicketRenderer;
}

/** The configured printer. Nothing is opened yet: a printer that is not there is a status later, not a failure now. */
export function openTicketPrinter(
  settings: TicketPrinterSettings,
  timers: Timers = systemTimers,
): Result<OpenedTicketPrinter, UnknownInterface> {
  const render = createTicketRenderer(settings);
  if (settings.driver === 'virtual') return ok({ printer: new VirtualPrinter(), render });
  const link = linkFor(settings.interface, settings.baudRate, timers);
  return link.ok ? ok({ printer: new EscPosPrinter(link.value, timers), render }) : link;
}
