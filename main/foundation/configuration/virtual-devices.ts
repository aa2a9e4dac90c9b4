import type { Configuration, DeviceName } from '../../../preload/contracts/index.ts';
import type { ConfigurationProblem } from './configuration-problem.ts';

/** The stand-ins in use: every screen and log says so while this is not empty. */
export function virtualDevices({ devices }: Pick<Configuration, 'devices'>): DeviceName[] {
  const { windowDisplays, ...single } = devices;
  const names = Object.entries(single)
    .filter(([, { driver }]) => driver === 'virtual')
    .map(([name]) => name as DeviceName);
  return windowDisplays.some(({ driver }) => driver === 'virtual') ? [...names, 'windowDisplays'] : names;
}

/**
 * A release must not pretend by accident: a virtual device is refused unless the file itself names it.
 * `fileNamed` is `LoadedConfiguration.source.namedDevices`. No problems = go on.
 */
export function refuseUnnamedVirtualDevices(
  configuration: Pick<Configuration, 'devices'>,
  fileNamed: ReadonlySet<DeviceName>,
  isRelease: boolean,
): readonly ConfigurationProblem[] {
  if (!isRelease) return [];
  return virtualDevices(configuration)
    .filter((name) => !fileNamed.has(name))
    .map((name) => ({
      file: 'configuration',
      line: 0,
      column: 0,
      key: `devices.${name}`,
      found: 'a virtual device that the file does not name',
      allowed: {
        en: 'a real driver, "none", or "virtual" written in the file',
        zh: '真实驱动、none，或在文件中写明 virtual',
      },
      advice: {
        en: 'a released program does not simulate devices on its own',
        zh: '正式版程序不会自行模拟设备',
      },
    }));
}
