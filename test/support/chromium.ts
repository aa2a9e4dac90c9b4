import { existsSync, globSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { build } from 'vite';
import { ALL_PARTS, ROOT } from '../../resources/build/parts.ts';

/** Debian's browser: Playwright's own download is not needed. */
const CHROMIUM = '/usr/bin/chromium';

export async function launchChromium(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: CHROMIUM, args: [...asRoot, '--disable-background-networking'] });
}

const SOURCES =
  '{renderer,preload,resources/build,resources/locales,resources/catalogue,resources/fonts}/**/*';

/** Builds the pages as they stand now, exactly as the product is built, unless that was done; answers the folder. */
export async function buildPages(): Promise<string> {
  const folder = path.join(ROOT, 'artefacts', 'pages-under-test');
  const built = path.join(folder, 'built');
  const newest = Math.max(
    ...globSync(SOURCES, { cwd: ROOT }).map((file) => statSync(path.join(ROOT, file)).mtimeMs),
  );
  if (existsSync(built) && statSync(built).mtimeMs > newest) return folder;
  for (const configuration of ALL_PARTS.find((part) => part.name === 'renderer')?.configurations ?? []) {
    await build({ ...configuration, build: { ...configuration.build, outDir: folder, sourcemap: false } });
  }
  await writeFile(built, '');
  return folder;
}

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained of: script errors, refused loads, violations of the policy. */
  readonly complaints: readonly string[];
}

export async function openPage(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number },
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  await prepare(page);
  await page.goto(url);
  return { page, context, complaints };
}

const PICTURES = path.join(ROOT, 'artefacts', 'screenshots');

/** A picture for people to look at; nothing is compared. */
export async function takePicture(page: Page, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}

const A_AND_AA = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] as const;
/** What a page for elders keeps besides: 7:1 for text, and the other rules of AAA that a machine can look at. */
export const AAA = [...A_AND_AA, 'wcag2aaa'] as const;

/** Rules of WCAG 2.2 that axe finds broken, with the elements. Empty = none. */
export async function brokenRules(
  page: Page,
  tags: readonly string[] = A_AND_AA,
): Promise<readonly string[]> {
  // What is in order is not gathered node by node.
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await builder.withTags([...tags]).analyze();
  return violations.map(
    (rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(' ')).join(' | ')}`,
  );
}
