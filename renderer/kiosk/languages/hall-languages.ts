import { computed, watch, type ComputedRef } from 'vue';
import type { Language } from '../../../preload/contracts/configuration-kiosk.ts';

export interface HallLanguages {
  readonly seen: {
    /** What the hall's kiosks offer, in its order. */
    readonly languages: ComputedRef<readonly Language[]>;
    /** Of two languages the one that is not spoken now; `null` where there is nothing or more to choose from. */
    readonly otherLanguage: ComputedRef<Language | null>;
  };
  readonly isUsualLanguage: () => boolean;
  /** Back to the language that everybody meets. */
  readonly usualLanguage: () => void;
}

/** The page speaks the hall's first language until somebody chooses another for their visit. */
export function createHallLanguages(
  words: { language: Language },
  offered: () => readonly Language[] | undefined,
): HallLanguages {
  const languages = computed<readonly Language[]>(() => offered() ?? ['zh']);
  const first = computed(() => languages.value[0] ?? 'zh');
  const otherLanguage = computed(() =>
    languages.value.length === 2 ? (languages.value.find((one) => one !== words.language) ?? null) : null,
  );
  const usualLanguage = (): void => {
    words.language = first.value;
  };
  watch(first, usualLanguage);
  return {
    seen: { languages, otherLanguage },
    isUsualLanguage: () => words.language === first.value,
    usualLanguage,
  };
}
