import type { Handlers } from '../../../preload/contracts/operation.ts';
import type { readingRows } from '../../../preload/contracts/station/reading-rows.ts';
import type { RememberedAnswers } from './remembered-answers.ts';
import type { StationContext } from './station-context.ts';

/** The kiosk reads aloud, and listens. Neither what is read nor what was said is kept with the request. */
export function createReadingHandlers(
  { desk, voice }: StationContext,
  once: RememberedAnswers,
): Handlers<typeof readingRows> {
  return {
    readAloud: (input) => {
      const { sentences, ...manner } = input;
      const compared = { ...manner, sentences: sentences.length };
      return once.run('readAloud', compared, () => {
        desk.touch();
        return voice.read(input);
      });
    },
    stopReading: (input) => once.run('stopReading', input, () => voice.stopReading()),
    attention: (input) => once.run('attention', input, () => voice.attention()),
    listen: ({ requestId }) => {
      desk.touch();
      return voice.listen(requestId);
    },
  };
}
