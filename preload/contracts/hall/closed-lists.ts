import { z } from 'zod';

/**
 * What staff choose from where a step needs a reason. Closed lists: they can be counted, translated and audited, and
 * nobody can write a name into them.
 */

/** Why one person is called out of order. `came-late`: missed and here after all. */
export const CALL_REASONS = [
  'unwell',
  'brought-back-documents',
  'asked-by-colleague',
  'came-late',
  'other-necessity',
] as const;
export type CallReason = (typeof CALL_REASONS)[number];
export const callReasonSchema = z.enum(CALL_REASONS);

/** Why a counter pauses: shown at the counter and counted for the manager. */
export const PAUSE_REASONS = [
  'meal',
  'restroom',
  'documents',
  'consultation',
  'system',
  'training',
  'other',
] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];
export const pauseReasonSchema = z.enum(PAUSE_REASONS);

/**
 * Who the second person of a ticket is to the holder: a couple, somebody acting for them, the one they act for, family
 * who came along (亲友代办).
 */
export const COMPANION_RELATIONS = ['spouse', 'agent', 'principal', 'family'] as const;
export type CompanionRelation = (typeof COMPANION_RELATIONS)[number];
export const companionRelationSchema = z.enum(COMPANION_RELATIONS);

/** Whether a matter can be done by somebody else: `conditional` depends on papers that the counter looks at. */
export const PROXY_ANSWERS = ['yes', 'conditional', 'no'] as const;
export type ProxyAnswer = (typeof PROXY_ANSWERS)[number];

/** What the agent (代办人) is to the principal (委托人), as the letter of authority says it. */
export const AGENT_RELATIONS = [
  'spouse',
  'child',
  'parent',
  'other-relative',
  'neighbour-or-friend',
  'community-worker',
  'institution-staff',
] as const;
export type AgentRelation = (typeof AGENT_RELATIONS)[number];

/** What an agent may do. `change-bank-account` is where money is lost, so it is never given unasked. */
export const PROXY_POWERS = ['submit', 'receive', 'sign-receipt', 'change-bank-account'] as const;
export type ProxyPower = (typeof PROXY_POWERS)[number];

/** Days that a letter of authority may run. */
export const LONGEST_AUTHORITY_DAYS = 365;
export const USUAL_AUTHORITY_DAYS = 30;

/** Full years from which somebody may act for another (民法典 art. 17, 18). */
export const AGENT_AGE_YEARS = 18;

/** So many people one agent may act for within `PROXY_SPAN_DAYS` before staff look at it. */
export const MOST_PRINCIPALS = 5;
export const PROXY_SPAN_DAYS = 30;

/** Matters that one visit can still have before it, besides the one it is at. */
export const MOST_FURTHER_SERVICES = 5;

/** Steps at a counter that can be taken back for a few seconds. Passing on and cancelling cannot: somebody was told. */
export const UNDOABLE_STEPS = ['call', 'start', 'finish', 'miss', 'park'] as const;
export type UndoableStep = (typeof UNDOABLE_STEPS)[number];
export const undoableStepSchema = z.enum(UNDOABLE_STEPS);

/** What staff may see of a person in clear, one field at a time, and why. Every look is a fact in the record. */
export const REVEALED_FIELDS = ['name', 'idNumber'] as const;
export const REVEAL_PURPOSES = ['staff-view', 'form-printing', 'eligibility-check'] as const;

/** Who is called. `visitor`: somebody at a machine needs a person; the only one a kiosk may ask for. */
export const HELP_KINDS = ['colleague', 'supervisor', 'emergency', 'visitor'] as const;
export type HelpKind = (typeof HELP_KINDS)[number];

/**
 * What was hard for a visitor, reported in two taps and without a name (困难上报; 国办发〔2020〕45号 asks halls to look
 * for what keeps elders out).
 */
export const DIFFICULTY_KINDS = [
  'could-not-use-machine',
  'no-smartphone',
  'documents-missing',
  'could-not-read',
  'language',
  'hearing',
  'mobility',
  'repeated-visit',
  'system-fault',
  'other',
] as const;
export type DifficultyKind = (typeof DIFFICULTY_KINDS)[number];

/** What a visitor can say by one touch at the kiosk itself, without anybody's help. */
export const KIOSK_DIFFICULTY_KINDS = [
  'could-not-use-machine',
  'could-not-read',
  'hearing',
  'mobility',
  'language',
] as const satisfies readonly DifficultyKind[];
export type KioskDifficultyKind = (typeof KIOSK_DIFFICULTY_KINDS)[number];

/** What became of it. */
export const DIFFICULTY_RESULTS = ['solved-here', 'passed-on', 'noted'] as const;
export type DifficultyResult = (typeof DIFFICULTY_RESULTS)[number];

/** How somebody was booked: at the kiosk by themselves, by staff at a counter or on the telephone. One pool of slots for all. */
export const APPOINTMENT_CHANNELS = ['kiosk', 'counter', 'telephone'] as const;
export type AppointmentChannel = (typeof APPOINTMENT_CHANNELS)[number];

/** Where a booking stands. `missed`: its day is over and nobody came. */
export const APPOINTMENT_STATES = ['booked', 'checked-in', 'cancelled', 'missed'] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];

/** Fields of a booking that staff may see in clear: the telephone is there to call back. */
export const APPOINTMENT_FIELDS = ['name', 'idNumber', 'phone'] as const;
