/**
 * What a kiosk for everybody keeps, item by item, each with the number that is measured and where it comes from: the
 * ministry's rules for 适老化 (工信部《移动互联网应用（APP）适老化通用设计规范》), WCAG 2.2, EN 301 549 V3.2.1, the
 * circular 国办发〔2020〕45号. Sizes hold for a panel of 21.5 inch at 600 mm and are scaled by the pitch of others.
 */
export const CHECKLIST = {
  'A-01':
    'three sizes on every screen without a restart; 24/32/40 px at least; the largest >= 30 dp and >= 0.7 degrees',
  'A-02': 'default body text >= 32 px',
  'A-03': 'running text: lines >= 1.5 em apart, paragraphs >= 1.5 times that',
  'A-04': 'at most 40 Chinese characters a line; several lines are never centred or justified',
  'A-05': 'text >= 7:1, edges and icons >= 3:1, in both themes',
  'A-06': 'colour is never the only sign',
  'A-07': 'targets >= 80 px and >= 15 mm on every panel',
  'A-08': 'targets >= 16 px apart',
  'A-09': 'one finger, one touch: no gesture is needed; a second touch within 300 ms is none',
  'A-10': 'at most five choices and one question a screen',
  'A-11':
    'time: 60 s, elders 120 s; warned by words, countdown and sound for >= 20 s (30 s); one touch anywhere extends, ten times; never while printing or reading',
  'A-12': 'after the time nothing of the person is left',
  'A-13': 'every text of every screen is read aloud; play, pause, again, slower, off; silent at a touch',
  'A-14': 'order in the page = order on the screen = order of speech: title, question, choices, help, back',
  'A-15': 'loudness back to the default after each visit; private data marked; digits one by one',
  'A-16': 'what is spoken stands on the screen as text',
  'A-17': 'everything by keys; focus ring >= 4 px and 3:1',
  'A-18': 'a person to help: same place on every screen, called with one touch, says who comes',
  'A-19': 'nothing from elsewhere; no pressing: of two answers none is preselected or heavier',
  'A-20': 'no password, captcha or puzzle for a visitor',
  'A-21': 'an error says what is wrong and how to mend it, and keeps what was typed',
  'A-22': 'a summary before anything is printed or submitted; undo before',
  'A-23': 'nothing is asked twice in a visit',
  'A-24': 'nothing moves or flashes',
  'A-25': 'paper: number >= 36 pt, other text >= 12 pt; forms >= 14 pt',
  'A-26': 'plain words: no sentence over 20 characters, no word outside the plain list',
  'A-27':
    'the installation guide says: operable parts 380-1220 mm, screen readable from 1015 mm, 760 mm of approach, jack and pad found by touch',
  'A-28': 'size, contrast, reach, voice and language go back to the default after each visit',
  'A-29': 'every first screen names the way without a machine: window and telephone',
  'A-30': 'this table says of each item what was measured and whether it passed',
} as const;
export type Item = keyof typeof CHECKLIST;

/** What was found: in words and numbers, for the table, and whether it is what the item asks. */
export interface Finding {
  readonly measured: string;
  readonly passed: boolean;
}
