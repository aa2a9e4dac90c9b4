import { join } from 'node:path';
import type { FormPrinterConfiguration } from '../../../../preload/contracts/configuration-devices.ts';
import type { Clock } from '../../../foundation/clock.ts';
import { ChromiumRenderer } from './chromium-renderer.ts';
import { CupsOutlet } from './cups/cups-outlet.ts';
import type { FormPrinter } from './port.ts';
import { RenderingFormPrinter, type FormOutlet } from './rendering-form-printer.ts';
import { VirtualOutlet } from './virtual-outlet.ts';

/** `devices.formPrinter` of the configuration file, for a station that has one. */
export type FormPrinterSettings = Exclude<FormPrinterConfiguration, { readonly driver: 'none' }>;

export interface FormPrinterPlace {
  /** The station's data folder; a virtual printer puts its forms into `form-printer` there. */
  readonly dataDirectory: string;
  /** This station's name in the hall. */
  readonly stationId: string;
  readonly clock: Clock;
}

const FORMS_FOLDER = 'form-printer';
const WORK_FOLDER = 'form-work';

/** The configured form printer. What is not there is a status later. */
export function openFormPrinter(settings: FormPrinterSettings, place: FormPrinterPlace): FormPrinter {
  const renderer = new ChromiumRenderer({ folder: join(place.dataDirectory, WORK_FOLDER) });
  // After a power cut something of a form may stand there: it goes now, not when the next form comes.
  void renderer.sweep();
  return new RenderingFormPrinter(renderer, outletFor(settings, place));
}

function outletFor(
  settings: FormPrinterSettings,
  { dataDirectory, stationId, clock }: FormPrinterPlace,
): FormOutlet {
  if (settings.driver === 'cups')
    return new CupsOutlet({ queue: settings.queue, user: `songting-${stationId}`, clock });
  return new VirtualOutlet({ folder: join(dataDirectory, FORMS_FOLDER), clock });
}
