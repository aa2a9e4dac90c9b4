import { readdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { readText } from '../../../foundation/configuration/read-text.ts';
import { resourcesFolder } from '../../../foundation/resources.ts';
import { PadProfile } from './pad-profile.ts';

export interface PadProfileProblem {
  readonly kind: 'unknown-profile' | 'bad-profile';
  readonly profile: string;
  /** For the person who mends it: what is wrong where, or which profiles there are. */
  readonly detail: string;
}

const SHIPPED_NAME = /^[a-z0-9][a-z0-9-]{0,59}$/;
const EXTENSION = '.yaml';
const padsFolder = (): string => join(resourcesFolder(), 'pads');

/** Names of the profiles that ship with the product. */
export function shippedProfiles(): readonly string[] {
  return readdirSync(padsFolder())
    .filter((file) => file.endsWith(EXTENSION))
    .map((file) => file.slice(0, -EXTENSION.length))
    .sort();
}

/** A shipped profile by its name, or a hall's own by the full path of its file (YAML or JSON). */
export function loadPadProfile(profile: string): Result<PadProfile, PadProfileProblem> {
  const isShipped = SHIPPED_NAME.test(profile) && shippedProfiles().includes(profile);
  if (!isShipped && !isAbsolute(profile)) {
    const detail = `there are: ${shippedProfiles().join(', ')}; or the full path of a file`;
    return err({ kind: 'unknown-profile', profile, detail });
  }
  const text = readText(isShipped ? join(padsFolder(), profile + EXTENSION) : profile);
  return text.ok
    ? parsePadProfile(text.value, profile)
    : err({ kind: 'bad-profile', profile, detail: text.error.found });
}

export function parsePadProfile(text: string, profile: string): Result<PadProfile, PadProfileProblem> {
  const bad = (detail: string) => err({ kind: 'bad-profile', profile, detail } as const);
  let value: unknown;
  try {
    value = parse(text, { maxAliasCount: 0 });
  } catch (error) {
    return bad(error instanceof Error ? error.message : String(error));
  }
  const parsed = PadProfile.safeParse(value);
  return parsed.success ? ok(parsed.data) : bad(z.prettifyError(parsed.error));
}
