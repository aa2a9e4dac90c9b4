import {
  STOP_CAUSES,
  type Benefit,
  type ListFault,
  type StopCause,
} from '../../../preload/contracts/hall/benefit-values.ts';
import { PhoneText } from '../../../preload/contracts/hall/elder-person.ts';
import { readIdNumber } from '../../foundation/identity/index.ts';
import { listRows, type ListRow } from './list-rows.ts';

const ELDER_HEADINGS = {
  姓名: 'name',
  身份证号: 'idNumber',
  街道: 'street',
  津贴: 'benefits',
  电话: 'phone',
};
const STOP_HEADINGS = { 姓名: 'name', 身份证号: 'idNumber', 原因: 'cause' };
const CAUSES: Readonly<Record<string, StopCause | undefined>> = {
  ...{ 死亡: 'died', 去世: 'died', 迁出: 'moved-away' },
  ...Object.fromEntries(STOP_CAUSES.map((cause) => [cause, cause])),
};
/** To the street or the village; a digit would be a road, a house or a door. */
const STREET = /^[^\d０-９]{2,30}(街道|镇|乡|社区|村|居委会)$/;
const LONGEST_NAME = 60;

export interface ReadElder {
  readonly row: number;
  readonly name: string;
  readonly idNumber: string;
  readonly street?: string;
  readonly phone?: string;
  readonly benefits: readonly Benefit[];
}
export interface ReadStop {
  readonly row: number;
  readonly idNumber: string;
  readonly cause: StopCause;
}
export interface ListReading<Row> {
  /** The good rows, in the file's order. */
  readonly rows: readonly Row[];
  readonly faults: readonly ListFault[];
}

interface Rules {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** What the hall's data call each benefit. */
  readonly names: ReadonlyMap<string, Benefit>;
}

/** The local list of elders: a bad row is named by its place and left out, the good ones are kept. */
export function readElders(bytes: Uint8Array, { today, names }: Rules): ListReading<ReadElder> {
  return reading(bytes, ELDER_HEADINGS, (cells, note) => {
    const { name, street, phone } = cells;
    if (name === undefined || name.length > LONGEST_NAME) note('name', 'missing', `1-${LONGEST_NAME}`);
    const idNumber = numberOf(cells, today, note);
    if (street !== undefined && !STREET.test(street)) note('street', 'wrong-street', '莲花街道, 山下村');
    if (phone !== undefined && !PhoneText.safeParse(phone).success)
      note('phone', 'wrong-phone', '13812341234, 0755-12345678');
    const words = (cells['benefits'] ?? '').split(/[;；、]/).filter((word) => word.trim() !== '');
    const benefits = words.flatMap((word) => names.get(word.trim()) ?? []);
    if (benefits.length < words.length) note('benefits', 'unknown-benefit', [...names.keys()].join(', '));
    return {
      ...{ name: name ?? '', idNumber: idNumber ?? '', benefits: [...new Set(benefits)] },
      ...(street !== undefined && { street }),
      ...(phone !== undefined && { phone }),
    };
  });
}

/** A list of who died or moved away. */
export function readStops(bytes: Uint8Array, today: string): ListReading<ReadStop> {
  return reading(bytes, STOP_HEADINGS, (cells, note) => {
    const idNumber = numberOf(cells, today, note);
    const cause = CAUSES[cells['cause'] ?? ''];
    if (cause === undefined) note('cause', 'unknown-cause', Object.keys(CAUSES).join(', '));
    return { idNumber: idNumber ?? '', cause: cause ?? 'died' };
  });
}

type Note = (column: string, fault: ListFault['fault'], allowed: string) => void;

/** Reads each row; one with a fault is not among the rows, whatever else it gave. */
function reading<Row>(
  bytes: Uint8Array,
  headings: Readonly<Record<string, string>>,
  read: (cells: ListRow, note: Note) => Row,
): ListReading<Row & { readonly row: number }> {
  const lines = listRows(bytes, headings);
  if (!lines.ok) return { rows: [], faults: [lines.error] };
  const faults: ListFault[] = [];
  const rows = lines.value.flatMap((cells, at) => {
    const row = at + 1;
    const before = faults.length;
    const found = read(cells, (column, fault, allowed) => void faults.push({ row, column, fault, allowed }));
    return faults.length === before ? [{ ...found, row }] : [];
  });
  return { rows, faults };
}

/** A number without a birth date in it says no age, and nobody is paid by it. */
function numberOf({ idNumber }: ListRow, today: string, note: Note): string | undefined {
  const read = idNumber === undefined ? undefined : readIdNumber(idNumber, today);
  if (read?.valid === true && read.birth !== undefined) return read.normalised;
  if (read === undefined) note('idNumber', 'missing', '18');
  else
    note('idNumber', 'wrong-id-number', read.valid ? 'a number with a birth date' : `GB 11643: ${read.rule}`);
  return undefined;
}
