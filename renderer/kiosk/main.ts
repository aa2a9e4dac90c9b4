import '../shared/zod-without-eval.ts';
import '../shared/styles/base.css';
import './styles/screens.css';
import './languages/other-letters.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { stationOperations } from '../../preload/contracts/station-operations.ts';
import { findAddress, takeFragment } from '../shared/address.ts';
import { connectFeed } from '../shared/connect.ts';
import { createClient } from '../shared/line/client.ts';
import { useNowStore } from '../shared/stores/now-store.ts';
import { useStationStore } from '../shared/stores/station-store.ts';
import { useDesk } from './desk-store.ts';
import KioskPage from './KioskPage.vue';

const fragment = takeFragment(window);
createApp(KioskPage).use(createPinia()).mount('#page');
useNowStore().start();

const { station, token } = await findAddress(window, fragment.token);
const client = createClient(stationOperations, station, token);
useDesk().client = client;
connectFeed(station, token, useStationStore(), () => client.visit({}));
