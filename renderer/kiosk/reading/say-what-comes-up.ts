import { spokenParts, type SpokenPart, type SpokenWords } from './spoken-parts.ts';

const LIVE = '[role="alert"], [role="status"], [aria-live]';
/** What changes together is said together. */
const GATHER_MS = 150;

/** Errors, warnings, news of the paper: whatever a page announces is spoken, each text once (EN 301 549, 5.1.3.15). */
export function sayWhatComesUp(
  spoken: SpokenWords,
  listens: () => boolean,
  say: (parts: readonly SpokenPart[]) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = new Set<Element>();
  const heard = new WeakMap<Element, string>();
  const speak = (): void => {
    timer = undefined;
    const news = [...changed].filter((region) => {
      const text = (region.textContent ?? '').replace(/\d+/g, '');
      const isNew = region.isConnected && text.trim() !== '' && heard.get(region) !== text;
      heard.set(region, text);
      return isNew && region.closest('main[inert]') === null;
    });
    changed.clear();
    const parts = spokenParts(
      news.map((region) => region.closest('[data-warning]') ?? region),
      spoken,
    );
    if (parts.length > 0) say(parts);
  };
  const observer = new MutationObserver((records) => {
    if (!listens()) return;
    for (const region of records.flatMap(regionsOf)) changed.add(region);
    // Counted from the first change: a page on which something always changes is heard all the same.
    if (changed.size > 0) timer ??= setTimeout(speak, GATHER_MS);
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}

/** Where something changed within a region, and the regions that have come with what was added. */
function regionsOf({ target, addedNodes }: MutationRecord): Element[] {
  const element = target instanceof Element ? target : target.parentElement;
  const around = element?.closest(LIVE) ?? null;
  const added = [...addedNodes].filter((node) => node instanceof Element);
  return [
    ...(around === null ? [] : [around]),
    ...added.flatMap((node) => [...(node.matches(LIVE) ? [node] : []), ...node.querySelectorAll(LIVE)]),
  ];
}
