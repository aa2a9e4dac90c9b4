import { z } from 'zod';
import { ChannelFinding } from '../../../preload/contracts/hall/catalogue-rows.ts';
import {
  CATALOGUE_REASONS,
  CatalogueChange,
  CatalogueValues,
} from '../../../preload/contracts/hall/catalogue-values.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { Memory } from './memory.ts';

const json = z.string().transform((text): unknown => JSON.parse(text));
const Recorded = { by: z.string().nullable(), atMs: z.int() };
const ChangeRow = z
  .object({
    serviceCode: z.string(),
    from: z.string(),
    until: z.string().nullable(),
    fieldValues: json.pipe(CatalogueValues),
    why: z.enum(CATALOGUE_REASONS),
    ...Recorded,
  })
  .transform(({ serviceCode, from, until, fieldValues, ...recorded }) => ({
    ...recorded,
    change: CatalogueChange.parse({
      ...{ serviceCode, from, values: fieldValues },
      ...(until !== null && { until }),
    }),
  }));
const AuditRow = z.object({
  auditId: z.string(),
  services: z.int(),
  findings: json.pipe(z.array(ChannelFinding)),
  ...Recorded,
});

export type RecordedChange = z.output<typeof ChangeRow>;
export type RecordedAudit = z.output<typeof AuditRow>;
export type CatalogueStore = ReturnType<typeof createCatalogueStore>;

/** Checks of the channels that a page shows. */
const LAST_AUDITS = 20;

/** What the hall has changed of the catalogue, and when its channels were checked. */
export function createCatalogueStore(database: Database, memory: Memory) {
  const changes = database.prepare(`
    select service_code as serviceCode, from_date as "from", until_date as until, field_values as fieldValues,
      why, staff_number as by, at as atMs from catalogue_change order by place`);
  const audits = database.prepare(`
    select audit_id as auditId, services, findings, staff_number as by, at as atMs
      from channel_audit order by place desc limit ${LAST_AUDITS}`);
  const kept = memory.keep<readonly RecordedChange[]>(
    () => z.array(ChangeRow).parse(changes.all()),
    (value, { kind }) => (kind === 'catalogue.changed' ? undefined : value),
  );
  return {
    /** Oldest first. The same array until something is changed. */
    changes: kept,
    /** Newest first. */
    audits: (): RecordedAudit[] => z.array(AuditRow).parse(audits.all()),
  };
}
