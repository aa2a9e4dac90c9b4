import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageShell } from '../../preload/contracts/page-shell.ts';
import { launchShell, type LaunchedShell } from '../support/electron.ts';
import { buildShellFixture, type ShellFixture } from '../support/shell-fixture/build.ts';

let fixture: ShellFixture;
let shell: LaunchedShell;

beforeAll(async () => {
  fixture = await buildShellFixture();
  shell = await launchShell({ args: fixture.args });
});
afterAll(async () => {
  await shell?.close();
  await fixture?.remove();
});

describe.each(['kiosk', 'counter', 'display'])('the page of the %s', (role) => {
  it('knows nothing of Node and only the verbs that the shell offers', async () => {
    const page = await shell.page(role);
    expect(
      await page.evaluate(() => [
        typeof Reflect.get(globalThis, 'require'),
        typeof Reflect.get(globalThis, 'process'),
      ]),
    ).toEqual(['undefined', 'undefined']);
    expect(await page.evaluate(() => Object.keys(Reflect.get(window, 'shell') as PageShell).sort())).toEqual([
      'address',
      'onOutOfService',
    ]);
  });

  it('is in a sandboxed process with an isolated world', async () => {
    const seen = await shell.app.evaluate(({ BrowserWindow }, name) => {
      const window = BrowserWindow.getAllWindows().find(
        (one) => one.webContents.getURL() === `app://hall/${name}/`,
      );
      const preferences: unknown =
        window && Reflect.get(window.webContents, 'getLastWebPreferences').call(window.webContents);
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = preferences as Record<
        string,
        unknown
      >;
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    }, role);
    expect(seen).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  it('is served with exactly this policy, and an inline script does not run', async () => {
    const page = await shell.page(role);
    const { hall, station } = await page.evaluate(() =>
      (Reflect.get(window, 'shell') as PageShell).address(),
    );
    const policy = await page.evaluate(() =>
      fetch(location.href).then((response) => response.headers.get('content-security-policy')),
    );
    const services = [hall, station]
      .flatMap((address) => [address, address.replace('http:', 'ws:')])
      .join(' ');
    expect(policy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        `connect-src 'self' ${services}; frame-src 'none'; base-uri 'none'; form-action 'none'`,
    );
    expect(await page.evaluate(runInlineScript)).toEqual({ ran: false, violated: 'script-src-elem' });
  });
});

/** In the page: tries an inline script and answers whether it ran and what the policy said about it. */
async function runInlineScript(): Promise<{ ran: boolean; violated: string }> {
  const violated = new Promise<string>((resolve) => {
    document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
      once: true,
    });
  });
  const script = document.createElement('script');
  script.textContent = 'window.inlineRan = true';
  document.body.append(script);
  return { violated: await violated, ran: Reflect.has(window, 'inlineRan') };
}

describe('a page that was taken over', () => {
  const attempt = async (act: (page: Page) => Promise<unknown>): Promise<void> => {
    const page = await shell.page('kiosk');
    await act(page);
    expect(page.url()).toBe('app://hall/kiosk/');
    expect(await shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(3);
  };

  it('cannot reach another site', async () => {
    const page = await shell.page('kiosk');
    const reach = (url: string) =>
      page.evaluate(
        (to) =>
          fetch(to).then(
            () => 'reached',
            () => 'refused',
          ),
        url,
      );
    expect(await reach('https://example.org/')).toBe('refused');
    expect(await reach('http://127.0.0.1:9/')).toBe('refused');
    expect(await reach('file:///etc/hostname')).toBe('refused');
  });

  it('cannot leave by a link, a script or a form', async () => {
    const loads = await shell.app.evaluate(({ BrowserWindow }) => {
      const counted = { loads: 0 };
      for (const window of BrowserWindow.getAllWindows()) {
        window.webContents.on('did-navigate', () => (counted.loads += 1));
      }
      Reflect.set(globalThis, 'countedLoads', counted);
      return counted.loads;
    });
    expect(loads).toBe(0);
    await attempt((page) => click(page, '#out'));
    await attempt((page) => page.evaluate(() => void location.assign('https://example.org/')));
    await attempt((page) => page.evaluate(() => void location.assign('file:///etc/hostname')));
    await attempt((page) => page.evaluate(() => void location.assign('app://other/kiosk/')));
    await attempt((page) => page.evaluate(submitForm));
    expect(await shell.app.evaluate(() => Reflect.get(globalThis, 'countedLoads') as unknown)).toEqual({
      loads: 0,
    });
  });

  it('cannot open a window', async () => {
    await attempt(async (page) => {
      expect(await page.evaluate(() => window.open('app://hall/kiosk/') === null)).toBe(true);
      expect(await page.evaluate(() => window.open('about:blank', 'x', 'noopener=no') === null)).toBe(true);
      await click(page, '#new');
    });
  });

  it('cannot save a file', async () => {
    await shell.app.evaluate(({ BrowserWindow }) => {
      const seen: string[] = [];
      Reflect.set(globalThis, 'downloads', seen);
      for (const window of BrowserWindow.getAllWindows()) {
        window.webContents.session.on('will-download', (event, item) => {
          seen.push(`${event.defaultPrevented ? 'prevented' : 'allowed'} ${item.getFilename()}`);
        });
      }
    });
    await attempt((page) => click(page, '#save'));
    await expect
      .poll(() => shell.app.evaluate(() => Reflect.get(globalThis, 'downloads') as string[]))
      .toEqual(['prevented a.txt']);
  });

  it('cannot embed a frame or a webview of another site', async () => {
    await attempt((page) => page.evaluate(embed));
    const page = await shell.page('kiosk');
    expect(page.frames().every((frame) => !frame.url().startsWith('http'))).toBe(true);
  });
});

/** Playwright's own click would wait for the navigation that must not come. */
const click = (page: Page, selector: string): Promise<void> =>
  page.evaluate((chosen) => document.querySelector<HTMLElement>(chosen)?.click(), selector);

/** In the page: posts a form to another site. */
function submitForm(): void {
  const form = document.createElement('form');
  form.action = 'https://example.org/';
  form.method = 'post';
  document.body.append(form);
  form.submit();
}

/** In the page: a frame and a webview. */
function embed(): void {
  for (const kind of ['iframe', 'webview']) {
    const element = document.createElement(kind);
    element.setAttribute('src', 'https://example.org/');
    document.body.append(element);
  }
}
