import type { OperationTable } from '../operation.ts';

/** A person to help, and what was too hard. */
export const kioskHelpRows = {} as const satisfies OperationTable;
