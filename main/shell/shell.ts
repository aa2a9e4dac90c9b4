import path from 'node:path';
import { app, session } from 'electron';
import { z } from 'zod';
import { systemClock } from '../foundation/clock.ts';
import { defaultDataFolder } from '../foundation/configuration/index.ts';
import { createAccessToken, type AccessToken } from './access-tokens.ts';
import { configuredRoles } from './configured-roles.ts';
import { guardRequests } from './guard-requests.ts';
import { trustedHandle } from './ipc/trusted-handle.ts';
import { logToStderr } from './log.ts';
import { openRoleWindow, type RoleWindow } from './role-window.ts';
import { servePages } from './serve-pages.ts';
import { startServices, type ServiceName, type Services } from './services.ts';
import type { Role, ShellSettings } from './settings.ts';
import { launchUtilityChild } from './utility-child.ts';

export interface BuiltFolders {
  readonly pages: string;
  readonly preload: string;
  /** Holds `hall/process.js` and `station/process.js`. */
  readonly services: string;
}

/** The running application: two services, and one window per role that shows what they say. */
export class Shell {
  readonly #settings: ShellSettings;
  readonly #folders: BuiltFolders;
  readonly #windows = new Map<Role, RoleWindow>();
  readonly #tokens = new Map<Role, AccessToken>();
  #services: Services | undefined;
  #isQuitting = false;

  constructor(settings: ShellSettings, folders: BuiltFolders) {
    this.#settings = settings;
    this.#folders = folders;
    const roles = settings.roles ?? configuredRoles(settings.configurationFile);
    for (const role of roles) this.#tokens.set(role, createAccessToken(role, `${role}-page`));
  }

  /** Once the application is ready. Windows open when the services answer, or to say that they do not. */
  start(): void {
    trustedHandle('hall:address', z.undefined(), async () => this.#services?.addresses() ?? null);
    this.#services = startServices(
      {
        settings: this.#settings,
        dataDirectory: this.#settings.dataDirectory ?? defaultDataFolder(),
        isRelease: app.isPackaged,
        pageTokens: [...this.#tokens.values()].map((token) => token.accepted),
        stationToken: createAccessToken('kiosk', 'station'),
        clock: systemClock,
        log: logToStderr,
        launch: (name) => launchUtilityChild(name, path.join(this.#folders.services, name, 'process.js')),
      },
      {
        onReady: () => this.#openWindows(),
        onGone: (service) => this.#tellPages(service),
        onGaveUp: () => this.#showOutOfService(),
      },
    );
  }

  /** After this, windows may close and processes may end. */
  async stop(): Promise<void> {
    this.#isQuitting = true;
    await this.#services?.stop();
  }

  /** Somebody started the program again: show that it runs. */
  focus(): void {
    for (const { window } of this.#windows.values()) window.focus();
  }

  #openWindows(): void {
    for (const [role, token] of this.#tokens) {
      if (!this.#windows.has(role)) this.#windows.set(role, this.#open(role, token));
    }
  }

  /** A session per role, in memory only: no role sees another's storage or token, and a restart restores nothing. */
  #open(role: Role, token: AccessToken): RoleWindow {
    const addresses = () => this.#services?.addresses();
    const ownSession = session.fromPartition(`role-${role}`);
    servePages(ownSession, this.#folders.pages, addresses);
    guardRequests(ownSession, token.clear, addresses);
    return openRoleWindow({
      role,
      session: ownSession,
      preload: path.join(this.#folders.preload, `${role}.cjs`),
      kioskMode: this.#settings.kioskMode,
      clock: systemClock,
      log: logToStderr,
      isQuitting: () => this.#isQuitting,
    });
  }

  #tellPages(service: ServiceName): void {
    for (const { window } of this.#windows.values()) {
      if (!window.isDestroyed()) window.webContents.send('hall:outOfService', service);
    }
  }

  #showOutOfService(): void {
    this.#openWindows();
    for (const window of this.#windows.values()) window.showOutOfService();
  }
}
