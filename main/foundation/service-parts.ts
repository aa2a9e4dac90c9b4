import { accessFileIn, openAccessTokens, type Access } from './access/index.ts';
import { systemClock } from './clock.ts';
import {
  describeProblems,
  loadConfiguration,
  refuseUnnamedVirtualDevices,
  type LoadedConfiguration,
} from './configuration/index.ts';
import type { Log } from './log/index.ts';
import type { AcceptedToken } from './process-messages.ts';

/**
 * The configuration a service starts with. Throws its mistakes as one readable text; a released program also refuses
 * a stand-in device that the file does not name.
 */
export function configurationFor(file: string | undefined, isRelease: boolean): LoadedConfiguration {
  const loaded = loadConfiguration(file);
  if (!loaded.ok) throw new Error(describeProblems(loaded.error));
  const refused = refuseUnnamedVirtualDevices(loaded.value, loaded.value.source.namedDevices, isRelease);
  if (refused.length > 0) throw new Error(describeProblems(refused));
  return loaded.value;
}

/** Whom a service believes: tokens given at the start, and those enrolled in its data folder while it runs. */
export function accessFor(dataDirectory: string, given: readonly AcceptedToken[], log: Log): Access {
  const access = openAccessTokens({
    file: accessFileIn(dataDirectory),
    given,
    clock: systemClock,
    onProblem: ({ kind }) => log.warn('access file cannot be read', { kind }),
  });
  if (!access.ok) throw new Error(`The access file cannot be read: ${access.error.kind}`);
  return access.value;
}
