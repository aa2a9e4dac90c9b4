import type { Devices } from '../../../preload/contracts/configuration-devices.ts';
import { err, ok, unreachable, type Result } from '../../../preload/contracts/result.ts';
import type { Clock } from '../../foundation/clock.ts';
import type { IdCardReader } from './id-card-reader/port.ts';
import { createSamSerialReader } from './id-card-reader/sam-serial.ts';
import { VirtualIdCardReader } from './id-card-reader/virtual-reader.ts';
import { openTicketPrinter, type OpenedTicketPrinter } from './ticket-printer/index.ts';

export interface StationDevices {
  readonly reader: IdCardReader | undefined;
  readonly virtualReader: VirtualIdCardReader | undefined;
  readonly printer: OpenedTicketPrinter | undefined;
}

/** Builds the drivers that the configuration names. Nothing is opened yet: what is not there is a status later. */
export function openDevices(devices: Devices, clock: Clock): Result<StationDevices, string> {
  const { idCardReader, ticketPrinter } = devices;
  const { reader, virtualReader } = openReader(idCardReader, clock);
  if (ticketPrinter.driver === 'none') return ok({ reader, virtualReader, printer: undefined });
  const printer = openTicketPrinter(ticketPrinter);
  return printer.ok ? ok({ reader, virtualReader, printer: printer.value }) : err(ticketPrinter.driver);
}

function openReader(
  settings: Devices['idCardReader'],
  clock: Clock,
): Pick<StationDevices, 'reader' | 'virtualReader'> {
  switch (settings.driver) {
    case 'sam-serial': {
      const { path, baudRate } = settings;
      return { reader: createSamSerialReader({ path, baudRate, clock }), virtualReader: undefined };
    }
    case 'virtual': {
      const reader = new VirtualIdCardReader({ clock });
      return { reader, virtualReader: reader };
    }
    case 'none':
      return { reader: undefined, virtualReader: undefined };
    default:
      return unreachable(settings);
  }
}
