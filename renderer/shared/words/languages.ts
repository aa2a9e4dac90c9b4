import type { Language } from '../../../preload/contracts/configuration-kiosk.ts';

/** Languages in which every sentence is written; in the others the main ones are. */
export type CompleteLanguage = 'zh' | 'en';

export interface LanguageFacts {
  /** As `lang` has it (BCP 47). */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** What its readers call it: on the button that leads to it. */
  readonly ownName: string;
  /** Stands between the things of a list. */
  readonly between: string;
  /** Stands between the parts of a sentence. */
  readonly comma: string;
  /** In which sentences appear that this language lacks. */
  readonly complete: CompleteLanguage;
}

/** U+200F before the comma: figures alone have no direction, and a list of them is read from the right like the rest. */
const UYGHUR_COMMA = '\u200F، ';

export const LANGUAGE_FACTS: Readonly<Record<Language, LanguageFacts>> = {
  zh: { tag: 'zh-CN', direction: 'ltr', ownName: '中文', between: '、', comma: '，', complete: 'zh' },
  en: { tag: 'en', direction: 'ltr', ownName: 'English', between: ', ', comma: ', ', complete: 'en' },
  ug: {
    tag: 'ug',
    direction: 'rtl',
    ownName: 'ئۇيغۇرچە',
    between: UYGHUR_COMMA,
    comma: '، ',
    complete: 'zh',
  },
  bo: { tag: 'bo', direction: 'ltr', ownName: 'བོད་ཡིག', between: ' དང་ ', comma: ' ', complete: 'zh' },
};
