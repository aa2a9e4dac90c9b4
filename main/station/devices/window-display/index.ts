export { CallBoard } from './call-board.ts';
export {
  openWindowDisplays,
  type OpenDisplaysOptions,
  type OpenedWindowDisplay,
} from './open-window-displays.ts';
export type { DisplayedCall, DisplayTrouble, WindowDisplay, WindowDisplayStatus } from './port.ts';
export { VirtualWindowDisplay, type VirtualDisplayCue } from './virtual-display.ts';
