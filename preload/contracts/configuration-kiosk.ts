import { z } from 'zod';
import { block, line, said, whole } from './configuration-words.ts';

/** By which a counter is found from afar: as it is painted there, never colour alone. */
export const COUNTER_COLOURS = ['red', 'orange', 'yellow', 'green', 'blue', 'purple'] as const;
export type CounterColour = (typeof COUNTER_COLOURS)[number];
/** Signs that can be told apart by their outline, also by who sees no colours. */
export const COUNTER_SIGNS = ['circle', 'square', 'triangle', 'star', 'heart', 'flower'] as const;
export type CounterSign = (typeof COUNTER_SIGNS)[number];

/** How a counter is found: colour, sign, and where it is in a few words. Each may be missing. */
export const lookOfCounter = {
  colour: z.enum(COUNTER_COLOURS).optional(),
  sign: z.enum(COUNTER_SIGNS).optional(),
  /** "进门右手边" */
  place: line(12).optional(),
};
export const CounterLook = z.object({
  name: z.string(),
  colour: z.enum(COUNTER_COLOURS).optional(),
  sign: z.enum(COUNTER_SIGNS).optional(),
  place: z.string().optional(),
});
export type CounterLook = z.output<typeof CounterLook>;

/** Chinese is the source; Uyghur and Tibetan hold the main sentences, the rest is shown in Chinese. */
export const LANGUAGES = ['zh', 'en', 'ug', 'bo'] as const;
export type Language = (typeof LANGUAGES)[number];
export const Languages = z.array(z.enum(LANGUAGES));

/** What the kiosks of a hall offer; the first is what everybody meets. */
export const LanguagesConfiguration = z
  .array(z.enum(LANGUAGES), said('a list of languages: [zh, en]', '语言列表：[zh, en]'))
  .min(1, said('at least one language', '至少一种语言'))
  .refine((list) => new Set(list).size === list.length, said('each language once', '每种语言写一次'));

/** A call for help from a kiosk that nobody answers is carried on to the supervisors. */
export const HelpConfiguration = block({ escalateAfterSeconds: whole(10, 600).default(60) });

/** Where the reader is, seen from the screen: the arrow points there. */
export const READER_SIDES = ['below', 'left', 'right'] as const;
export type ReaderSide = (typeof READER_SIDES)[number];

/** `learned`: what people of an age came for here stands first; `fixed`: the program's own order. */
export const SERVICE_ORDERS = ['learned', 'fixed'] as const;
