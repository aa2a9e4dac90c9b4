import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { SESSION_HEADER } from '../../preload/contracts/hall-operations.ts';
import { err, ok } from '../../preload/contracts/result.ts';
import { brokenRules, buildPages, launchChromium, openPage, takePicture } from '../support/chromium.ts';
import { sampleCounter, sampleHall } from '../support/fake-services/samples.ts';
import { openHallPage, signInAt, type FakeHall } from '../support/pages/bench.ts';
import { overflow } from '../support/pages/measure.ts';

const DESK = { width: 1366, height: 768 };
let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** The counter page as it stands before anybody has signed in. */
async function openSignIn(prepare: (hall: FakeHall) => void = () => undefined) {
  const { hall } = await openHallPage(browser, pages, '/display/', DESK);
  hall.feed.put('counters', '3', sampleCounter('3'));
  prepare(hall);
  const opened = await openPage(browser, `${hall.origin}/counter/#counter=3`, DESK);
  onTestFinished(() => opened.context.close());
  await opened.page.locator('[data-sign-in]').waitFor();
  return { hall, page: opened.page };
}

const type = async (page: Page, staffNumber: string, pin: string): Promise<void> => {
  await page.locator('[name="staff-number"]').fill(staffNumber);
  await page.locator('[name="pin"]').fill(pin);
  await page.keyboard.press('Enter');
};
const asked = (hall: FakeHall, operation: string) => hall.asked.filter((one) => one.operation === operation);

describe('before anybody has signed in', () => {
  test('the page asks for number and PIN, shows nothing of the queue, and no key does anything', async () => {
    const { page, hall } = await openSignIn();
    await page.getByText('工作人员登录').waitFor();
    expect(await page.locator('.desk').count()).toBe(0);
    await page.keyboard.press('F2');
    await page.keyboard.press('Space');
    expect(asked(hall, 'callNext')).toEqual([]);
    expect(await overflow(page)).toEqual({ down: 0, across: 0 });
    expect(await brokenRules(page)).toEqual([]);
    await takePicture(page, 'sign-in');
  });

  test('a hall without accounts says how to make the first', async () => {
    const { page } = await openSignIn((hall) => {
      hall.answers.signInInfo = () => ok({ staffExists: false, idleMinutes: 10, demo: [] });
    });
    await page.getByText('songting staff --add').waitFor();
  });

  test('a demo hall shows its accounts, and one touch signs in', async () => {
    const { page } = await openSignIn((hall) => {
      hall.answers.signInInfo = () =>
        ok({
          ...{ staffExists: true, idleMinutes: 10 },
          demo: [{ staffNumber: '1001', name: '演示窗口甲', role: 'clerk', pin: '739182' }],
        });
    });
    await takePicture(page, 'sign-in-demo');
    await page.locator('[data-demo="1001"]').click();
    await page.locator('[data-staff]', { hasText: '1001' }).waitFor();
  });
});

describe('number and PIN', () => {
  test('each session has a secret of its own that goes with every request and stands nowhere else', async () => {
    const { page, hall } = await openSignIn();
    await signInAt(page);
    await page.locator('[data-action="callNext"]').first().click();
    const input = asked(hall, 'signIn')[0]?.input ?? {};
    const [call] = asked(hall, 'callNext');
    expect(input).toMatchObject({ staffNumber: '1001', pin: '739182' });
    expect(String(input['session'])).toMatch(/^ss_[\w-]{43}$/);
    expect(call?.headers[SESSION_HEADER]).toBe(input['session']);
    const stored = await page.evaluate(() =>
      JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]),
    );
    expect(stored).not.toContain('ss_');
    expect(await page.content()).not.toContain('739182');
  });

  test('a wrong one is one sentence, the number stays, the PIN is typed again', async () => {
    const { page } = await openSignIn((hall) => {
      hall.answers.signIn = () => err({ kind: 'wrong-pin' });
    });
    await type(page, '1001', '111222');
    await page.getByText('工号或密码不对').waitFor();
    expect(await page.locator('[name="staff-number"]').inputValue()).toBe('1001');
    expect(await page.locator('[name="pin"]').inputValue()).toBe('');
    expect(await page.locator('[name="pin"]').evaluate((field) => field === document.activeElement)).toBe(
      true,
    );
    await takePicture(page, 'sign-in-wrong');
  });

  test('locked out says for how long and who can help', async () => {
    const { page } = await openSignIn((hall) => {
      hall.answers.signIn = () => err({ kind: 'locked-out', retryAfterSeconds: 1800 });
    });
    await type(page, '1001', '111222');
    await page.getByText('1800 秒后再试，或请主管解锁').waitFor();
  });

  test('a PIN for the first time is changed before the page opens', async () => {
    const { page, hall } = await openSignIn((fake) => {
      fake.answers.signIn = ({ staffNumber }) =>
        ok({ staffNumber, name: '测试甲', role: 'clerk', mustChangePin: true, idleMinutes: 10 });
      fake.answers.changePin = ({ newPin }) =>
        newPin === '123456' ? err({ kind: 'weak-pin', reason: 'digits-in-order' }) : ok({});
    });
    await type(page, '1001', '507319');
    const fill = async (pin: string, again: string): Promise<void> => {
      await page.locator('[name="new-pin"]').fill(pin);
      await page.locator('[name="new-pin-again"]').fill(again);
      await page.keyboard.press('Enter');
    };
    await page.locator('[data-choose-pin]').waitFor();
    await fill('804613', '804614');
    await page.getByText('两次输入不一样').waitFor();
    expect(asked(hall, 'changePin')).toEqual([]);
    await fill('123456', '123456');
    await page.getByText('太容易猜到').waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await takePicture(page, 'sign-in-choose');
    await fill('804613', '804613');
    await page.locator('[data-staff]').waitFor();
    expect(asked(hall, 'changePin').at(-1)?.input).toMatchObject({ pin: '507319', newPin: '804613' });
  });
});

describe('the page closes itself', () => {
  test('when nobody touches it, and offers the same number again', async () => {
    const { page, hall } = await openSignIn((fake) => {
      fake.answers.signIn = ({ staffNumber }) =>
        ok({ staffNumber, name: '测试甲', role: 'clerk', mustChangePin: false, idleMinutes: 0.02 });
    });
    await signInAt(page);
    await page.locator('[data-sign-in]').waitFor();
    expect(await page.locator('[name="staff-number"]').inputValue()).toBe('1001');
    expect(asked(hall, 'signOut')).toHaveLength(1);
  });

  test('when the hall says that nobody is signed in', async () => {
    const { page } = await openSignIn((hall) => {
      hall.answers.callNext = () => err({ kind: 'staff-not-signed-in' });
    });
    await signInAt(page);
    await page.locator('[data-action="callNext"]').first().click();
    await page.locator('[data-sign-in]').waitFor();
  });

  test('when the person leaves', async () => {
    const { page, hall } = await openSignIn();
    await signInAt(page);
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.locator('[data-sign-in]').waitFor();
    expect(asked(hall, 'signOut')).toHaveLength(1);
    hall.feed.put('hall', 'now', sampleHall());
  });
});
