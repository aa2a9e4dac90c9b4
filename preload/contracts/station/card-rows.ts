import type { OperationTable } from '../operation.ts';

/** Papers that belong to no number. */
export const stepCardRows = {} as const satisfies OperationTable;
