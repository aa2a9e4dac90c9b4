import type { AgentRelation, ProxyPower } from '../../../preload/contracts/hall-operations.ts';

/** A letter is read by an official who speaks Chinese, so its words belong to it and not to the page's language. */
export const RELATION_WORDS: Readonly<Record<AgentRelation, string>> = {
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  'other-relative': '其他亲属',
  'neighbour-or-friend': '邻居或朋友',
  'community-worker': '村（社区）工作人员',
  'institution-staff': '养老服务机构工作人员',
};

/** In the order in which they stand on the letter, given or not. */
export const POWER_WORDS: Readonly<Record<ProxyPower, string>> = {
  submit: '代为提交申请和材料',
  receive: '代为领取办理结果',
  'sign-receipt': '代为签收文书和回执',
  'change-bank-account': '代为变更银行账户',
};

export const SEX_WORDS = { male: '男', female: '女' } as const;

/**
 * What stands under every letter. No sub-agent: 民法典 art. 169. Cancelled at any time: art. 173. No self-dealing: art. 168.
 */
export const CONDITIONS: readonly string[] = [
  '代办人未经委托人同意，不得转委托他人。',
  '委托人可以随时取消委托。办完、到期或取消，委托即终止。',
  '补贴只发到委托人本人账户；要改账户的，由窗口工作人员向委托人本人核对。',
];

export const PRINCIPAL_STATES =
  '委托人声明：以上是我本人的真实意思。代办人在上述事项、权限和期限内办理，我都承认。';
export const AGENT_STATES =
  '代办人声明：我年满十八周岁，具有完全民事行为能力。我自愿接受委托，不超越权限，不借此为自己谋利。';

/** The police's own advice; 96110 is their line against fraud. */
export const FRAUD_NOTICE: readonly string[] = [
  '公安机关和工作人员不会要求您转账。',
  '不要把银行卡、密码、验证码交给别人。',
  '觉得不对，请拨打反诈专线 96110。',
];

export const COPIES = '本委托书一式两份，委托人留一份，办理窗口留一份。';
export const COPY_COUNT = 2;
