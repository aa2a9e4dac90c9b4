import type {
  LedgerLevel,
  LedgerResponse,
  LedgerScene,
  LedgerSource,
  LedgerState,
  LedgerStep,
} from '../../../../../preload/contracts/hall/ledger-values.ts';
import type { DifficultyKind } from '../../../../../preload/contracts/hall/closed-lists.ts';

/** What the closed lists of the ledger are called in a file: it is read by the office above, in Chinese. */
export const SOURCE_WORDS: Readonly<Record<LedgerSource, string>> = {
  difficulty: '困难上报',
  'self-inspection': '自查自纠',
  'no-offline-channel': '没有线下渠道',
  'traditional-removed': '传统方式被取消',
  complaint: '投诉',
  meal: '助餐',
  'food-safety': '食品安全',
  measure: '具体举措',
};
export const SCENE_WORDS: Readonly<Record<LedgerScene, string>> = {
  emergency: '应急',
  travel: '出行',
  medical: '就医',
  shopping: '消费',
  'culture-sport': '文体',
  'public-service': '办事',
  'smart-products': '智能产品',
};
export const RESPONSE_WORDS: Readonly<Record<LedgerResponse, string>> = {
  'do-now': '立即做到',
  'fix-now': '立即整改',
  'guide-now': '立即引导',
};
export const STATE_WORDS: Readonly<Record<LedgerState, string>> = {
  open: '待认领',
  underway: '整改中',
  done: '已整改，待核查',
  closed: '已办结',
  reopened: '重新打开',
};
export const STEP_WORDS: Readonly<Record<LedgerStep, string>> = {
  take: '认领',
  escalate: '向上请示',
  refer: '转有关部门',
  reply: '收到答复',
  finish: '整改完成',
  close: '核查办结',
  reopen: '重新打开',
};
export const LEVEL_WORDS: Readonly<Record<LedgerLevel, string>> = {
  hall: '本大厅',
  district: '区',
  city: '市',
  province: '省',
  ministry: '部际联席会议',
};
export const DIFFICULTY_WORDS: Readonly<Record<DifficultyKind, string>> = {
  'could-not-use-machine': '不会用机器',
  'no-smartphone': '没有智能手机',
  'documents-missing': '材料不齐',
  'could-not-read': '看不清、不识字',
  language: '语言、方言',
  hearing: '听不清',
  mobility: '行动不便',
  'repeated-visit': '多次跑',
  'system-fault': '系统出错',
  other: '其他困难',
};
