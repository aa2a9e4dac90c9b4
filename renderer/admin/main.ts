import '../shared/zod-without-eval.ts';
import '../shared/styles/base.css';
import './styles/forms.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { hallOperations } from '../../preload/contracts/hall-operations.ts';
import { findAddress, takeFragment } from '../shared/address.ts';
import { connectFeed } from '../shared/connect.ts';
import { createClient } from '../shared/line/client.ts';
import { useStaff } from '../shared/sign-in/staff-store.ts';
import { withSession } from '../shared/sign-in/with-session.ts';
import { useHallStore } from '../shared/stores/hall-store.ts';
import { useNowStore } from '../shared/stores/now-store.ts';
import AdminPage from './AdminPage.vue';
import { useOffice } from './office-store.ts';

const fragment = takeFragment(window);
createApp(AdminPage).use(createPinia()).mount('#page');
useNowStore().start();

const { hall, token } = await findAddress(window, fragment.token);
const staff = useStaff();
const client = createClient(hallOperations, hall, token, withSession(staff.session));
staff.client = client;
useOffice().client = client;
connectFeed(hall, token, useHallStore(), () => client.queueSnapshot({}));
