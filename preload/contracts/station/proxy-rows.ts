import { z } from 'zod';
import {
  AGENT_RELATIONS,
  LONGEST_AUTHORITY_DAYS,
  PROXY_POWERS,
  USUAL_AUTHORITY_DAYS,
} from '../hall/closed-lists.ts';
import { RequestId, ServiceCode } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { LETTER_STATES, PROXY_SIDES } from './proxy-view.ts';

const who = z.enum(PROXY_SIDES);
const nothing = z.object({});

/** Each power once, and at least one: a letter that allows nothing is none. */
const Powers = z
  .array(z.enum(PROXY_POWERS))
  .min(1)
  .refine((powers) => new Set(powers).size === powers.length, { error: 'each power once' });

/**
 * Somebody comes for somebody else (亲友代办). While it is prepared, a card that is put on the reader fills the next empty
 * place, the principal's first, instead of starting another visit. What comes of each step stands in the visit's feed.
 */
export const proxyRows = {
  beginProxy: {
    effect: 'mutation',
    summary: 'Prepare this service for somebody else. Begun anew for another service, the people stay.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({ requestId: RequestId, serviceCode: ServiceCode }).strict(),
    output: nothing,
  },
  sayWhoseCard: {
    effect: 'mutation',
    summary: 'The card that had been read before belongs to the principal, or to the agent.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({ requestId: RequestId, who }).strict(),
    output: nothing,
  },
  typeProxyPerson: {
    effect: 'mutation',
    summary: 'A number typed instead of a card. The name is written on the letter by hand.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({ requestId: RequestId, who, idNumber: z.string().trim().min(1).max(32) }).strict(),
    output: nothing,
  },
  removeProxyPerson: {
    effect: 'mutation',
    summary: 'Take one of the two out again: the next card fills the place.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({ requestId: RequestId, who }).strict(),
    output: nothing,
  },
  cancelProxy: {
    effect: 'mutation',
    summary: 'Not for somebody else after all: both people are forgotten, the visit goes on.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({ requestId: RequestId }).strict(),
    output: nothing,
  },
  printProxyLetter: {
    effect: 'mutation',
    summary: 'Print the letter of authority (授权委托书) on A4, for both to sign.',
    roles: ['kiosk'],
    staff: [],
    input: z
      .object({
        requestId: RequestId,
        relation: z.enum(AGENT_RELATIONS),
        powers: Powers,
        days: z.int().min(1).max(LONGEST_AUTHORITY_DAYS).default(USUAL_AUTHORITY_DAYS),
      })
      .strict(),
    output: z.object({
      printState: z.enum(LETTER_STATES).exclude(['printing']),
      /** Why not, or why nobody knows; null when the printer confirmed. `none`: this PC has no such printer. */
      reason: z.string().nullable(),
    }),
  },
} as const satisfies OperationTable;
