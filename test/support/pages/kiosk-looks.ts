import type { Page } from 'playwright';

export const TEXT_SIZES = ['standard', 'large', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** As a person does it: 大字, the size, 返回. Works on every screen and in every language. */
export async function chooseTextSize(page: Page, size: TextSize): Promise<void> {
  await atLooks(page, `[data-size="${size}"]`);
}

/** Turns the high contrast or the low layout on, or off again. */
export async function toggleLook(page: Page, look: 'contrast' | 'low'): Promise<void> {
  await atLooks(page, `[data-look="${look}"]`);
}

/** The bar listens always; the choice is touched as soon as it is there, not when the screen has settled. */
async function atLooks(page: Page, choice: string): Promise<void> {
  const before = await page.locator('.kiosk').getAttribute('data-screen');
  if (before === 'looks') return page.locator(choice).click();
  await page.locator('[data-bar="looks"]').click();
  await page.locator(choice).evaluate((button: HTMLElement) => button.click());
  await page.locator('[data-bar="back"]').click();
  await page.locator(`[data-screen="${before}"] main:not([inert])`).waitFor();
}
