import { z } from 'zod';

/** What elders are paid or given. How much and to whom is data. */
export const BENEFITS = [
  'HIGH_AGE_ALLOWANCE',
  'SERVICE_SUBSIDY',
  'CARE_SUBSIDY',
  'HOME_CARE',
  'HOME_ADAPTATION',
  'CONSUMPTION_VOUCHER',
] as const;
export type Benefit = (typeof BENEFITS)[number];
export const benefitSchema = z.enum(BENEFITS);

/** An allowance that is offered before anybody asks for it (无感申办). NO_ANSWER is never consent. */
export const PROACTIVE_STATES = [
  'SELECTED',
  'NOTIFIED',
  'CONSENTED',
  'DECLINED',
  'NO_ANSWER',
  'ACCEPTED',
  'TIER_CHANGED',
] as const;
export type ProactiveState = (typeof PROACTIVE_STATES)[number];

/** Who shows that a person lives and may still be paid (资格认证), and where. */
export const CERTIFICATION_MODES = ['SELF', 'FAMILY', 'OTHER', 'COMMUNITY_COUNTER', 'HOME_VISIT'] as const;
export type CertificationMode = (typeof CERTIFICATION_MODES)[number];
export const CERTIFICATION_RESULTS = ['PASS', 'FAIL', 'NEEDS_VISIT'] as const;
export type CertificationResult = (typeof CERTIFICATION_RESULTS)[number];

/** What somebody who is no relative must bring besides both cards. */
export const CERTIFICATION_PROOFS = [
  'photo-with-dated-newspaper',
  'video-call',
  'letter-of-authority',
  'committee-statement',
] as const;

export const CONSENT_ANSWERS = ['agreed', 'declined'] as const;
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number];
/** How somebody answered. Silence has no place here. */
export const CONSENT_WAYS = ['kiosk', 'counter', 'telephone', 'message', 'on-paper', 'home-visit'] as const;

export const STOP_CAUSES = ['died', 'moved-away'] as const;
export type StopCause = (typeof STOP_CAUSES)[number];
/** What staff decided after they looked. A list from elsewhere never stops a payment by itself. */
export const STOP_DECISIONS = ['stopped', 'another-person', 'still-entitled'] as const;

/** For what somebody's telephone number goes onto a list that leaves the hall. */
export const REMINDER_REASONS = ['tell-of-first-tier', 'tell-of-higher-tier', 'asked-by-community'] as const;

/** How a list of people is wrong. The person's own words never stand in a fault. */
export const LIST_FAULTS = [
  'not-text',
  'not-that-format',
  'no-rows',
  'too-many-rows',
  'unknown-column',
  'missing',
  'wrong-id-number',
  'wrong-phone',
  'wrong-street',
  'unknown-benefit',
  'unknown-cause',
  'twice-in-the-list',
  'not-on-the-hall-list',
] as const;
export const ListFault = z.object({
  /** From 1, without the headings; 0: the file as a whole, and nothing of it is used. */
  row: z.int().nonnegative(),
  column: z.string().nullable(),
  fault: z.enum(LIST_FAULTS),
  /** What may stand there. */
  allowed: z.string(),
});
export type ListFault = z.output<typeof ListFault>;

/** A person as lists show them. */
export const ElderView = z.object({
  beneficiaryId: z.uuid(),
  maskedName: z.string().nullable(),
  maskedIdNumber: z.string().nullable(),
  street: z.string().nullable(),
  hasPhone: z.boolean(),
  /** Full years today by the rule of the place. */
  age: z.int().nonnegative(),
  benefits: z.array(benefitSchema),
});
export type ElderView = z.output<typeof ElderView>;

/** Yuan a month; null: paid, and how much was not found. */
const amount = z.number().nonnegative().nullable();
export const TierView = z.object({
  benefit: benefitSchema,
  minAge: z.int(),
  /** Null: whatever the age. */
  maxAge: z.int().nullable(),
  amount,
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  source: z.string(),
  mark: z.string(),
});
export type TierView = z.output<typeof TierView>;

export const CycleView = z.object({ cycle: z.string(), from: z.iso.date(), until: z.iso.date() });
export const TierChangeView = ElderView.extend({
  /** The first day of the new amount. */
  on: z.iso.date(),
  before: TierView.nullable(),
  after: TierView.nullable(),
  proactive: z.enum(PROACTIVE_STATES),
  /** From when somebody is told. */
  remindFrom: z.iso.date(),
});
export type TierChangeView = z.output<typeof TierChangeView>;
export const DueView = ElderView.extend({
  due: z.array(benefitSchema),
  state: z.enum(['due', 'late', 'to-confirm', 'needs-visit']),
  /** A check that waits for somebody to look at it. */
  certificationId: z.uuid().nullable(),
});
export type DueView = z.output<typeof DueView>;
