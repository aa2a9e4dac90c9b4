import type { AgentRelation, ProxyPower } from '../../../preload/contracts/hall-operations.ts';
import type { ProxyNotice, ProxySide } from '../../../preload/contracts/station-operations.ts';
import type { MessageKey } from '../../shared/words/words.ts';

/** No screen has more than five choices: family first, the others behind the fifth. */
export const FAMILY = [
  'spouse',
  'child',
  'parent',
  'other-relative',
] as const satisfies readonly AgentRelation[];
export const OTHERS = [
  'neighbour-or-friend',
  'community-worker',
  'institution-staff',
] as const satisfies readonly AgentRelation[];

export const RELATION_WORDS: Readonly<Record<AgentRelation, MessageKey>> = {
  spouse: 'kiosk.proxy.relation.spouse',
  child: 'kiosk.proxy.relation.child',
  parent: 'kiosk.proxy.relation.parent',
  'other-relative': 'kiosk.proxy.relation.otherRelative',
  'neighbour-or-friend': 'kiosk.proxy.relation.neighbour',
  'community-worker': 'kiosk.proxy.relation.community',
  'institution-staff': 'kiosk.proxy.relation.institution',
};

export const POWER_WORDS: Readonly<Record<ProxyPower, MessageKey>> = {
  submit: 'kiosk.proxy.power.submit',
  receive: 'kiosk.proxy.power.receive',
  'sign-receipt': 'kiosk.proxy.power.signReceipt',
  'change-bank-account': 'kiosk.proxy.power.bankAccount',
};

export const SIDE_WORDS: Readonly<Record<ProxySide, MessageKey>> = {
  principal: 'kiosk.proxy.principal',
  agent: 'kiosk.proxy.agent',
};

export const NOTICE_WORDS: Readonly<Record<ProxyNotice, MessageKey>> = {
  'same-person': 'kiosk.proxy.notice.samePerson',
  'agent-too-young': 'kiosk.proxy.notice.tooYoung',
  'both-known': 'kiosk.proxy.notice.bothKnown',
  'whose-first': 'kiosk.proxy.notice.whoseFirst',
};

/** What is wrong with a typed number, and where to look (GB 11643-1999). */
const FAULT_WORDS: Readonly<Record<string, MessageKey>> = {
  length: 'kiosk.proxy.fault.length',
  legacy: 'kiosk.proxy.fault.length',
  province: 'kiosk.proxy.fault.province',
  date: 'kiosk.proxy.fault.date',
  future: 'kiosk.proxy.fault.date',
  'check-digit': 'kiosk.proxy.fault.checkDigit',
};
export const faultWords = (rule: string): MessageKey => FAULT_WORDS[rule] ?? 'kiosk.proxy.fault.other';

/** How long a letter may run, days. Five choices. */
export const DAYS_OFFERED = [1, 7, 30, 90, 365] as const;
