import { z } from 'zod';
import type { RevealPurpose } from '../../foundation/identity/index.ts';

/** The vault's name for one person's fields on one day: a UUID that says nothing about the person. */
export const vaultIdSchema = z.uuid();

/** What the vault keeps of a person. A photo and a fingerprint are never read, so they have no place here. */
export const VAULT_FIELDS = ['name', 'idNumber', 'phone', 'address'] as const;
export type VaultField = (typeof VAULT_FIELDS)[number];
export const vaultFieldSchema = z.enum(VAULT_FIELDS);

/** Why somebody may see a field in clear. Every reveal is a fact in the journal with one of these. */
export const VAULT_PURPOSES = [
  'staff-view',
  'form-printing',
  'eligibility-check',
  'reminder-list',
  'central-sync',
] as const satisfies readonly RevealPurpose[];
export type VaultPurpose = (typeof VAULT_PURPOSES)[number];
export const vaultPurposeSchema = z.enum(VAULT_PURPOSES);
