import type { Devices } from '../../../../preload/contracts/configuration-devices.ts';
import type { Clock } from '../../../foundation/clock.ts';
import { BxKDisplay } from './bx-k/bx-k-display.ts';
import { linksTo } from './open-link.ts';
import type { WindowDisplay } from './port.ts';
import type { DisplayTimings } from './timings.ts';
import { VirtualWindowDisplay } from './virtual-display.ts';

export interface OpenedWindowDisplay {
  /** The counter that it hangs above. */
  readonly counterId: string;
  /** What stands there while nobody is called. */
  readonly idleText: string | undefined;
  readonly display: WindowDisplay;
  /** The same display when it is virtual: its text can be read, and it fails on cue. */
  readonly virtual: VirtualWindowDisplay | undefined;
}

export interface OpenDisplaysOptions {
  readonly clock?: Clock;
  readonly timings?: Partial<DisplayTimings>;
}

/** The configured displays, in the order of the file. Nothing is opened before `start`: what is not there is a status. */
export function openWindowDisplays(
  { windowDisplays }: Pick<Devices, 'windowDisplays'>,
  options: OpenDisplaysOptions = {},
): readonly OpenedWindowDisplay[] {
  return windowDisplays.map((settings) => {
    const { counter: counterId, idleText, width, height } = settings;
    const common = { ...options, size: { width, height } };
    if (settings.driver === 'virtual') {
      const virtual = new VirtualWindowDisplay(common);
      return { counterId, idleText, display: virtual, virtual };
    }
    const { address, baudRate } = settings;
    const links = linksTo(settings.interface, baudRate);
    const display = new BxKDisplay({ ...common, address, links, simulated: false });
    return { counterId, idleText, display, virtual: undefined };
  });
}
