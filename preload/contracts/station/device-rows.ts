import { z } from 'zod';
import { RequestId } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { DeviceView } from './views.ts';

/** The devices of this PC. */
export const stationDeviceRows = {
  deviceStatus: {
    effect: 'query',
    summary: 'What the PC’s devices say of themselves.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: [],
    input: z.object({}).strict(),
    output: z.object({ devices: z.array(DeviceView) }),
  },
  simulateCard: {
    effect: 'mutation',
    summary: 'Put a fictitious card on the virtual reader, or take it away. Refused when the reader is real.',
    roles: ['kiosk', 'admin'],
    staff: [],
    input: z
      .object({
        requestId: RequestId,
        card: z
          .object({
            name: z.string().min(1).max(30),
            birthDate: z.string().regex(/^\d{8}$/),
            sex: z.enum(['male', 'female']),
          })
          .strict()
          .nullable(),
      })
      .strict(),
    output: z.object({}),
  },
} as const satisfies OperationTable;
