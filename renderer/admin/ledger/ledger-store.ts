import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type {
  HallOperations,
  LedgerChange,
  LedgerCounts,
  LedgerRecordView,
  LedgerSource,
} from '../../../preload/contracts/hall-operations.ts';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Client, Input } from '../../../preload/contracts/operation.ts';
import type { Result } from '../../../preload/contracts/result.ts';
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
  const shown = ref<(typeof SHOWN)[number]>('unclosed');
  const source = ref<LedgerSource | ''>('');
  const records = shallowRef<readonly LedgerRecordView[]>([]);
  const counts = shallowRef<LedgerCounts | null>(null);
  const yearsWithoutHolidays = shallowRef<readonly number[]>([]);
  /** Stays when a step takes it out of the list: a record that was just closed is still printed. */
  const opened = shallowRef<LedgerRecordView | null>(null);
  const rights = useRights();

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

  /** A step that answers with the record as it stands after it: that one is looked at from then on. */
  async function step(
    name: string,
    send: (hall: Client<HallOperations>, requestId: string) => Promise<Result<LedgerRecordView, ApiError>>,
  ): Promise<boolean> {
    const done = await office.change(name, async (hall, requestId) => {
      const answer = await send(hall, requestId);
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
    ...{ shown, source, records, counts, yearsWithoutHolidays, opened, ...rights },
    ...{ look, save },
    advance: (recordId: string, change: LedgerChange) =>
      step(`ledger ${recordId} ${JSON.stringify(change)}`, (hall, requestId) =>
        hall.advanceLedgerRecord({ requestId, recordId, change }),
      ),
    open: (opening: Opening) =>
      step(`open ${JSON.stringify(opening)}`, (hall, requestId) =>
        hall.openLedgerRecord({ requestId, ...opening }),
      ),
  };
});

/** What the role of who signed in allows; the hall judges each step anew. */
function useRights() {
  const staff = useStaff();
  const role = computed(() => staff.person?.role);
  return {
    works: computed(() => role.value !== undefined && role.value !== 'auditor'),
    leads: computed(() => role.value === 'supervisor' || role.value === 'hall-admin'),
    oversees: computed(() => role.value !== undefined && role.value !== 'clerk'),
  };
}
