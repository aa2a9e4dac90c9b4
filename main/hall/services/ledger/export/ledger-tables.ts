import type { LedgerChange, LedgerRecordView } from '../../../../../preload/contracts/hall-operations.ts';
import type { DateCell, Table } from '../../statistics/export/tables.ts';
import {
  DIFFICULTY_WORDS,
  LEVEL_WORDS,
  RESPONSE_WORDS,
  SCENE_WORDS,
  SOURCE_WORDS,
  STATE_WORDS,
  STEP_WORDS,
} from './ledger-words.ts';

const NUMBER = '编号 Number';
const RECORD_COLUMNS = [
  NUMBER,
  '来源 Source',
  '场景 Scene',
  '问题 Item',
  '发现日期 Opened on',
  '状态 State',
  '处理方式 Response',
  '责任人 Owner',
  '完成期限 Due on',
  '是否超期 Overdue',
  '整改日期 Done on',
  '办结日期 Closed on',
  '请示层级 Level',
  '转办部门 Referred to',
  '答复期限 Reply by',
  '情况说明 Explanation',
  '细化方案 Plan',
];

const day = (date: string | null): DateCell | null => (date === null ? null : { date });

/** The ledger as tables: the records, the milestones of their plans (实施步骤), and what was done. */
export function ledgerTables(records: readonly LedgerRecordView[]): readonly [Table, Table, Table] {
  return [
    { name: '台账 Ledger', columns: RECORD_COLUMNS, rows: records.map(recordRow) },
    {
      name: '实施步骤 Milestones',
      columns: [NUMBER, '步骤 Step', '完成期限 Due on'],
      rows: records.flatMap(({ number, guidance }) =>
        (guidance?.steps ?? []).map(({ what, by }) => [number, what, { date: by }] as const),
      ),
    },
    {
      name: '办理过程 History',
      columns: [NUMBER, '日期 Date', '步骤 Step', '内容 Words', '经办人 By'],
      rows: records.flatMap(({ number, steps }) =>
        steps.map(
          ({ change, on, by }) =>
            [number, { date: on }, STEP_WORDS[change.step], wordsOf(change), by?.name ?? null] as const,
        ),
      ),
    },
  ];
}

function recordRow(record: LedgerRecordView): Table['rows'][number] {
  const { number, source, scene, openedOn, state, response, owner, dueOn, overdue, level } = record;
  return [
    number,
    SOURCE_WORDS[source],
    SCENE_WORDS[scene],
    itemOf(record),
    day(openedOn),
    STATE_WORDS[state],
    response === null ? null : RESPONSE_WORDS[response],
    owner === null ? null : `${owner.staffNumber} ${owner.name}`,
    day(dueOn),
    overdue ? '超期' : '否',
    day(record.doneOn),
    day(record.closedOn),
    LEVEL_WORDS[level],
    record.referral?.department ?? null,
    day(record.referral?.replyBy ?? null),
    record.guidance?.explanation ?? null,
    record.guidance?.plan ?? null,
  ];
}

/** What it is about, where the source says it in fields. */
function itemOf({ item, about }: LedgerRecordView): string | null {
  const { difficulty, serviceCode, foodSafety } = about;
  if (foodSafety !== undefined) {
    const { place, on, time, people } = foodSafety;
    return [`${place} ${on} ${time} ${people} 人`, ...(item === null ? [] : [item])].join('：');
  }
  if (item !== null) return item;
  return difficulty === undefined ? (serviceCode ?? null) : DIFFICULTY_WORDS[difficulty];
}

/** The words that a step was given. */
function wordsOf(change: LedgerChange): string | null {
  switch (change.step) {
    case 'take':
      return RESPONSE_WORDS[change.taking.response];
    case 'escalate':
      return `${LEVEL_WORDS[change.level]}：${change.question}`;
    case 'refer':
      return `${change.department}（${change.replyBy}）`;
    case 'reply':
      return change.text;
    case 'finish':
      return change.evidence;
    case 'close':
      return change.check;
    case 'reopen':
      return change.reason;
  }
}
