import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageShell } from '../../preload/contracts/page-shell.ts';
import { launchShell, type LaunchedShell } from '../support/electron.ts';
import { buildShellFixture, type ShellFixture } from '../support/shell-fixture/build.ts';
import { waitFor } from '../support/wait-for.ts';

describe('when a process dies', () => {
  let fixture: ShellFixture;
  let shell: LaunchedShell;
  beforeAll(async () => {
    fixture = await buildShellFixture();
    shell = await launchShell({ args: [...fixture.args, '--role=kiosk'] });
  });
  afterAll(async () => {
    await shell?.close();
    await fixture?.remove();
  });

  it.each(['hall', 'station'] as const)(
    'the %s comes back at the same address, and the page is told',
    async (service) => {
      const page = await shell.page('kiosk');
      await page.evaluate(() => {
        Reflect.set(window, 'told', []);
        (Reflect.get(window, 'shell') as PageShell).onOutOfService(
          (name) => void (Reflect.get(window, 'told') as string[]).push(name),
        );
      });
      const before = await page.evaluate(askPid, service);
      process.kill(before, 'SIGKILL');
      const after = await waitFor(async () => {
        const pid = await page.evaluate(askPid, service).catch(() => before);
        return pid === before ? undefined : pid;
      });
      expect(after).not.toBe(before);
      expect(await page.evaluate(() => Reflect.get(window, 'told') as string[])).toContain(service);
      expect(page.url()).toBe('app://hall/kiosk/');
    },
  );

  it('a killed page comes back', async () => {
    await shell.page('kiosk');
    const before = await killPage(shell);
    await waitFor(async () => {
      const { pid, url, loading } = await pageState(shell);
      return pid !== 0 && pid !== before && url === 'app://hall/kiosk/' && !loading ? true : undefined;
    });
    expect(shell.log().some((line) => line.event === 'page-restarts' && line.role === 'kiosk')).toBe(true);
  });

  it('a page that dies again and again gives way to the out-of-service page', async () => {
    await waitFor(async () => {
      const state = await pageState(shell);
      if (state.url === 'app://hall/out-of-service/') return true;
      if (state.pid !== 0 && !state.loading) await killPage(shell);
      return undefined;
    });
    expect(shell.log().some((line) => line.event === 'page-given-up')).toBe(true);
  });
});

describe('when the hall cannot start at all', () => {
  let fixture: ShellFixture;
  let shell: LaunchedShell;
  beforeAll(async () => {
    fixture = await buildShellFixture('failing-service');
    shell = await launchShell({ args: [...fixture.args, '--role=display'] });
  });
  afterAll(async () => {
    await shell?.close();
    await fixture?.remove();
  });

  it('it is tried again for a while, then an honest page stands there', async () => {
    const page = await shell.page('out-of-service');
    expect(await page.textContent('h1')).toBe('本机暂停服务');
    expect(await page.textContent('[lang=en] h2')).toBe('Out of service');
    expect(await page.evaluate(() => document.scripts.length)).toBe(0);
    const events = shell.log().map((line) => line.event);
    expect(events.filter((event) => event === 'service-restarts').length).toBeLessThanOrEqual(5);
    expect(events).toContain('service-given-up');
    expect(shell.log().find((line) => line.event === 'service-failed')).toMatchObject({
      reason: 'the disk is gone',
    });
  });
});

describe('when somebody closes the window', () => {
  it('a kiosk window does not close by itself', async () => {
    const fixture = await buildShellFixture();
    const shell = await launchShell({ args: [...fixture.args, '--kiosk-mode', '--role=kiosk'] });
    await shell.page('kiosk');
    const open = await shell.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.close(); // as Alt+F4 of a window manager does
      return BrowserWindow.getAllWindows().filter((window) => window.isKiosk()).length;
    });
    expect(open).toBe(1);
    await shell.close();
    await fixture.remove();
  });
});

/** In the page. */
async function askPid(service: 'hall' | 'station'): Promise<number> {
  const address = (await (Reflect.get(window, 'shell') as PageShell).address())[service];
  return ((await (await fetch(`${address}/who`)).json()) as { pid: number }).pid;
}

function pageState(shell: LaunchedShell): Promise<{ pid: number; url: string; loading: boolean }> {
  return shell.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return {
      pid: contents === undefined || contents.isCrashed() ? 0 : contents.getOSProcessId(),
      url: contents?.getURL() ?? '',
      loading: contents?.isLoading() ?? true,
    };
  });
}

async function killPage(shell: LaunchedShell): Promise<number> {
  const { pid } = await pageState(shell);
  process.kill(pid, 'SIGKILL');
  await waitFor(async () => ((await pageState(shell)).pid === pid ? undefined : true));
  return pid;
}
