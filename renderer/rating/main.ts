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
import { useRating } from './rating-store.ts';
import RatingPage from './RatingPage.vue';

const fragment = takeFragment(window);
createApp(RatingPage).use(createPinia()).mount('#page');
useNowStore().start();

const { hall, token } = await findAddress(window, fragment.token);
const rating = useRating();
rating.counterId = fragment.counter;
const client = createClient(hallOperations, hall, token);
rating.client = client;
connectFeed(hall, token, useHallStore(), () => client.queueSnapshot({}));
