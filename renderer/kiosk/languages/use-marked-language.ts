import { onScopeDispose, watch } from 'vue';
import { useWords } from '../../shared/stores/words-store.ts';
import { LANGUAGE_FACTS } from '../../shared/words/languages.ts';
import { isForeign } from './foreign-text.ts';

const WATCHED: MutationObserverInit = { subtree: true, childList: true, characterData: true };

function ownText(element: Element): string {
  return [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent)
    .join('');
}

/**
 * Gives everything on the page that stands in Chinese among another language its own `lang` (WCAG 3.1.2), so that a
 * screen reader says it and the layout sets it as what it is. Seen from the page rather than said by each component:
 * names come from the hall, and which sentences a language lacks changes with its file.
 */
export function useMarkedLanguage(): void {
  const words = useWords();
  const marked = new WeakSet<Element>();

  function mark(): void {
    for (const element of document.querySelectorAll('#page *')) {
      const foreign = isForeign(words.language, ownText(element));
      if (foreign && !element.hasAttribute('lang')) {
        marked.add(element);
        element.setAttribute('lang', LANGUAGE_FACTS.zh.tag);
      } else if (!foreign && marked.delete(element)) element.removeAttribute('lang');
    }
  }

  const observer = new MutationObserver(mark);
  observer.observe(document.body, WATCHED);
  watch(() => words.language, mark, { flush: 'post' });
  onScopeDispose(() => observer.disconnect());
}
