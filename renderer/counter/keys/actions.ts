import type { CounterView } from '../../../preload/contracts/hall-operations.ts';
import type { TicketState } from '../../../preload/contracts/ticket-state.ts';
import type { MessageKey } from '../../shared/words/words.ts';
import type { ActionPanelKind } from '../panels/panel.ts';

/** Where this counter stands, as far as an action's possibility goes. */
export interface Standing {
  readonly counter: CounterView['state'];
  /** The ticket at the counter; `null` = nobody there. */
  readonly ticket: TicketState | null;
  /** The last step here can still be taken back. */
  readonly undoable?: boolean;
}

export const ACTION_NAMES = [
  'callNext',
  'recall',
  'missed',
  'start',
  'finish',
  'ending',
  'park',
  'transfer',
  'addService',
  'serveNow',
  'pause',
  'resume',
  'open',
  'close',
  'undo',
  'giveNumber',
  'appointments',
  'help',
  'difficulty',
  'draft',
] as const;
export type ActionName = (typeof ACTION_NAMES)[number];

export interface Action {
  /** `KeyboardEvent.key`; see key-names.ts for what the button shows. Two actions may share one if never both possible. */
  readonly key: string;
  readonly words: MessageKey;
  readonly possible: (standing: Standing) => boolean;
  /** The action needs a choice first: this stands in the middle column. */
  readonly opens?: ActionPanelKind;
}

const always = (): boolean => true;
const nobody = ({ ticket }: Standing): boolean => ticket === null;
const called = ({ ticket }: Standing): boolean => ticket === 'called';
const serving = ({ ticket }: Standing): boolean => ticket === 'serving';
const state =
  (wanted: CounterView['state']) =>
  ({ counter }: Standing): boolean =>
    counter === wanted;

/** Calling, going on with a parked person, serving without a ticket: the hall wants an open counter where nobody is. */
export function isFree(standing: Standing): boolean {
  return nobody(standing) && state('open')(standing);
}

/**
 * What a clerk can do, with which key, and when. F1, F5, F7, F11 and F12 are left out: they drive the browser, and the
 * shell takes them away. Letters are left out too: with a Chinese input method they never arrive. The hall has the last word; this only keeps buttons honest.
 */
export const ACTIONS: Readonly<Record<ActionName, Action>> = {
  callNext: { key: 'F2', words: 'counter.action.callNext', possible: isFree },
  recall: { key: 'F3', words: 'counter.action.recall', possible: called },
  start: { key: 'F4', words: 'counter.action.start', possible: called },
  finish: { key: 'F6', words: 'counter.action.finish', possible: serving },
  missed: { key: 'F8', words: 'counter.action.missed', possible: called },
  ending: { key: 'Delete', words: 'counter.action.ending', possible: serving, opens: 'ending' },
  park: { key: 'Insert', words: 'counter.action.park', possible: serving },
  transfer: { key: 'End', words: 'counter.action.transfer', possible: serving, opens: 'transfer' },
  addService: { key: 'Home', words: 'counter.action.addService', possible: serving, opens: 'addService' },
  serveNow: { key: 'Home', words: 'counter.action.serveNow', possible: isFree, opens: 'serveNow' },
  pause: { key: 'F9', words: 'counter.action.pause', possible: state('open'), opens: 'pause' },
  resume: { key: 'F9', words: 'counter.action.resume', possible: state('paused') },
  open: { key: 'F10', words: 'counter.action.open', possible: state('closed') },
  close: {
    key: 'F10',
    words: 'counter.action.close',
    possible: (standing) => nobody(standing) && standing.counter !== 'closed',
  },
  undo: { key: 'Backspace', words: 'counter.action.undo', possible: ({ undoable }) => undoable === true },
  giveNumber: { key: '+', words: 'counter.action.giveNumber', possible: always, opens: 'giveNumber' },
  appointments: {
    key: '-',
    words: 'counter.action.appointments',
    possible: always,
    opens: 'appointments',
  },
  help: { key: 'PageDown', words: 'counter.action.help', possible: always, opens: 'help' },
  difficulty: { key: 'PageUp', words: 'counter.action.difficulty', possible: always, opens: 'difficulty' },
  draft: { key: '*', words: 'counter.action.draft', possible: always, opens: 'draft' },
};

export function possibleActions(standing: Standing): readonly ActionName[] {
  return ACTION_NAMES.filter((name) => ACTIONS[name].possible(standing));
}

/** The one big next action, also on the space bar: what most often comes next from here. */
export function nextAction(standing: Standing): ActionName | null {
  const usual: readonly ActionName[] = ['start', 'finish', 'callNext', 'resume', 'open'];
  return usual.find((name) => ACTIONS[name].possible(standing)) ?? null;
}

export const NEXT_ACTION_KEY = ' ';

/** The action a key stands for now; `null` = none, and the key is left alone. */
export function actionForKey(key: string, standing: Standing): ActionName | null {
  if (key === NEXT_ACTION_KEY) return nextAction(standing);
  return possibleActions(standing).find((name) => ACTIONS[name].key === key) ?? null;
}

/** Keys that a browser would use for itself (help, find, reload) while this page needs them. */
export const OWN_KEYS: ReadonlySet<string> = new Set(ACTION_NAMES.map((name) => ACTIONS[name].key));
