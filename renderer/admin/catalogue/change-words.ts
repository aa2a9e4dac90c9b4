import type { CatalogueField, CatalogueValues } from '../../../preload/contracts/hall-operations.ts';
import type { useWords } from '../../shared/stores/words-store.ts';
import type { MessageKey } from '../../shared/words/words.ts';

type Words = ReturnType<typeof useWords>;

/** Columns as an office writes them; "documents.2.copies" is named by its column. */
const COLUMNS = {
  serviceCode: 'admin.catalogue.column.serviceCode',
  from: 'admin.catalogue.column.from',
  until: 'admin.catalogue.column.until',
  feeYuan: 'admin.catalogue.column.feeYuan',
  feeSource: 'admin.catalogue.column.feeSource',
  offered: 'admin.catalogue.column.offered',
  name: 'admin.catalogue.column.name',
  documents: 'admin.catalogue.column.documents',
  typicalMinutes: 'admin.catalogue.column.typicalMinutes',
  fee: 'admin.catalogue.column.fee',
  promisedDays: 'admin.catalogue.column.promisedDays',
  signatureNeeded: 'admin.catalogue.column.signatureNeeded',
  flags: 'admin.catalogue.column.flags',
  elsewhere: 'admin.catalogue.column.elsewhere',
  counter: 'admin.catalogue.column.counter',
  paperForm: 'admin.catalogue.column.paperForm',
  telephone: 'admin.catalogue.column.telephone',
  nationalCode: 'admin.catalogue.column.nationalCode',
} as const satisfies Readonly<
  Record<CatalogueField | 'serviceCode' | 'from' | 'until' | 'feeYuan' | 'feeSource', MessageKey>
>;

const isColumn = (name: string): name is keyof typeof COLUMNS => Object.hasOwn(COLUMNS, name);

/** What nobody knows stays as the file wrote it. */
export function columnWord(words: Words, column: string): string {
  const [name = ''] = column.split('.');
  return isColumn(name) ? words.t(COLUMNS[name]) : column;
}

export interface ChangedField {
  readonly field: string;
  readonly label: string;
  readonly text: string;
}

type Value = NonNullable<CatalogueValues[CatalogueField]>;
type Paper = NonNullable<CatalogueValues['documents']>[number];

/** What a change says of each field, in words. */
export function changedFields(words: Words, values: CatalogueValues): ChangedField[] {
  return Object.entries(values)
    .filter((entry): entry is [string, Value] => entry[1] !== undefined)
    .map(([field, value]) => ({
      ...{ field, label: columnWord(words, field) },
      text: valueText(words, value),
    }));
}

function valueText(words: Words, value: Value): string {
  if (typeof value === 'boolean') return words.t(value ? 'admin.catalogue.yes' : 'admin.catalogue.no');
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (!Array.isArray(value))
    return words.t('admin.catalogue.fee', { amount: value.amountYuan, source: value.source });
  return words.list(
    value.map((one) => (typeof one === 'string' ? listed(words, one) : paperText(words, one))),
  );
}

/** A change may be no more than another number of copies: all that is said of a paper is shown. */
function paperText(words: Words, paper: Paper): string {
  const { name, originals, copies, from, replacedBySharing, note } = paper;
  const more = [
    originals === undefined ? undefined : words.t('admin.catalogue.originals', { count: originals }),
    copies === undefined ? undefined : words.t('admin.catalogue.copies', { count: copies }),
    ...[from, replacedBySharing, note],
  ].filter((part) => part !== undefined);
  return more.length === 0 ? name : `${name}（${words.clauses(more)}）`;
}

const FLAGS: Readonly<Record<string, MessageKey | undefined>> = {
  unasked: 'admin.catalogue.flag.unasked',
  'without-papers': 'admin.catalogue.flag.without-papers',
  'one-visit': 'admin.catalogue.flag.one-visit',
  'any-province': 'admin.catalogue.flag.any-province',
};

function listed(words: Words, entry: string): string {
  const flag = FLAGS[entry];
  return flag === undefined ? entry : words.t(flag);
}

/** "2026-06-15 09:00", by the hall's own clock. */
export const whenText = (instant: string): string => instant.slice(0, 16).replace('T', ' ');
