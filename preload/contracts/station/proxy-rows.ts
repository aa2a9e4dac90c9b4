import type { OperationTable } from '../operation.ts';

/** Somebody comes for somebody else (亲友代办). */
export const proxyRows = {} as const satisfies OperationTable;
