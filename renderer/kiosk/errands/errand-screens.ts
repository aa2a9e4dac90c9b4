import { h, type Component } from 'vue';
import FormScreen from '../forms/FormScreen.vue';
import FormsScreen from '../forms/FormsScreen.vue';
import FormThemesScreen from '../forms/FormThemesScreen.vue';
import GuideScreen from '../guide/GuideScreen.vue';
import GuideServicesScreen from '../guide/GuideServicesScreen.vue';
import GuideThemesScreen from '../guide/GuideThemesScreen.vue';
import DivorceDatesScreen from '../rules/DivorceDatesScreen.vue';
import DivorceDayScreen from '../rules/DivorceDayScreen.vue';
import type { GroupPlace } from '../rules/group-questions.ts';
import GroupQuestionScreen from '../rules/GroupQuestionScreen.vue';
import GroupWayScreen from '../rules/GroupWayScreen.vue';
import type { ErrandPlace } from '../screen.ts';
import ErrandsScreen from './ErrandsScreen.vue';

const groupScreen =
  (question: GroupPlace): Component =>
  () =>
    h(GroupQuestionScreen, { question });

/** The screens of everything that needs no number. */
export const ERRAND_SCREENS: Readonly<Record<ErrandPlace, Component>> = {
  errands: ErrandsScreen,
  'guide-themes': GuideThemesScreen,
  'guide-services': GuideServicesScreen,
  guide: GuideScreen,
  'form-themes': FormThemesScreen,
  forms: FormsScreen,
  form: FormScreen,
  'divorce-day': DivorceDayScreen,
  'divorce-dates': DivorceDatesScreen,
  'group-kind': groupScreen('group-kind'),
  'group-size': groupScreen('group-size'),
  'group-means': groupScreen('group-means'),
  'group-licence': groupScreen('group-licence'),
  'group-way': GroupWayScreen,
};
