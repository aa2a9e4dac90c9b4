import type { MessageKey } from '../../shared/words/words.ts';
import type { Place } from '../screen.ts';
import type { GroupAnswers } from './rule-steps.ts';

export interface GroupAnswer {
  readonly id: string;
  readonly words: MessageKey;
  /** What it says of the group; missing at the last question, which asks the hall. */
  readonly note?: (group: GroupAnswers) => void;
  readonly needsLicence?: boolean;
}

export interface GroupQuestion {
  readonly title: MessageKey;
  readonly answers: readonly GroupAnswer[];
  readonly next: Place | null;
}

export type GroupPlace = 'group-kind' | 'group-size' | 'group-means' | 'group-licence';

/** By the smallest number of each: what lies between is compared by the hall, with the figures in force. */
const sizes = [
  [0, 'kiosk.group.size.few'],
  [3, 'kiosk.group.size.three'],
  [10, 'kiosk.group.size.ten'],
  [50, 'kiosk.group.size.fifty'],
] as const;

/** Four questions, one a screen. */
export const GROUP_QUESTIONS: Readonly<Record<GroupPlace, GroupQuestion>> = {
  'group-kind': {
    title: 'kiosk.group.kind',
    next: 'group-size',
    answers: [
      {
        id: 'association',
        words: 'kiosk.group.kind.together',
        note: (group) => void (group.kind = 'association'),
      },
      {
        id: 'service-body',
        words: 'kiosk.group.kind.service',
        note: (group) => void (group.kind = 'service-body'),
      },
    ],
  },
  'group-size': {
    title: 'kiosk.group.size',
    next: 'group-means',
    answers: sizes.map(([persons, words]) => ({
      id: String(persons),
      words,
      note: (group: GroupAnswers) => void (group.persons = persons),
    })),
  },
  'group-means': {
    title: 'kiosk.group.means',
    next: 'group-licence',
    answers: [
      { id: 'yes', words: 'kiosk.group.means.yes', note: (group) => void (group.hasMeans = true) },
      { id: 'no', words: 'kiosk.group.means.no', note: (group) => void (group.hasMeans = false) },
    ],
  },
  'group-licence': {
    title: 'kiosk.group.licence',
    next: null,
    answers: [
      { id: 'no', words: 'kiosk.group.licence.no', needsLicence: false },
      { id: 'yes', words: 'kiosk.group.licence.yes', needsLicence: true },
    ],
  },
};
