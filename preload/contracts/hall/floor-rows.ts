import { z } from 'zod';
import { CounterId, RequestId, ServiceCode } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { clerks, leaders } from './rows.ts';
import { CounterView } from './views.ts';

/** What a supervisor does on the floor. */
export const floorRows = {
  assignServices: {
    effect: 'mutation',
    summary: 'Change what an open counter calls, from its next call on. Empty = all services.',
    roles: clerks,
    staff: leaders,
    input: z
      .object({
        requestId: RequestId,
        counterId: CounterId,
        services: z.array(ServiceCode).max(200),
      })
      .strict(),
    output: CounterView,
  },
} as const satisfies OperationTable;
