import { HEAD_START_MINUTES, type PriorityClass } from '../../../../preload/contracts/priority.ts';
import type { ClassHead } from './class-heads.ts';

/** A ticket counts as if issued so many minutes earlier than it was. */
export interface HeadStartRule {
  readonly name: 'head-start';
  readonly headStartMinutes: Readonly<Record<PriorityClass, number>>;
}

export interface RatioRule {
  readonly name: 'ratio';
  /** At most so many priority calls in a row while ordinary people wait. Whole number, at least 1. */
  readonly priorityInARow: number;
  /** Who has waited so long goes first, whatever the class. Null: no ageing. */
  readonly ordinaryFirstAfterMinutes: number | null;
}

export interface StrictRule {
  readonly name: 'strict';
  /** Groups of equal standing, first group first. A class left out stands with ordinary people, at the end. */
  readonly order: readonly (readonly PriorityClass[])[];
}

export interface FifoRule {
  readonly name: 'fifo';
}

export type QueueRule = HeadStartRule | RatioRule | StrictRule | FifoRule;
export type QueueRuleName = QueueRule['name'];

/** Why a rule chose a ticket, in facts; words come from translations. */
export type ChoiceReason =
  | { readonly kind: 'came-first' }
  | { readonly kind: 'head-start'; readonly priorityClass: PriorityClass; readonly minutes: number }
  | { readonly kind: 'waited-long'; readonly waitedMinutes: number; readonly limitMinutes: number }
  | { readonly kind: 'ordinary-turn'; readonly priorityCallsInARow: number }
  | { readonly kind: 'class-first'; readonly priorityClass: PriorityClass };

export interface Choice {
  readonly head: ClassHead;
  readonly why: ChoiceReason;
}

const STANDING_ORDER: StrictRule['order'] = [
  ['urgent'],
  ['elder', 'disabled', 'pregnant', 'military', 'infant'],
  ['appointment'],
  ['ordinary'],
];

/**
 * What a hall starts with; all of it is data to be changed. Two in a row and thirty minutes are usual practice; no national standard gives a number.
 */
export const DEFAULT_RULES = {
  'head-start': {
    name: 'head-start',
    headStartMinutes: HEAD_START_MINUTES,
  },
  ratio: { name: 'ratio', priorityInARow: 2, ordinaryFirstAfterMinutes: 30 },
  strict: { name: 'strict', order: STANDING_ORDER },
  fifo: { name: 'fifo' },
} as const satisfies { readonly [Name in QueueRuleName]: Extract<QueueRule, { name: Name }> };
