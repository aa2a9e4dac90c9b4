import { watch } from 'vue';
import type { CallView } from '../../../preload/contracts/hall-operations.ts';
import type { FeedLine } from '../../shared/line/feed-line.ts';
import { createBrowserVoice } from './browser-voice.ts';
import { VoiceQueue } from './voice-queue.ts';

/**
 * Speaks each call that comes on stage, for a PC whose loudspeaker is the browser's: `#voice=on`. The hall is told of what was
 * spoken, so that a voice that stays silent can be an alarm at the counter; the page's root says so as well:
 * `data-voice="silent"`.
 */
export function speakCalls(line: Pick<FeedLine, 'announce'>, shown: () => readonly CallView[]): void {
  const queue = new VoiceQueue({
    voice: createBrowserVoice(window),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onSpoken: ({ callSequence, ticketId }) => line.announce({ callSequence, ticketId, by: 'speaker' }),
    onHeard: (isHeard) => {
      document.documentElement.dataset['voice'] = isHeard ? 'heard' : 'silent';
    },
  });
  watch(shown, (calls, before) => {
    const known = new Set(before.map(({ callSequence }) => callSequence));
    const fresh = calls.filter(({ callSequence }) => !known.has(callSequence));
    for (const call of fresh.sort((one, other) => one.callSequence - other.callSequence)) queue.speak(call);
  });
}
