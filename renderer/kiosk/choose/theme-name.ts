import type { Language } from '../../shared/words/words.ts';
import type { Theme } from './themes.ts';

/** Themes come with the program in Chinese and English; joined ones are named one after the other. */
export function themeName({ names }: Pick<Theme, 'names'>, language: Language): string {
  return language === 'en' ? names.map(({ en }) => en).join(', ') : names.map(({ zh }) => zh).join('、');
}
