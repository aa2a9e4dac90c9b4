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
import DisplayPage from './DisplayPage.vue';
import { takeScreen } from './screen.ts';
import { announceShown } from './stage/announce.ts';
import { useStage } from './stage/stage-store.ts';
import { speakCalls } from './voice/speak-calls.ts';
import { useWindow } from './window/use-window.ts';

const screen = takeScreen(window);
const { token: givenToken } = takeFragment(window);
createApp(DisplayPage, { screen }).use(createPinia()).mount('#page');
useNowStore().start();

const { hall, token } = await findAddress(window, givenToken);
const client = createClient(hallOperations, hall, token);
const line = connectFeed(hall, token, useHallStore(), () => client.queueSnapshot({}));
if (screen.counterId === null) {
  const stage = useStage();
  announceShown(line, 'display', () => stage.calls);
  if (screen.speaks) speakCalls(line, () => stage.calls);
} else {
  const { calls } = useWindow(screen.counterId);
  announceShown(line, 'window-display', () => calls.value);
}
