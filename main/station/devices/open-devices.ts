import type { Devices } from '../../../preload/contracts/configuration-devices.ts';
import { err, ok, unreachable, type Result } from '../../../preload/contracts/result.ts';
import type { Clock } from '../../foundation/clock.ts';
import type { LocalTime } from '../../foundation/local-time.ts';
import type { Log } from '../../foundation/log/index.ts';
import { openFormPrinter } from './form-printer/index.ts';
import type { FormPrinter } from './form-printer/port.ts';
import type { IdCardReader } from './id-card-reader/port.ts';
import { createSamSerialReader } from './id-card-reader/sam-serial.ts';
import { VirtualIdCardReader } from './id-card-reader/virtual-reader.ts';
import { openRatingPad, type OpenedRatingPad } from './rating-pad/index.ts';
import { openReadAloud, type ReadAloud } from './read-aloud/index.ts';
import { openSpeaker, type Speaker } from './speaker/index.ts';
import { openTicketPrinter, type OpenedTicketPrinter } from './ticket-printer/index.ts';
import { openRecogniser, type Recogniser } from './voice-help/index.ts';
import { openWindowDisplays, type OpenedWindowDisplay } from './window-display/index.ts';

export interface StationDevices {
  readonly reader: IdCardReader | undefined;
  readonly virtualReader: VirtualIdCardReader | undefined;
  readonly printer: OpenedTicketPrinter | undefined;
  readonly formPrinter?: FormPrinter | undefined;
  readonly speaker?: Speaker | undefined;
  readonly readAloud?: ReadAloud | undefined;
  readonly recogniser?: Recogniser | undefined;
  readonly windowDisplays?: readonly OpenedWindowDisplay[];
  readonly ratingPad?: OpenedRatingPad | undefined;
}

/** What drivers stand on. */
export interface DevicePlace {
  /** The station's data folder. */
  readonly dataDirectory: string;
  readonly stationId: string;
  readonly clock: Clock;
  readonly localTime: LocalTime;
  readonly log: Log;
}

/**
 * Builds the drivers that the configuration names. Nothing is opened yet: what is not there is a status later. An error
 * is a sentence for whoever mends the configuration.
 */
export function openDevices(devices: Devices, place: DevicePlace): Result<StationDevices, string> {
  const { idCardReader, ticketPrinter, formPrinter, speaker, readAloud, voiceHelp } = devices;
  const printer = ticketPrinter.driver === 'none' ? ok(undefined) : openTicketPrinter(ticketPrinter);
  if (!printer.ok) return err(`The ticket printer's interface is not understood: ${ticketPrinter.driver}`);
  const pad = openRatingPad(devices);
  if (!pad.ok)
    return err(`The rating pad's profile ${pad.error.profile} cannot be used: ${pad.error.detail}`);
  return ok({
    ...openReader(idCardReader, place.clock),
    printer: printer.value,
    formPrinter: formPrinter.driver === 'none' ? undefined : openFormPrinter(formPrinter, place),
    speaker: speaker.driver === 'none' ? undefined : openSpeaker(speaker, place),
    readAloud: readAloud.driver === 'none' ? undefined : openReadAloud(readAloud, place),
    recogniser: openRecogniser(voiceHelp, place),
    windowDisplays: openWindowDisplays(devices),
    ratingPad: pad.value,
  });
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
