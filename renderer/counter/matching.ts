/** Items of which one text holds what was typed, whatever its case, blanks and hyphens: `ln1`, `LN-1`, `津贴`. */
export function matching<Item>(
  items: readonly Item[],
  typed: string,
  textsOf: (item: Item) => readonly string[],
): readonly Item[] {
  const plain = (text: string): string => text.toLowerCase().replace(/[\s-]/g, '');
  const wanted = plain(typed);
  return items.filter((item) => textsOf(item).some((text) => plain(text).includes(wanted)));
}
