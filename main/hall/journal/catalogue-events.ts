import { z } from 'zod';
import { ChannelFinding } from '../../../preload/contracts/hall/catalogue-rows.ts';
import { CATALOGUE_REASONS, CatalogueChange } from '../../../preload/contracts/hall/catalogue-values.ts';

/** What the hall says of a service from one day on. Office words only: the fields are closed and none is a person's. */
export const catalogueChanged = { ...CatalogueChange.shape, why: z.enum(CATALOGUE_REASONS) };

/** Somebody checked that every service can be done without a machine. */
export const channelsAudited = {
  auditId: z.uuid(),
  services: z.int().nonnegative(),
  findings: z.array(ChannelFinding),
};
