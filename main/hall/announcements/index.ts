export { CallWatch } from './call-watch.ts';
export { createUnansweredNote } from './note-unanswered.ts';
