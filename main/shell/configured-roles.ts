import { loadConfiguration } from '../foundation/configuration/index.ts';
import { ROLES, type Role } from './settings.ts';

/**
 * Without a file this is the demo hall, which shows every role; else the file says what this PC is. A file with a
 * mistake still needs one window: the services will refuse it by name, and the window then says "out of service".
 */
export function configuredRoles(file: string | undefined): readonly Role[] {
  if (file === undefined) return ROLES;
  const loaded = loadConfiguration(file);
  const role = loaded.ok ? ROLES.find((known) => known === loaded.value.station.role) : undefined;
  return [role ?? 'kiosk'];
}
