import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { organisationRegisterRows } from '../../../../preload/contracts/hall/organisation-register-rows.ts';
import type { Handlers } from '../../../../preload/contracts/operation.ts';
import type { HallContext } from '../hall-context.ts';
import type { Runners } from '../runners.ts';
import { changeOrganisation } from './change.ts';
import { fileOrganisation } from './file.ts';
import { listOrganisations } from './list.ts';
import { noteOrganisationReport } from './report.ts';

/** The register of organisations. */
export function createOrganisationHandlers(
  hall: HallContext,
  { mutation }: Runners,
): Pick<Handlers<HallOperations>, keyof typeof organisationRegisterRows> {
  return {
    fileOrganisation: mutation('fileOrganisation', fileOrganisation),
    changeOrganisation: mutation('changeOrganisation', changeOrganisation),
    noteOrganisationReport: mutation('noteOrganisationReport', noteOrganisationReport),
    listOrganisations: (wish) => listOrganisations(hall, wish),
  };
}
