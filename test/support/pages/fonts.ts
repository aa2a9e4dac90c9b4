import type { Page } from 'playwright';

export interface SetText {
  readonly text: string;
  /** Family names as the font files give them, " (shipped)" behind those that the page brought along. */
  readonly families: readonly string[];
}

/** In which fonts the browser really set each piece of text, asked of the browser itself. */
export async function fontsOf(page: Page, within = '#page'): Promise<readonly SetText[]> {
  await page.evaluate(() => document.fonts.ready);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: `${within}, ${within} *`,
  });
  const set: SetText[] = [];
  for (const nodeId of nodeIds) {
    const { node } = await session.send('DOM.describeNode', { nodeId, depth: 1 });
    const text = (node.children ?? [])
      .map(({ nodeType, nodeValue }) => (nodeType === 3 ? nodeValue : ''))
      .join('');
    if (text.trim() === '') continue;
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    const families = fonts.map(({ familyName, isCustomFont }) =>
      isCustomFont ? `${familyName} (shipped)` : familyName,
    );
    set.push({ text, families });
  }
  await session.detach();
  return set;
}
