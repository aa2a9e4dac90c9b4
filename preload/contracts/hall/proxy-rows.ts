import { z } from 'zod';
import { RequestId, ServiceCode } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { AGENT_RELATIONS, LONGEST_AUTHORITY_DAYS, PROXY_POWERS } from './closed-lists.ts';
import { Person } from './person.ts';
import { nobody } from './rows.ts';

/** What the hall knows of people who come for others. */
export const hallProxyRows = {
  proxyStanding: {
    effect: 'query',
    summary:
      'Whether this agent may act for one more person without staff. Counts people; names and tells none.',
    roles: ['kiosk'],
    staff: nobody,
    input: z
      .object({
        agentIdNumber: z.string().trim().min(1).max(32),
        principalIdNumber: z.string().trim().min(1).max(32).optional(),
      })
      .strict(),
    output: z.object({
      /** People the agent has acted for within the span, with this one; null while the vault cannot be read. */
      principals: z.int().nonnegative().nullable(),
      limit: z.int().positive(),
      staffNeeded: z.boolean(),
    }),
  },
  recordProxyLetter: {
    effect: 'mutation',
    summary: 'A station says that it printed a letter of authority: what it allows, and for how long.',
    roles: ['kiosk'],
    staff: nobody,
    input: z
      .object({
        requestId: RequestId,
        serviceCode: ServiceCode,
        relation: z.enum(AGENT_RELATIONS),
        powers: z.array(z.enum(PROXY_POWERS)).min(1).max(PROXY_POWERS.length),
        days: z.int().min(1).max(LONGEST_AUTHORITY_DAYS),
        printState: z.enum(['confirmed', 'unknown']),
        /** The principal, as on the ticket of both. */
        holder: Person,
        /** The agent. */
        companion: Person,
      })
      .strict(),
    output: z.object({ letterId: z.uuid() }),
  },
} as const satisfies OperationTable;
