import '../shared/zod-without-eval.ts';
import '../shared/styles/base.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { hallOperations } from '../../preload/contracts/hall-operations.ts';
import { findAddress, takeFragment } from '../shared/address.ts';
import { connectFeed } from '../shared/connect.ts';
import { createClient } from '../shared/line/client.ts';
import { useHallStore } from '../shared/stores/hall-store.ts';
import { useNowStore } from '../shared/stores/now-store.ts';
import { announceStage } from './announce-stage.ts';
import DisplayPage from './DisplayPage.vue';

const fragment = takeFragment(window);
createApp(DisplayPage).use(createPinia()).mount('#page');
useNowStore().start();

const { hall, token } = await findAddress(window, fragment.token);
const client = createClient(hallOperations, hall, token);
const line = connectFeed(hall, token, useHallStore(), () => client.queueSnapshot({}));
announceStage(line);
