import { z } from 'zod';
import {
  AGENT_RELATIONS,
  LONGEST_AUTHORITY_DAYS,
  PROXY_POWERS,
} from '../../../preload/contracts/hall/closed-lists.ts';
import { ServiceCode } from '../../../preload/contracts/ids.ts';
import { vaultIdSchema } from '../vault/vocabulary.ts';

/** A letter of authority came out of a kiosk's printer. Whether it was signed is seen at the counter. */
export const proxyLetterPrinted = {
  letterId: z.uuid(),
  serviceCode: ServiceCode,
  relation: z.enum(AGENT_RELATIONS),
  powers: z.array(z.enum(PROXY_POWERS)),
  days: z.int().min(1).max(LONGEST_AUTHORITY_DAYS),
  printState: z.enum(['confirmed', 'unknown']),
  /** The name of a PC's token. */
  place: z.string().min(1).max(60),
  principalVaultId: vaultIdSchema.optional(),
  agentVaultId: vaultIdSchema.optional(),
};
