import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type {
  HallOperations,
  LedgerChange,
  LedgerCounts,
  LedgerRecordView,
  LedgerSource,
} from '../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import { useStaff } from '../../shared/sign-in/staff-store.ts';
import { saveFile } from '../figures/save-file.ts';
import { useOffice } from '../office-store.ts';

type Filters = Input<HallOperations, 'listLedger'>;
export type Opening = Omit<Input<HallOperations, 'openLedgerRecord'>, 'requestId'>;

/** What a list shows; what is not closed unless somebody chooses. */
export const SHOWN = ['unclosed', 'overdue', 'closed', 'all'] as const;
const FILTERS: Readonly<Record<(typeof SHOWN)[number], Filters>> = {
  unclosed: { states: ['open', 'reopened', 'underway', 'done'] },
  overdue: { overdue: true },
  closed: { states: ['closed'] },
  all: {},
};

/** Records of the ledger as somebody filtered them, their numbers, and the one that is looked at. */
export const useLedger = defineStore('ledger', () => {
  const office = useOffice();
  const staff = useStaff();
  const shown = ref<(typeof SHOWN)[number]>('unclosed');
  const source = ref<LedgerSource | ''>('');
  const records = shallowRef<readonly LedgerRecordView[]>([]);
  const counts = shallowRef<LedgerCounts | null>(null);
  const yearsWithoutHolidays = shallowRef<readonly number[]>([]);
  /** Stays when a step takes it out of the list: a record that was just closed is still printed. */
  const opened = shallowRef<LedgerRecordView | null>(null);
  const role = computed(() => staff.person?.role);
  const works = computed(() => role.value !== undefined && role.value !== 'auditor');
  const leads = computed(() => role.value === 'supervisor' || role.value === 'hall-admin');
  const oversees = computed(() => role.value !== undefined && role.value !== 'clerk');

  const filters = (): Filters => ({
    ...FILTERS[shown.value],
    ...(source.value !== '' && { source: source.value }),
  });

  async function look(): Promise<void> {
    const answer = await office.ask((hall) => hall.listLedger(filters()));
    if (answer === null) return;
    ({ records: records.value, counts: counts.value } = answer);
    yearsWithoutHolidays.value = answer.yearsWithoutHolidays;
    const known = answer.records.find(({ recordId }) => recordId === opened.value?.recordId);
    opened.value = known ?? opened.value;
  }

  async function advance(recordId: string, change: LedgerChange): Promise<boolean> {
    const done = await office.change(
      `ledger ${recordId} ${JSON.stringify(change)}`,
      async (hall, requestId) => {
        const answer = await hall.advanceLedgerRecord({ requestId, recordId, change });
        if (answer.ok) opened.value = answer.value;
        return answer;
      },
    );
    if (done) await look();
    return done;
  }

  async function open(opening: Opening): Promise<boolean> {
    const done = await office.change(`open ${JSON.stringify(opening)}`, async (hall, requestId) => {
      const answer = await hall.openLedgerRecord({ requestId, ...opening });
      if (answer.ok) opened.value = answer.value;
      return answer;
    });
    if (done) await look();
    return done;
  }

  /** The list as it stands, as a file of the browser's own. */
  async function save(format: 'xlsx' | 'csv'): Promise<void> {
    const file = await office.ask((hall) => hall.exportLedger({ ...filters(), format }));
    if (file !== null) saveFile(file);
  }

  return {
    ...{ shown, source, records, counts, yearsWithoutHolidays, opened, works, leads, oversees },
    ...{ look, advance, open, save },
  };
});
