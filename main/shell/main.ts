import path from 'node:path';
import { app, powerSaveBlocker } from 'electron';
import { lockDownApplication } from './lockdown.ts';
import { logToStderr } from './log.ts';
import { registerPageScheme } from './serve-pages.ts';
import { forbiddenSwitch, readSettings } from './settings.ts';
import { Shell } from './shell.ts';

const refused = app.isPackaged ? forbiddenSwitch(process.argv.slice(1)) : undefined;
if (refused !== undefined) {
  logToStderr('switch-refused', { reason: refused });
  process.exit(1); // at once: app.exit would let Chromium open the port first
}

lockDownApplication();
registerPageScheme();

if (app.requestSingleInstanceLock()) run();
else app.exit(0); // the running program has been told, and comes to the front

function run(): void {
  const built = path.join(import.meta.dirname, '..');
  const settings = readSettings(process.argv.slice(1), app.isPackaged);
  const shell = new Shell(settings, {
    pages: settings.pagesFolder ?? path.join(built, 'renderer'),
    preload: path.join(built, 'preload'),
    services: settings.servicesFolder ?? built,
  });
  app.on('second-instance', () => shell.focus());
  quitInOrder(() => shell.stop());
  void app.whenReady().then(() => {
    powerSaveBlocker.start('prevent-display-sleep');
    shell.start();
  });
}

/** SIGTERM, the session's end and the last closed window all arrive as `before-quit`: services first, then we. */
function quitInOrder(stop: () => Promise<void>): void {
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}
