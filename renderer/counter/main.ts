import '../shared/zod-without-eval.ts';
import '../shared/styles/base.css';
import './styles/lists.css';
import './styles/panels.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { hallOperations } from '../../preload/contracts/hall-operations.ts';
import { findAddress, takeFragment } from '../shared/address.ts';
import { connectFeed } from '../shared/connect.ts';
import { createClient } from '../shared/line/client.ts';
import { useHallStore } from '../shared/stores/hall-store.ts';
import { useNowStore } from '../shared/stores/now-store.ts';
import { useStaff } from '../shared/sign-in/staff-store.ts';
import { withSession } from '../shared/sign-in/with-session.ts';
import { useClerk } from './stores/clerk-store.ts';
import CounterPage from './CounterPage.vue';

const fragment = takeFragment(window);
createApp(CounterPage).use(createPinia()).mount('#page');
useNowStore().start();

const { hall, token } = await findAddress(window, fragment.token);
const clerk = useClerk();
clerk.counterId = fragment.counter;
const staff = useStaff();
const client = createClient(hallOperations, hall, token, withSession(staff.session));
staff.client = client;
clerk.client = client;
connectFeed(hall, token, useHallStore(), () => client.queueSnapshot({}));
