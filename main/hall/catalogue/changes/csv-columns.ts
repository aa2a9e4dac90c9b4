/** Headings as an office writes them, and the field that each means. */
export const HEADINGS: Readonly<Record<string, string | undefined>> = {
  事项编码: 'serviceCode',
  生效日期: 'from',
  失效日期: 'until',
  是否开办: 'offered',
  事项名称: 'name',
  申请材料: 'documents',
  办理分钟: 'typicalMinutes',
  收费金额: 'feeYuan',
  收费依据: 'feeSource',
  承诺工作日: 'promisedDays',
  是否签字: 'signatureNeeded',
  其他办理地点: 'elsewhere',
  线下窗口: 'counter',
  纸质表单: 'paperForm',
  咨询电话: 'telephone',
  国家编码: 'nationalCode',
};

const NUMBERS: readonly string[] = ['typicalMinutes', 'feeYuan', 'promisedDays'];
const LISTS: readonly string[] = ['documents', 'elsewhere', 'flags'];
const YES_OR_NO: readonly string[] = ['offered', 'signatureNeeded'];
const ANSWERS: Readonly<Record<string, boolean | undefined>> = {
  ...{ 是: true, yes: true, true: true },
  ...{ 否: false, no: false, false: false },
};

/** What a cell's text stands for; what it cannot stand for stays text, and is named as a wrong value later. */
export function fromCell(column: string, cell: string): unknown {
  if (NUMBERS.includes(column)) return /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
  if (YES_OR_NO.includes(column)) return ANSWERS[cell.toLowerCase()] ?? cell;
  if (!LISTS.includes(column)) return cell;
  return cell
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** What a column may hold, said the same on the page and on the command line. */
export const ALLOWED: Readonly<Record<string, string | undefined>> = {
  serviceCode: 'LN-01',
  offered: '是, 否 (true, false)',
  name: '1-60 字 / signs',
  documents: '至多 30 样，每样 1-60 字 / up to 30, each of 1-60 signs',
  typicalMinutes: '1-480',
  feeYuan: '0-100000',
  feeSource: '1-120 字，有收费必填 / signs, wanted with a fee',
  promisedDays: '0-400',
  signatureNeeded: '是, 否 (true, false)',
  flags: 'unasked, without-papers, one-visit, any-province',
  elsewhere: '至多 10 处，每处 1-60 字 / up to 10, each of 1-60 signs',
  counter: '1-60 字 / signs',
  paperForm: '1-60 字 / signs',
  telephone: '12345, 0755-82918333, 13812341234, 400-123-4567',
  nationalCode: '12、31 或 33 位 / signs',
};
