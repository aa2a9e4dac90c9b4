import { z } from 'zod';
import { keptText, officeText, type Words } from './office-text.ts';
import { PhoneText } from './elder-person.ts';

const date = z.iso.date();
/** Regulations of before have other terms. */
export const DayOfTerm = date.refine((day) => day >= '2000-01-01', { error: '2000-01-01 or later' });
const [SHORT, LONG] = [60, 500];
const MOST_PEOPLE = 1_000_000;

/** 登记, 街道（乡镇）管理, 社区（村）指导. */
export const ORGANISATION_WAYS = ['register', 'street-managed', 'community-guided'] as const;
export type OrganisationWayName = (typeof ORGANISATION_WAYS)[number];

/** `ending`: its end is known, the papers of it are not in yet. */
export const ORGANISATION_STATES = ['active', 'ending', 'ended'] as const;
export type OrganisationState = (typeof ORGANISATION_STATES)[number];

/** What an organisation reports when it happens (事件报告). */
export const ORGANISATION_CHANGES = [
  'leader',
  'address',
  'purpose',
  'activity',
  'large-event',
  'dissolution',
] as const;
export type OrganisationChangeKind = (typeof ORGANISATION_CHANGES)[number];

/** 节庆, 演出展览, 体育比赛, 集会, 其他. */
export const LARGE_EVENTS = ['festival', 'show', 'sport', 'gathering', 'other'] as const;

/** Whom a report is for: who supervises, civil affairs, or the committees (两委) of the community. */
export const REPORT_ADDRESSEES = ['supervisor', 'registrar', 'committee'] as const;
export type ReportAddressee = (typeof REPORT_ADDRESSEES)[number];

const change = <Name extends OrganisationChangeKind, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.object({ kind: z.literal(name), ...shape }).strict();

/** A new leader and a new address are of persons: they come beside the change, and go into the vault. */
const changeIn = (words: Words, day: z.ZodType<string>) => {
  /** The day on which whoever supervises or guides it agreed. */
  const agreed = { agreedOn: day };
  return z.discriminatedUnion('kind', [
    change('leader', agreed),
    change('address', agreed),
    change('purpose', { ...agreed, purpose: words(LONG) }),
    change('activity', { ...agreed, activity: words(LONG) }),
    change('large-event', {
      event: z.enum(LARGE_EVENTS),
      on: day,
      place: words(SHORT),
      people: z.int().min(1).max(MOST_PEOPLE),
    }),
    change('dissolution', { liquidationEndedOn: day }),
  ]);
};

export const OrganisationChange = changeIn(officeText, DayOfTerm);
export type OrganisationChange = z.output<typeof OrganisationChange>;
/** The same as it was kept. */
export const KeptOrganisationChange = changeIn(keptText, date);

/** Which duty is met: a report of its period, or the papers of a change. */
export const OrganisationReport = z.discriminatedUnion('of', [
  z
    .object({
      of: z.literal('period'),
      to: z.enum(REPORT_ADDRESSEES),
      /** The day that names it, as the list of duties gives it. */
      period: date,
    })
    .strict(),
  z.object({ of: z.literal('change'), changeId: z.uuid() }).strict(),
]);
export type OrganisationReport = z.output<typeof OrganisationReport>;

const address = z.string().trim().min(2).max(120);
const name = z.string().trim().min(1).max(120);

/** Who answers for an organisation, and where it is found: it is often somebody's home. All of it goes into the vault. */
export const OrganisationHead = z.object({ name, phone: PhoneText, address: address.optional() }).strict();
/** What is new of them: a leader, or an address. */
export const NewOrganisationHead = z
  .object({ name: name.optional(), phone: PhoneText.optional(), address: address.optional() })
  .strict();
export type NewOrganisationHead = z.output<typeof NewOrganisationHead>;

/** What the office writes of an organisation itself. */
export const organisationWords = {
  name: officeText(SHORT),
  community: officeText(SHORT),
  street: officeText(SHORT),
  purpose: officeText(LONG),
  activity: officeText(LONG),
};
