import { h, type Component } from 'vue';
import type { ProxySide } from '../../../preload/contracts/station-operations.ts';
import type { ProxyScreenName } from './proxy-screen.ts';
import ProxyCheckScreen from './ProxyCheckScreen.vue';
import ProxyDaysScreen from './ProxyDaysScreen.vue';
import ProxyLetterScreen from './ProxyLetterScreen.vue';
import ProxyMendScreen from './ProxyMendScreen.vue';
import ProxyNumberScreen from './ProxyNumberScreen.vue';
import ProxyPersonScreen from './ProxyPersonScreen.vue';
import ProxyPowersScreen from './ProxyPowersScreen.vue';
import ProxyRelationScreen from './ProxyRelationScreen.vue';
import ProxyServiceScreen from './ProxyServiceScreen.vue';
import ProxyWhoseScreen from './ProxyWhoseScreen.vue';

const personScreen =
  (who: ProxySide): Component =>
  () =>
    h(ProxyPersonScreen, { who });

export const PROXY_SCREENS: Readonly<Record<ProxyScreenName, Component>> = {
  'proxy-service': ProxyServiceScreen,
  'proxy-whose': ProxyWhoseScreen,
  'proxy-principal': personScreen('principal'),
  'proxy-agent': personScreen('agent'),
  'proxy-number': ProxyNumberScreen,
  'proxy-relation': ProxyRelationScreen,
  'proxy-powers': ProxyPowersScreen,
  'proxy-days': ProxyDaysScreen,
  'proxy-check': ProxyCheckScreen,
  'proxy-mend': ProxyMendScreen,
  'proxy-letter': ProxyLetterScreen,
};
