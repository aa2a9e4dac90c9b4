import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SAME_TOUCH_MS } from '../../renderer/shared/same-touch.ts';
import { buildPages, launchChromium } from '../support/chromium.ts';
import { elderVisit, SERVICES } from '../support/fake-services/samples.ts';
import { LANDSCAPE, openKiosk, PORTRAIT, screen } from '../support/pages/bench.ts';
import { chooseTextSize, TEXT_SIZES, toggleLook } from '../support/pages/kiosk-looks.ts';
import { KIOSK_PROXY_STATES } from '../support/pages/kiosk-proxy-states.ts';
import { buttons, overflow } from '../support/pages/measure.ts';
import { MOTHER, ProxyStation, sampleProxy, SON } from '../support/pages/proxy-station.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Touches that a person needs, each as they make it. */
class Finger {
  touches = 0;
  readonly screens: string[] = [];
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async touch(where: string, then: string): Promise<void> {
    this.touches += 1;
    await this.#page.locator(where).click();
    await this.see(then);
  }

  async see(name: string): Promise<void> {
    await screen(this.#page, name);
    if (this.screens.at(-1) !== name) this.screens.push(name);
  }
}

async function open(viewport = LANDSCAPE) {
  const bench = await openKiosk(browser, pages, viewport);
  const proxy = new ProxyStation(bench.station);
  return { ...bench, proxy, finger: new Finger(bench.page) };
}
type Opened = Awaited<ReturnType<typeof open>>;

async function bothCards({ proxy, finger }: Opened): Promise<void> {
  await finger.touch('[data-proxy-entry]', 'proxy-service');
  await finger.touch('[data-service="LN-01"]', 'proxy-principal');
  proxy.card(MOTHER);
  await finger.see('proxy-agent');
  proxy.card(SON);
  await finger.see('proxy-relation');
}
async function toCheck(opened: Opened): Promise<void> {
  await bothCards(opened);
  await opened.finger.touch('[data-relation="child"]', 'proxy-powers');
  await opened.finger.touch('[data-go-on]', 'proxy-check');
}

describe('from the first screen to the letter', () => {
  test('it is seven screens and one number for two', async () => {
    const opened = await open();
    const { page, station, finger, complaints } = opened;
    await toCheck(opened);
    expect(await page.locator('dd').allInnerTexts()).toEqual([
      '高龄津贴申请',
      '欧**试 110***********9022 86 岁',
      '测* 110***********9011 36 岁',
      '儿子或女儿',
      '交材料、领结果、代替签收 · 30 天',
    ]);
    await finger.touch('[data-print]', 'proxy-letter');
    const told = `${finger.touches} touches over ${finger.screens.join(', ')}`;
    expect(finger.screens.length, told).toBeLessThanOrEqual(7);
    expect(finger.touches, told).toBe(5);
    expect(await page.locator('[data-letter="confirmed"]').innerText()).toContain('两个人都要签名');
    await finger.touch('[data-take]', 'done');
    expect(await page.locator('[data-for-two]').innerText()).toBe('两个人用这一个号');
    const [letter] = station.asked.filter(({ operation }) => operation === 'printProxyLetter');
    expect(letter?.input).toMatchObject({
      ...{ relation: 'child', powers: ['submit', 'receive', 'sign-receipt'], days: 30 },
    });
    expect(complaints).toEqual([]);
  });

  test('whose own card was read already needs one card less', async () => {
    const { page, station, proxy, finger } = await open();
    proxy.put(elderVisit({ ...SON, priorityClass: 'ordinary', priorityReason: 'none' }));
    await screen(page, 'choose');
    await page.locator('[data-proxy-entry]').click();
    await finger.see('proxy-service');
    station.answers.beginProxy = () => {
      proxy.put({ ...elderVisit(), proxy: sampleProxy({ unassigned: SON }) });
      return { ok: true, value: {} };
    };
    await finger.touch('[data-service="LN-01"]', 'proxy-whose');
    await finger.touch('[data-whose="agent"]', 'proxy-principal');
    expect(await page.locator('[data-known="agent"]').innerText()).toContain('测*');
    proxy.card(MOTHER);
    await finger.see('proxy-relation');
  });

  test('by digits, Enter and arrows alone', async () => {
    const { page, proxy } = await open();
    await page.keyboard.press('2');
    await screen(page, 'proxy-service');
    await page.keyboard.press('1');
    await screen(page, 'proxy-principal');
    await page.keyboard.press('1');
    await screen(page, 'proxy-number');
    await page.keyboard.type('11019919400615902');
    await page.keyboard.press('Enter');
    await page.locator('[data-fault]', { hasText: '要 18 位，现在是 17 位' }).waitFor();
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await screen(page, 'proxy-agent');
    proxy.card(SON);
    await screen(page, 'proxy-relation');
    await page.keyboard.press('5');
    await page.locator('[data-relation="neighbour-or-friend"]').waitFor();
    await page.keyboard.press('0');
    await page.keyboard.press('2');
    await screen(page, 'proxy-powers');
    await page.keyboard.press('4');
    expect(await page.locator('[data-power="change-bank-account"]').getAttribute('aria-pressed')).toBe(
      'true',
    );
    await page.keyboard.press('5');
    await screen(page, 'proxy-check');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await screen(page, 'proxy-letter');
  });
});

describe('what may go wrong', () => {
  test('a card that does not fit changes nothing and is told kindly', async () => {
    const { page, proxy, finger } = await open();
    await finger.touch('[data-proxy-entry]', 'proxy-service');
    await finger.touch('[data-service="LN-01"]', 'proxy-principal');
    proxy.card(MOTHER);
    await finger.see('proxy-agent');
    proxy.say({ notice: 'same-person' });
    await page.locator('[data-notice]', { hasText: '请放另一个人的身份证' }).waitFor();
    proxy.say({ notice: 'agent-too-young' });
    await page.locator('[data-notice]', { hasText: '满 18 岁' }).waitFor();
    await page.locator('[data-bar="back"]').click();
    await finger.see('proxy-principal');
  });

  test('a wrong number stays on the screen to be mended', async () => {
    const { page, station, finger } = await open();
    await finger.touch('[data-proxy-entry]', 'proxy-service');
    await finger.touch('[data-service="LN-01"]', 'proxy-principal');
    await finger.touch('[data-type]', 'proxy-number');
    const typed = async () => (await page.locator('[data-typed]').innerText()).replaceAll(/\s/g, '');
    // X stands only at the end; the last digit is taken back.
    for (const key of ['1', 'X', '2', 'delete']) await page.locator(`[data-pad="${key}"]`).click();
    expect(await typed()).toBe('1');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('110199194006159023');
    await page.locator('[data-pad="done"]').click();
    await page.locator('[data-fault]', { hasText: '有一位数字不对' }).waitFor();
    expect(await typed()).toBe('110199194006159023');
    expect(await page.locator('.problem').count()).toBe(0);
    await page.keyboard.press('Backspace');
    await page.keyboard.type('2');
    await page.waitForTimeout(SAME_TOUCH_MS);
    await page.locator('[data-pad="done"]').click();
    await finger.see('proxy-agent');
    expect(await page.locator('[data-known="principal"]').innerText()).toContain('姓名请写在纸上');
    expect(station.count('typeProxyPerson')).toBe(2);
  });

  test('each line can be mended, and nothing else is asked again', async () => {
    const opened = await open();
    const { page, proxy, finger } = opened;
    await toCheck(opened);
    await finger.touch('[data-mend]', 'proxy-mend');
    await finger.touch('[data-mend-line="agent"]', 'proxy-agent');
    proxy.card({ ...SON, maskedName: '测**' });
    await finger.see('proxy-check');
    await finger.touch('[data-mend]', 'proxy-mend');
    await finger.touch('[data-mend-line="relation"]', 'proxy-relation');
    await finger.touch('[data-relation="others"]', 'proxy-relation');
    await finger.touch('[data-relation="community-worker"]', 'proxy-check');
    await finger.touch('[data-mend]', 'proxy-mend');
    await finger.touch('[data-mend-line="powers"]', 'proxy-powers');
    for (const power of ['submit', 'receive', 'sign-receipt'])
      await page.locator(`[data-power="${power}"]`).click();
    expect(await page.locator('[data-go-on]').isDisabled()).toBe(true);
    await page.waitForTimeout(SAME_TOUCH_MS);
    await page.locator('[data-power="receive"]').click();
    await finger.touch('[data-go-on]', 'proxy-days');
    await finger.touch('[data-days="7"]', 'proxy-check');
    await finger.touch('[data-mend]', 'proxy-mend');
    await finger.touch('[data-mend-line="service"]', 'proxy-service');
    await finger.touch('[data-service="LN-10"]', 'proxy-check');
    expect(await page.locator('dd').allInnerTexts()).toEqual([
      '颐年卡(养老一卡通)申办',
      '欧**试 110***********9022 86 岁',
      '测** 110***********9011 36 岁',
      '村或社区工作人员',
      '领结果 · 7 天',
    ]);
  });

  test.each([
    ['refused', 'no-paper', '委托书没有打出来', true],
    ['refused', 'none', '这台机器打不了委托书', false],
    ['unknown', 'no-answer', '不知道纸出来没有', true],
  ] as const)(
    'a letter that is %s for %s: the number comes all the same',
    async (state, reason, said, again) => {
      const opened = await open();
      const { page, proxy, finger } = opened;
      proxy.letter = { state, reason };
      await toCheck(opened);
      await finger.touch('[data-print]', 'proxy-letter');
      expect(await page.locator('h1').innerText()).toContain(said);
      expect(await page.locator('[data-print]').count()).toBe(again ? 1 : 0);
      await finger.touch('[data-take]', 'done');
    },
  );

  test('who acts for many is sent to the counter with a number', async () => {
    const opened = await open();
    const { page, proxy, finger } = opened;
    await toCheck(opened);
    proxy.say({ staffNeeded: true });
    await page.locator('h1', { hasText: '请到窗口办理' }).waitFor();
    expect(await page.locator('[data-print]').count()).toBe(0);
    await finger.touch('[data-take]', 'done');
  });

  test('what only the person themselves may do stands last, with the reason', async () => {
    const { page, station, finger } = await open();
    const [first] = SERVICES;
    if (first === undefined) throw new Error('no services');
    const code = 'JZ-09';
    station.feed.put('services', code, {
      ...first,
      ...{ serviceCode: code, name: '解除收养关系登记', proxy: 'no', proxyRule: '须共同到场' },
    });
    await finger.touch('[data-proxy-entry]', 'proxy-service');
    while ((await page.locator('[data-turn="on"]').count()) > 0) {
      await page.locator('[data-turn="on"]').click();
      await page.waitForTimeout(SAME_TOUCH_MS);
    }
    expect(await page.locator(`[data-refused="${code}"]`).innerText()).toContain('要本人来：须共同到场');
    expect(await page.locator(`[data-service="${code}"]`).count()).toBe(0);
  });

  test('back leads through the questions and out again; nothing is kept', async () => {
    const opened = await open();
    const { page, proxy } = opened;
    await toCheck(opened);
    for (const name of ['powers', 'relation', 'agent', 'principal', 'service']) {
      await page.locator('[data-bar="back"]').click();
      await screen(page, `proxy-${name}`);
    }
    await page.locator('[data-bar="back"]').click();
    await screen(page, 'choose');
    expect(proxy.visit?.proxy).toBeNull();
  });

  test('the next person is not asked about the last one’s mother', async () => {
    const opened = await open();
    await bothCards(opened);
    opened.proxy.put(elderVisit());
    await screen(opened.page, 'choose');
    expect(await opened.page.locator('body').innerText()).not.toContain('欧**试');
  });
});

const STATES = Object.entries(KIOSK_PROXY_STATES);

test.each(STATES)('%s keeps names and digits from the loudspeaker', async (_name, bring) => {
  const { page, station } = await openKiosk(browser, pages);
  await bring(station, page);
  expect(await unmarked(page)).toEqual([]);
});

describe.each([
  ['landscape', LANDSCAPE],
  ['portrait', PORTRAIT],
] as const)('low in reach, %s', (_orientation, viewport) => {
  test.each(STATES)('all of %s that is touched stands in the lower part', async (_name, bring) => {
    const { page, station } = await openKiosk(browser, pages, viewport);
    await toggleLook(page, 'low');
    await bring(station, page);
    for (const size of TEXT_SIZES) {
      await chooseTextSize(page, size);
      expect(await overflow(page), size).toEqual({ down: 0, across: 0 });
      for (const box of await buttons(page))
        expect(box.y, `${size}: ${box.name}`).toBeGreaterThanOrEqual(viewport.height * 0.6);
    }
  });
});

/** Masked names, ages and digits that stand outside of what is kept from the loudspeaker. */
async function unmarked(page: Page): Promise<readonly string[]> {
  return page.locator('main').evaluate((main) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const isPersonal = /\*|\d{6}|\d 岁/.test(text) && !text.includes('满 18 岁');
      if (isPersonal && node.parentElement?.closest('[data-private]') === null) found.push(text);
    }
    return found;
  });
}
