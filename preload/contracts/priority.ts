import { z } from 'zod';

/**
 * Who goes before whom, most pressing first. `urgent` is given by staff only (a person unwell, a last bus);
 * `appointment` is earned by coming in one's slot. Elders have priority at public windows by the Law on the
 * Protection of the Rights and Interests of the Elderly (老年人权益保障法), disabled persons by the Law on the
 * Protection of Disabled Persons art. 55 (残疾人保障法); the rest is usual practice of service halls.
 */
export const PRIORITY_CLASSES = [
  'urgent',
  'elder',
  'disabled',
  'pregnant',
  'military',
  'infant',
  'appointment',
  'ordinary',
] as const;
export type PriorityClass = (typeof PRIORITY_CLASSES)[number];

/**
 * How the class came about: `age` a birth date was read or given, `stated` the visitor said so, `staff` given by
 * staff with a reason, `appointment` came in the slot, `none` nothing asks for priority.
 */
export const PRIORITY_REASONS = ['age', 'stated', 'staff', 'appointment', 'none'] as const;
export type PriorityReason = (typeof PRIORITY_REASONS)[number];

export const priorityClassSchema = z.enum(PRIORITY_CLASSES);
export const priorityReasonSchema = z.enum(PRIORITY_REASONS);

/** What a visitor may say at the kiosk without proof; proof, where the hall wants it, is looked at by the desk. */
export const STATABLE_PRIORITY_CLASSES = ['elder', 'disabled', 'pregnant', 'military', 'infant'] as const;
export type StatablePriorityClass = (typeof STATABLE_PRIORITY_CLASSES)[number];
export const statablePriorityClassSchema = z.enum(STATABLE_PRIORITY_CLASSES);

/** Age in full years. 老年人权益保障法 art. 2; local or not makes no difference (art. 53). A hall may choose a lower one. */
export const ELDER_AGE_YEARS = 60;

/**
 * Minutes by which a ticket counts as issued earlier (rule head-start): nobody is overtaken by someone who came more than
 * that later. A day puts `urgent` before everybody who came today. Defaults; a hall changes them in its configuration.
 */
export const HEAD_START_MINUTES: Readonly<Record<PriorityClass, number>> = {
  urgent: 1440,
  elder: 30,
  disabled: 30,
  pregnant: 30,
  military: 30,
  infant: 30,
  appointment: 20,
  ordinary: 0,
};

/** Does this class go before ordinary visitors at all? */
export function isPriority(priorityClass: PriorityClass): boolean {
  return priorityClass !== 'ordinary';
}

/** Position in the order of classes: 0 is the most pressing. */
export function priorityRank(priorityClass: PriorityClass): number {
  return PRIORITY_CLASSES.indexOf(priorityClass);
}

export interface PriorityLabel {
  /** On the ticket, the screen and the counter: a few characters. Empty for ordinary. */
  readonly shortZh: string;
  /** On a button or in a sentence. `{age}` stands for the hall's elder age. */
  readonly longZh: string;
  readonly longEn: string;
}

export const PRIORITY_LABELS: Readonly<Record<PriorityClass, PriorityLabel>> = {
  urgent: { shortZh: '急需', longZh: '急需照顾（工作人员安排）', longEn: 'Urgent need (arranged by staff)' },
  elder: {
    shortZh: '长者优先',
    longZh: '老年人优先（{age}周岁及以上）',
    longEn: 'Elders first ({age} and over)',
  },
  disabled: { shortZh: '残疾人优先', longZh: '残疾人优先', longEn: 'Disabled persons first' },
  pregnant: { shortZh: '孕妇优先', longZh: '孕妇优先', longEn: 'Expectant mothers first' },
  military: {
    shortZh: '军人优先',
    longZh: '军人、退役军人、消防救援人员优先',
    longEn: 'Soldiers, veterans and fire and rescue staff first',
  },
  infant: { shortZh: '携婴幼儿优先', longZh: '携带婴幼儿优先', longEn: 'With an infant first' },
  appointment: { shortZh: '预约', longZh: '预约按时到场', longEn: 'Came in the appointed slot' },
  ordinary: { shortZh: '', longZh: '普通', longEn: 'Ordinary' },
};

/** The long label with the hall's elder age filled in. */
export function priorityLabel(
  priorityClass: PriorityClass,
  language: 'zh' | 'en',
  elderAgeYears: number = ELDER_AGE_YEARS,
): string {
  const label = PRIORITY_LABELS[priorityClass];
  return (language === 'zh' ? label.longZh : label.longEn).replace('{age}', String(elderAgeYears));
}
