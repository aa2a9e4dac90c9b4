import type { OperationTable } from '../operation.ts';

/** The kiosk reads aloud, and listens. */
export const readingRows = {} as const satisfies OperationTable;
