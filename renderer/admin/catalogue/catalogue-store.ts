import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Output } from '../../../preload/contracts/operation.ts';
import { useStaff } from '../../shared/sign-in/staff-store.ts';
import { useOffice } from '../office-store.ts';

export type Entry = Output<HallOperations, 'catalogueHistory'>['changes'][number];
export type Channel = Output<HallOperations, 'channelAudits'>['channels'][number];
export type Audit = Output<HallOperations, 'channelAudits'>['audits'][number];

/** The catalogue of this hall: what was changed, and every way without a machine with the checks that were made. */
export const useCatalogue = defineStore('catalogue', () => {
  const office = useOffice();
  const staff = useStaff();
  const history = shallowRef<readonly Entry[]>([]);
  const channels = shallowRef<readonly Channel[]>([]);
  const audits = shallowRef<readonly Audit[]>([]);
  const role = computed(() => staff.person?.role);
  const leads = computed(() => role.value === 'supervisor' || role.value === 'hall-admin');
  const looks = computed(() => leads.value || role.value === 'auditor');
  const names = computed(() => new Map(channels.value.map(({ serviceCode, name }) => [serviceCode, name])));

  async function look(): Promise<void> {
    if (!looks.value) return;
    const [before, now] = await Promise.all([
      office.ask((hall) => hall.catalogueHistory({})),
      office.ask((hall) => hall.channelAudits({})),
    ]);
    history.value = before?.changes ?? history.value;
    if (now !== null) [channels.value, audits.value] = [now.channels, now.audits];
  }

  async function audit(): Promise<void> {
    if (await office.change('audit channels', (hall, requestId) => hall.auditChannels({ requestId })))
      await look();
  }

  return { history, channels, audits, leads, looks, names, look, audit };
});
