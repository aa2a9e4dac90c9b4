import type { MealsView } from '../../../preload/contracts/hall-operations.ts';
import { escapeHtml, formPage } from '../devices/form-printer/index.ts';
import { writtenDate } from '../proxy/letter-dates.ts';
import { formStyle, type FormSize } from './form-sheet.ts';

export interface SheetOfHall {
  readonly hallName: string;
  readonly telephone: string | null;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly size: FormSize;
  readonly simulated: boolean;
}

export const MEAL_KINDS: Readonly<Record<MealsView['points'][number]['kind'], string>> = {
  canteen: '食堂',
  restaurant: '饭馆',
  delivery: '送餐',
  neighbour: '邻里互助',
  volunteer: '志愿服务',
};

/** Where elders eat, with what is paid towards a meal, from when and by which rule (老年助餐政策和标准清单). */
export function mealsSheet({ points, policies, sample }: MealsView, facts: SheetOfHall): string {
  const title = '老年助餐点和标准清单';
  const parts = [
    facts.simulated ? '<p class="mark">演练用，无效</p>' : '',
    `<h1>${title}</h1>`,
    sample ? '<p class="mark">示例，不是真的</p>' : '',
    '<h2>补多少钱</h2>',
    sheetTable([
      ['谁', '每餐补', '从哪天起', '依据'],
      ...policies.map(({ who, subsidy, from, source }) => [who, `${subsidy} 元`, writtenDate(from), source]),
    ]),
    '<h2>去哪里吃</h2>',
    ...points.map(pointTable),
    sheetFoot(facts),
  ];
  return formPage({ title, body: `<article>${parts.join('\n')}</article>`, css: formStyle(facts.size) });
}

function pointTable(point: MealsView['points'][number]): string {
  const { name, kind, address, distance, hours, phone, price, groups } = point;
  const shares = groups.map(({ group, share }) => `${group} ${share} 元`).join('；');
  return `<h3>${escapeHtml(name)}（${MEAL_KINDS[kind]}）</h3>${sheetTable([
    ['地址', `${address}（${distance}）`],
    ['时间', hours],
    ['电话', phone ?? '无'],
    ['一餐', `${price} 元；自己付：${shares}`],
  ])}`;
}

export interface BookedVisit {
  readonly purpose: string;
  readonly date: string;
  readonly part: 'morning' | 'afternoon';
}

/** The slip of a home visit. It names nobody: who has it knows whom it is for. */
export function visitSlip({ purpose, date, part }: BookedVisit, facts: SheetOfHall): string {
  const title = '上门服务预约单';
  const parts = [
    facts.simulated ? '<p class="mark">演练用，无效</p>' : '',
    `<h1>${title}</h1>`,
    sheetTable([
      ['什么事', purpose],
      ['哪一天', writtenDate(date)],
      ['什么时候', part === 'morning' ? '上午' : '下午'],
    ]),
    '<p>工作人员先打电话，再上门。上门不收钱，也不会要您的密码。</p>',
    sheetFoot(facts),
  ];
  return formPage({ title, body: `<article>${parts.join('\n')}</article>`, css: formStyle(facts.size) });
}

/** Lines of a label and what stands beside it. */
export const sheetTable = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows
    .map(
      ([label = '', ...cells]) =>
        `<tr><th>${escapeHtml(label)}</th>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`,
    )
    .join('')}</table>`;

export const sheetFoot = ({ hallName, telephone, today }: SheetOfHall): string =>
  `<p class="foot">${escapeHtml([hallName, writtenDate(today), telephone === null ? '' : `电话 ${telephone}`].filter(Boolean).join('，'))}</p>`;
