import { BrowserWindow, type Session } from 'electron';
import type { Clock } from '../foundation/clock.ts';
import type { ShellLog } from './log.ts';
import { PAGE_ORIGIN } from './own-page.ts';
import { decideRestart } from './restart-policy.ts';
import type { Role } from './settings.ts';

export interface RoleWindowOptions {
  readonly role: Role;
  readonly session: Session;
  readonly preload: string;
  readonly kioskMode: boolean;
  readonly clock: Clock;
  readonly log: ShellLog;
  readonly isQuitting: () => boolean;
}

export interface RoleWindow {
  readonly window: BrowserWindow;
  showOutOfService(): void;
}

const SIZES: Readonly<Record<Role, { readonly width: number; readonly height: number }>> = {
  kiosk: { width: 720, height: 1080 },
  counter: { width: 1120, height: 760 },
  display: { width: 1280, height: 720 },
};

/** The window of one role. A page that dies comes back by the restart policy, then says that it is out of service. */
export function openRoleWindow(options: RoleWindowOptions): RoleWindow {
  const { role, session, preload, kioskMode } = options;
  const window = new BrowserWindow({
    ...SIZES[role],
    show: false,
    kiosk: kioskMode,
    frame: !kioskMode,
    autoHideMenuBar: true,
    webPreferences: { session, preload, spellcheck: false, devTools: false },
  });
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  if (kioskMode) keepInPlace(window, options.isQuitting);
  const showOutOfService = (): void => load(window, 'out-of-service');
  reviveWhenGone(window, options, showOutOfService);
  load(window, role);
  return { window, showOutOfService };
}

function load(window: BrowserWindow, page: string): void {
  if (window.isDestroyed()) return;
  window.loadURL(`${PAGE_ORIGIN}/${page}/`).catch(() => undefined); // a failure also arrives as did-fail-load
}

/** Alt+F4 arrives as `close`, and window managers have their own ways to leave full screen. */
function keepInPlace(window: BrowserWindow, isQuitting: () => boolean): void {
  window.on('close', (event) => {
    if (!isQuitting()) event.preventDefault();
  });
  window.on('minimize', () => window.restore());
  window.on('leave-full-screen', () => {
    if (!isQuitting()) window.setKiosk(true);
  });
}

function reviveWhenGone(window: BrowserWindow, options: RoleWindowOptions, giveUp: () => void): void {
  const { role, clock, log } = options;
  const exitTimesMs: number[] = [];
  const contents = window.webContents;
  const gone = (reason: string): void => {
    if (options.isQuitting() || window.isDestroyed()) return;
    exitTimesMs.push(clock.monotonicMs());
    const decision = decideRestart(exitTimesMs, clock.monotonicMs());
    if (decision.do === 'give-up') {
      log('page-given-up', { role, reason });
      return giveUp();
    }
    log('page-restarts', { role, reason, afterMs: decision.afterMs });
    void clock.sleep(decision.afterMs).then(() => load(window, role));
  };
  contents.on('render-process-gone', (_event, details) => gone(details.reason));
  contents.on('did-fail-load', (_event, code, _text, _url, isMainFrame) => {
    const ABORTED = -3; // another load took its place
    if (isMainFrame && code !== ABORTED) gone(`not loaded: ${code}`);
  });
  window.on('unresponsive', () => contents.forcefullyCrashRenderer());
}
