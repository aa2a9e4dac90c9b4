import type { OpenLink } from '../lines/byte-link.ts';
import { serialLink } from '../lines/serial-link.ts';
import { tcpLink } from '../lines/tcp-link.ts';

const ADDRESS = /^tcp:\/\/(\[[0-9a-f:]+\]|[^/:\s]+)(?::(\d{1,5}))?\/?$/i;
/** Where cards with a network socket listen from the factory. */
const FACTORY_PORT = 5005;
const LARGEST_PORT = 65_535;
/** The only speeds of these cards. A card does not tell its own: whoever asks has to try both, the slower one first. */
const BAUD_RATES = [9600, 57_600] as const;

export type DisplayBaudRate = 'auto' | (typeof BAUD_RATES)[number];

/**
 * The ways to a card, to be tried in turn: one to `tcp://host[:5005]`, one or two to a serial line. None when the
 * address can be none: such a display is never reached.
 */
export function linksTo(address: string, baudRate: DisplayBaudRate): readonly OpenLink[] {
  const [, host, port = String(FACTORY_PORT)] = ADDRESS.exec(address) ?? [];
  if (host !== undefined) {
    return Number(port) > LARGEST_PORT ? [] : [tcpLink(host.replace(/^\[|\]$/g, ''), Number(port))];
  }
  const speeds = baudRate === 'auto' ? BAUD_RATES : [baudRate];
  return speeds.map((speed) => serialLink({ path: address, baudRate: speed }));
}
