import type { Migration } from '../../foundation/sqlite/migrate.ts';
import { createJournalTables } from '../journal/tables.ts';
import { createVaultTables } from '../vault/tables.ts';
import { createAppointmentTables } from './appointment-tables.ts';
import { addHelpEscalation, createAssistTables } from './assist-tables.ts';
import { createCareTables } from './care-tables.ts';
import { createCatalogueTables } from './catalogue-tables.ts';
import { createDraftTables } from './draft-tables.ts';
import { createElderTables } from './elder-tables.ts';
import { createHallTables } from './hall-tables.ts';
import { createLedgerTables } from './ledger-tables.ts';
import { createOrganisationTables } from './organisation-tables.ts';
import { createProxyTables } from './proxy-tables.ts';
import { createRatingTables } from './rating-tables.ts';
import { createServiceDemandTables } from './service-demand-tables.ts';
import { createVisitTables } from './visit-tables.ts';
import { createStepTables } from './step-tables.ts';

/** The hall's file, version by version. Forward only; what was once released is never edited. */
export const hallMigrations: readonly Migration[] = [
  {
    version: 1,
    up: (database) => {
      createJournalTables(database);
      createVaultTables(database);
      createHallTables(database);
      createRatingTables(database);
      createVisitTables(database);
      createStepTables(database);
      createAssistTables(database);
    },
  },
  { version: 2, up: createServiceDemandTables },
  { version: 3, up: createProxyTables },
  { version: 4, up: addHelpEscalation },
  { version: 5, up: createCatalogueTables },
  {
    version: 6,
    up: (database) => {
      createElderTables(database);
      createCareTables(database);
    },
  },
  { version: 7, up: createLedgerTables },
  { version: 8, up: createDraftTables },
  { version: 9, up: createOrganisationTables },
  { version: 10, up: createAppointmentTables },
];
