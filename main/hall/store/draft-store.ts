import { z } from 'zod';
import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { JournalEvent } from '../journal/journal-event.ts';

const DraftRow = z.object({
  draftId: z.string(),
  formId: z.string(),
  version: z.string(),
  title: z.string(),
  vaultId: z.string(),
  keptAtMs: z.int(),
});
export type DraftRow = z.output<typeof DraftRow>;

export type DraftStore = ReturnType<typeof createDraftStore>;

/** Forms that were filled at a kiosk. */
export function createDraftStore(database: Database) {
  const byCode = database.prepare(`select draft_id as draftId, form_id as formId, version, title,
    vault_id as vaultId, kept_at as keptAtMs from form_draft where code = ?`);
  return {
    /** `code` as `readDraftCode` answers it. */
    draft: (code: string): DraftRow | undefined => DraftRow.optional().parse(byCode.get(code)),
  };
}

/** What filled forms do to the tables. */
export function draftProjections(database: Database) {
  const keep =
    database.prepare(`insert into form_draft (draft_id, code, form_id, version, title, vault_id, kept_at)
    values (@draftId, @code, @formId, @version, @title, @vaultId, @at)`);
  return {
    'draft.kept': ({ body, atWall: at }: Extract<JournalEvent, { kind: 'draft.kept' }>): void => {
      const { draftId, code, formId, version, title, vaultId } = body;
      keep.run({ draftId, code, formId, version, title, vaultId, at });
    },
  };
}
