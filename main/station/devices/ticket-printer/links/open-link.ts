import { realpath } from 'node:fs/promises';
import { err, ok, type Result } from '../../../../../preload/contracts/result.ts';
import { systemTimers, type Timers } from '../timers.ts';
import { deviceLink } from './device-link.ts';
import type { OpenLink } from './printer-link.ts';
import { serialLink } from './serial-link.ts';
import { tcpLink } from './tcp-link.ts';

const RAW_PRINTING_PORT = 9100;
const DEFAULT_BAUD_RATE = 115_200;
const PRINTER_ADDRESS = /^tcp:\/\/(\[[0-9a-f:]+\]|[^/:\s]+)(?::(\d{1,5}))?\/?$/i;
const PATH = /^(\/|COM[1-9])/;
const SERIAL_PATH = /^(\/dev\/(tty|pts\/|rfcomm|cu\.)|COM[1-9])/;

export interface UnknownInterface {
  readonly kind: 'unknown-interface';
  readonly given: string;
  /** What may stand there, for the message. */
  readonly allowed: string;
}

/** `tcp://host[:9100]`, a serial line (/dev/ttyS0, COM3) or a printer device (/dev/usb/lp0), or a link to one. */
export function linkFor(
  given: string,
  baudRate: number = DEFAULT_BAUD_RATE,
  timers: Timers = systemTimers,
): Result<OpenLink, UnknownInterface> {
  const [, host, port] = PRINTER_ADDRESS.exec(given) ?? [];
  if (host !== undefined) {
    return ok(tcpLink(host.replace(/^\[|\]$/g, ''), Number(port ?? RAW_PRINTING_PORT), timers));
  }
  if (PATH.test(given)) return ok(pathLink(given, baudRate, timers));
  return err({
    kind: 'unknown-interface',
    given,
    allowed: 'tcp://ADDRESS:PORT, /dev/usb/lp0, /dev/ttyS0 or COM3',
  });
}

/** A stable name given by udev leads to a device that may change with every plugging in: looked up each time. */
function pathLink(path: string, baudRate: number, timers: Timers): OpenLink {
  return async () => {
    const device = await realpath(path).catch(() => path);
    return SERIAL_PATH.test(device) ? serialLink(device, baudRate)() : deviceLink(device, timers)();
  };
}
