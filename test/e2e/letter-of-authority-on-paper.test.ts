import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COPY_COUNT } from '../../main/station/proxy/letter-words.ts';
import { letterHtml, type LetterFacts } from '../../main/station/proxy/letter.ts';
import { launchChromium } from '../support/chromium.ts';
import { texts } from '../support/pages/measure.ts';

/** 14 pt in CSS pixels. */
const SMALLEST_PX = (14 * 96) / 72;

/** As much text as a card and the catalogue may bring. */
const LONGEST: LetterFacts = {
  hallName: '深圳市福田区民政综合服务大厅',
  serviceCode: 'LN-09',
  serviceName: '中度以上失能老人养老服务消费补贴协助申领',
  rule: '配偶、子女、其他亲属、村社区人员、养老机构人员可代办',
  principal: {
    name: '阿卜杜热西提·阿卜杜热合曼',
    number: '110199194006159022',
    sex: 'female',
    birth: '19401231',
    address: '某某省某某自治州某某自治县某某民族乡某某社区居民委员会样例路一百二十三号',
  },
  agent: { number: '110199199001019023' },
  relation: 'institution-staff',
  powers: ['submit', 'receive', 'sign-receipt', 'change-bank-account'],
  from: '2026-12-31',
  days: 365,
  simulated: true,
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test.each([
  ['the longest', LONGEST],
  ['a usual', { ...LONGEST, rule: null, simulated: false, principal: { number: '110199194006159022' } }],
])(
  '%s letter is one page a copy, nothing smaller than 14 pt, and asks for nothing from elsewhere',
  async (_what, facts) => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(letterHtml(facts));
    const lines = await texts(page);
    expect(lines.length).toBeGreaterThan(40);
    expect(Math.min(...lines.map(({ fontPx }) => fontPx))).toBeGreaterThanOrEqual(SMALLEST_PX - 0.01);
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(COPY_COUNT);
    expect(asked).toEqual([]);
    await page.close();
  },
);
