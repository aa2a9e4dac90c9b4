import path from 'node:path';

export const ROLES = ['kiosk', 'counter', 'display'] as const;
export type Role = (typeof ROLES)[number];

export interface ShellSettings {
  /** One window per role. Undefined: whatever the configuration makes of this PC. */
  readonly roles: readonly Role[] | undefined;
  /** The window covers everything and cannot be closed. */
  readonly kioskMode: boolean;
  readonly configurationFile: string | undefined;
  readonly dataDirectory: string | undefined;
  readonly hallPort: number | undefined;
  readonly stationPort: number | undefined;
  /** Other pages and services than the built ones. Only a program that is not packaged takes them. */
  readonly pagesFolder: string | undefined;
  readonly servicesFolder: string | undefined;
}

/** Reads our own arguments (`--role=kiosk,display`); everything else on the command line belongs to Electron. Throws on a bad value. */
export function readSettings(argv: readonly string[], isPackaged: boolean): ShellSettings {
  const value = (name: string): string | undefined => valueOf(argv, `--${name}`);
  const file = (name: string): string | undefined => {
    const given = value(name);
    return given === undefined ? undefined : path.resolve(given);
  };
  return {
    roles: readRoles(value('role')),
    kioskMode: argv.includes('--kiosk-mode'),
    configurationFile: file('config'),
    dataDirectory: file('data'),
    hallPort: readPort(value('hall-port')),
    stationPort: readPort(value('station-port')),
    pagesFolder: isPackaged ? undefined : file('pages'),
    servicesFolder: isPackaged ? undefined : file('services'),
  };
}

/** Both ways to write it: `--role=kiosk` and `--role kiosk`. */
function valueOf(argv: readonly string[], name: string): string | undefined {
  const joined = argv.find((argument) => argument.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const index = argv.indexOf(name);
  return index < 0 ? undefined : argv[index + 1];
}

function readRoles(given: string | undefined): readonly Role[] | undefined {
  if (given === undefined) return undefined;
  const wanted = given.split(',');
  const roles = ROLES.filter((role) => wanted.includes(role));
  if (roles.length === wanted.length) return roles;
  throw new Error(`--role=${given}: expected some of ${ROLES.join(', ')}, with commas between them`);
}

function readPort(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${given} is not a port number`);
  return port;
}

const DEBUGGING_SWITCHES =
  /^--?(remote-debugging-|inspect|js-flags|require$|r$|load-extension|disable-web-security|no-sandbox)/;

/**
 * A switch that would open a packaged program to inspection from outside, or take its protection away.
 * Fuses close most of these doors; `--remote-debugging-port` is Chromium's and has none.
 */
export function forbiddenSwitch(argv: readonly string[]): string | undefined {
  return argv.find((argument) => DEBUGGING_SWITCHES.test(argument));
}
