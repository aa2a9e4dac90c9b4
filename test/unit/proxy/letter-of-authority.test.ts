import { describe, expect, it } from 'vitest';
import { lastDayOf } from '../../../main/station/proxy/letter-dates.ts';
import { letterHtml, type LetterFacts } from '../../../main/station/proxy/letter.ts';
import { PROXY_POWERS } from '../../../preload/contracts/hall-operations.ts';

const FACTS: LetterFacts = {
  hallName: '福田区民政服务大厅',
  serviceCode: 'LN-01',
  serviceName: '高龄津贴申请',
  rule: '亲友代办;社区现场受理',
  principal: {
    name: '测试甲',
    number: '110199194006159022',
    sex: 'female',
    birth: '19400615',
    address: '北京市测试区样例路1号',
  },
  agent: { name: '测丁', number: '110199199001019023' },
  relation: 'child',
  powers: ['submit', 'receive'],
  from: '2026-06-15',
  days: 30,
  simulated: false,
};

/** As no name should be. */
const HOSTILE = `<img src=x onerror='alert(1)'>&"</style>`;

/** What a person reads: one line for each paragraph, blanks as ＿. */
function linesOf(html: string): string[] {
  return (/<body>(.*)<\/body>/s.exec(html)?.[1] ?? '')
    .replace(/<span class="blank[^>]*>&#8203;<\/span>/g, '＿')
    .replaceAll('&#12288;', ' ')
    .split(/<\/(?:p|h1|h2|li)>/)
    .map((line) => line.replace(/<[^>]*>/g, '').trim())
    .filter((line) => line !== '');
}
const copyOf = (facts: Partial<LetterFacts> = {}): string[] => {
  const lines = linesOf(letterHtml({ ...FACTS, ...facts }));
  return lines.slice(0, lines.length / 2);
};

describe('the letter of authority', () => {
  it('says word by word who lets whom do what, and until when', () => {
    expect(copyOf()).toEqual([
      '授权委托书',
      '委托人（谁的事）',
      '姓名：测试甲 性别：女 出生日期：1940年6月15日',
      '公民身份号码：110199194006159022 电话：＿',
      '住址：北京市测试区样例路1号',
      '代办人（谁来办）',
      '姓名：测丁 是委托人的：子女',
      '公民身份号码：110199199001019023 电话：＿',
      '委托事项和权限',
      '办理地点：福田区民政服务大厅',
      '只办这一件事：高龄津贴申请（LN-01）',
      '代办规定：亲友代办;社区现场受理',
      '代办权限（■ 有效，□ 无效）：',
      '■ 代为提交申请和材料',
      '■ 代为领取办理结果',
      '□ 代为签收文书和回执',
      '□ 代为变更银行账户',
      '委托期限：2026年6月15日 起，2026年7月15日 止',
      '约定',
      '代办人未经委托人同意，不得转委托他人。',
      '委托人可以随时取消委托。办完、到期或取消，委托即终止。',
      '补贴只发到委托人本人账户；要改账户的，由窗口工作人员向委托人本人核对。',
      '委托人声明：以上是我本人的真实意思。代办人在上述事项、权限和期限内办理，我都承认。',
      '代办人声明：我年满十八周岁，具有完全民事行为能力。我自愿接受委托，不超越权限，不借此为自己谋利。',
      '防诈骗提醒：公安机关和工作人员不会要求您转账。不要把银行卡、密码、验证码交给别人。觉得不对，请拨打反诈专线 96110。',
      '委托人签名：＿ 日期：＿',
      '代办人签名：＿ 日期：＿',
      '不会写字的，委托人按指印：＿',
      '见证人签名：＿ 电话：＿',
      '本委托书一式两份，委托人留一份，办理窗口留一份。',
    ]);
  });

  it('comes in two copies that are the same', () => {
    const lines = linesOf(letterHtml(FACTS));
    expect(lines.slice(lines.length / 2)).toEqual(copyOf());
    expect(letterHtml(FACTS).match(/<article>/g)).toHaveLength(2);
  });

  it('never lets the agent do everything', () => {
    const every = letterHtml({ ...FACTS, powers: PROXY_POWERS });
    expect(every).not.toMatch(/全权|一切|所有事/);
    expect(every).toContain('■ 代为变更银行账户');
  });

  it('leaves lines to write on where nothing was read: a number that was typed has no name', () => {
    const lines = copyOf({ principal: { number: '110199194006159022' }, agent: FACTS.agent });
    expect(lines).toContain('姓名：＿ 性别：＿ 出生日期：＿');
    expect(lines).toContain('住址：＿');
    expect(copyOf({ principal: { ...FACTS.principal, name: '', address: '' } })).toEqual(
      expect.arrayContaining(['姓名：＿ 性别：女 出生日期：1940年6月15日', '住址：＿']),
    );
  });

  it('says nothing of conditions where the catalogue has none, and that a rehearsal is worth nothing', () => {
    expect(copyOf({ rule: null }).join()).not.toContain('代办规定');
    expect(copyOf().join()).not.toContain('演练');
    expect(copyOf({ simulated: true })[1]).toBe('演练用，无效');
  });

  it('is set in nothing smaller than 14 pt, loads nothing and runs nothing', () => {
    const html = letterHtml(FACTS);
    const sizes = [...html.matchAll(/([\d.]+)pt/g)].map((found) => Number(found[1]));
    expect(sizes.length).toBeGreaterThan(2);
    expect(Math.min(...sizes)).toBe(14);
    expect(html).not.toMatch(/px|http|<script|<img|<link|@import|url\(/);
  });

  it.each([
    ['a name', { principal: { ...FACTS.principal, name: HOSTILE } }],
    ['an address', { principal: { ...FACTS.principal, address: HOSTILE } }],
    ['a number', { agent: { ...FACTS.agent, number: HOSTILE } }],
    ['an agent', { agent: { ...FACTS.agent, name: HOSTILE } }],
    ['a hall', { hallName: HOSTILE }],
    ['a service', { serviceName: HOSTILE }],
    ['a rule', { rule: HOSTILE }],
  ])('%s that looks like markup stays text', (_what, facts) => {
    const html = letterHtml({ ...FACTS, ...facts });
    expect(html).toContain('&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;&quot;&lt;/style&gt;');
    expect(html).not.toContain('<img');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
  });
});

it.each([
  ['2026-06-15', 1, '2026-06-16'],
  ['2026-06-15', 30, '2026-07-15'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-06-15', 365, '2027-06-15'],
])('an authority signed on %s for %i days ends with %s: the first day is not counted', (from, days, last) => {
  expect(lastDayOf(from, days)).toBe(last);
});
