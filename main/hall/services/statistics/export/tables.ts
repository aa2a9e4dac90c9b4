import type { StatisticsView } from '../../../../../preload/contracts/hall-operations.ts';
import { priorityLabel } from '../../../../../preload/contracts/priority.ts';

/** A day stays a day in a spreadsheet, not a piece of text. */
export interface DateCell {
  readonly date: string;
}
/** Null: nothing was measured; the cell stays empty, which is not the same as zero. */
export type Cell = string | number | DateCell | null;

export interface Table {
  readonly name: string;
  /** The first one names the row. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [name: string | number | DateCell, ...cells: Cell[]])[];
}

type Group = Pick<StatisticsView['byService'][number], 'issued' | 'waits' | 'service'>;

const PEOPLE = '人次 People';
const MEAN = '平均等候（分钟） Mean wait (minutes)';
const P90 = '九成人不超过（分钟） Nine in ten within (minutes)';
const OVER60 = '超过 60 分钟（人） Over 60 minutes (people)';
const GROUP_COLUMNS = [
  PEOPLE,
  '叫到 Called',
  MEAN,
  '等候中位数（分钟） Median wait (minutes)',
  P90,
  '超过 30 分钟（人） Over 30 minutes (people)',
  OVER60,
  '办结事项 Matters done',
  '平均办理（分钟） Mean service (minutes)',
];
const WEEKDAYS = ['周一 Mon', '周二 Tue', '周三 Wed', '周四 Thu', '周五 Fri', '周六 Sat', '周日 Sun'];

/** The figures of a range as tables, each heading in both languages: the reader of a file cannot choose one. */
export function tablesOf(view: StatisticsView): readonly Table[] {
  return [
    summary(view),
    {
      name: '每天 Days',
      columns: ['日期 Day', PEOPLE, MEAN, P90, OVER60],
      rows: view.byDay.map(({ date, issued, meanMinutes, p90Minutes, over60 }) => [
        { date },
        issued,
        meanMinutes,
        p90Minutes,
        over60,
      ]),
    },
    groups('事项 Services', '事项 Service', view.byService, (one) => `${one.serviceCode} ${one.serviceName}`),
    groups(
      '类别 Classes',
      '类别 Class',
      view.byClass,
      ({ priorityClass }) => `${priorityLabel(priorityClass, 'zh')} ${priorityLabel(priorityClass, 'en')}`,
    ),
    groups('窗口 Counters', '窗口 Counter', view.byCounter, ({ counterName }) => counterName),
    {
      name: '时段 Hours',
      columns: ['时段 Hour', PEOPLE, MEAN],
      rows: view.byHour.map(({ weekday, hour, issued, meanMinutes }) => [
        `${WEEKDAYS[weekday - 1] ?? ''} ${String(hour).padStart(2, '0')}:00`,
        issued,
        meanMinutes,
      ]),
    },
  ];
}

function groups<Item extends Group>(
  name: string,
  heading: string,
  items: readonly Item[],
  nameOf: (item: Item) => string,
): Table {
  return {
    name,
    columns: [heading, ...GROUP_COLUMNS],
    rows: items.map((item) => [nameOf(item), ...groupCells(item)]),
  };
}

function groupCells({ issued, waits, service }: Group): Cell[] {
  const { count, meanMinutes, medianMinutes, p90Minutes, over30, over60 } = waits;
  return [
    issued,
    count,
    meanMinutes,
    medianMinutes,
    p90Minutes,
    over30,
    over60,
    service.count,
    service.meanMinutes,
  ];
}

function summary({
  from,
  to,
  counts,
  waits,
  service,
  bound,
  estimate,
  rule,
  leftOut,
}: StatisticsView): Table {
  return {
    name: '汇总 Summary',
    columns: ['指标 Figure', '数值 Value'],
    rows: [
      ['从 From', { date: from }],
      ['到 To', { date: to }],
      ['取号 Tickets', counts.issued],
      ['叫到 Called', counts.called],
      ['直接办理 Served at once', counts.servedAtOnce],
      ['办完 Done', counts.done],
      ['取消 Cancelled', counts.cancelled],
      ['失效 Lapsed', counts.lapsed],
      ['过号的人 Missed a call', counts.missed],
      [MEAN, waits.meanMinutes],
      ['等候中位数（分钟） Median wait (minutes)', waits.medianMinutes],
      [P90, waits.p90Minutes],
      ['超过 30 分钟（人） Over 30 minutes (people)', waits.over30],
      [OVER60, waits.over60],
      ['平均办理（分钟） Mean service (minutes)', service.meanMinutes],
      ['规则 Rule', rule.name],
      ['按规则应守诺的叫号 Calls under the rule', bound.calls],
      ['守住的 Promise kept', bound.kept],
      ['告知过预计时间的人 Told an estimate', estimate.count],
      ['说中的 Estimate held', estimate.inside],
      [
        '预计偏差（分钟，正为说长） Estimate’s error (minutes, above zero: too long)',
        estimate.meanErrorMinutes,
      ],
      ['未计入（时钟不对） Left out (wrong clock)', leftOut],
    ],
  };
}
