import { app, Menu, type Session, type WebContents } from 'electron';
import { guardKeyboard } from './keyboard-guard.ts';
import { isOwnPage } from './own-page.ts';

/** No request without a handler: Electron grants what nobody answers. Check and request are separate questions. */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  session.on('will-download', (event) => event.preventDefault());
  for (const choice of ['select-serial-port', 'select-hid-device', 'select-usb-device'] as const) {
    session.on(choice as 'select-serial-port', (event) => event.preventDefault());
  }
}

/** A page stays where it is and opens nothing. `will-frame-navigate` also fires for frames inside the page. */
export function lockDownContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.on('devtools-opened', () => {
    if (app.isPackaged) contents.closeDevTools();
  });
  guardKeyboard(contents);
}

/**
 * Before `ready`: from here on every session and every page is locked down the moment it exists. As root (a
 * developer's container) Chromium has no sandbox to offer; `enableSandbox` would then end every child process, and a
 * packaged program refuses the switch.
 */
export function lockDownApplication(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  Menu.setApplicationMenu(null);
  app.on('session-created', lockDownSession);
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
}
