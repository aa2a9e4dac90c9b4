import { h, type Component } from 'vue';
import AppointmentsScreen from '../bookings/AppointmentsScreen.vue';
import BookCheckScreen from '../bookings/BookCheckScreen.vue';
import BookDayScreen from '../bookings/BookDayScreen.vue';
import BookServiceScreen from '../bookings/BookServiceScreen.vue';
import BookTimeScreen from '../bookings/BookTimeScreen.vue';
import BookedScreen from '../bookings/BookedScreen.vue';
import BookingCodeScreen from '../bookings/BookingCodeScreen.vue';
import BookingScreen from '../bookings/BookingScreen.vue';
import BookingsScreen from '../bookings/BookingsScreen.vue';
import AllowanceScreen from '../elders/AllowanceScreen.vue';
import AllowanceTableScreen from '../elders/AllowanceTableScreen.vue';
import ElderScreen from '../elders/ElderScreen.vue';
import HomeCategoryScreen from '../elders/HomeCategoryScreen.vue';
import HomeDayScreen from '../elders/HomeDayScreen.vue';
import HomeDoneScreen from '../elders/HomeDoneScreen.vue';
import HomePhoneScreen from '../elders/HomePhoneScreen.vue';
import HomeWishScreen from '../elders/HomeWishScreen.vue';
import MealPointScreen from '../elders/MealPointScreen.vue';
import MealsScreen from '../elders/MealsScreen.vue';
import OfferScreen from '../elders/OfferScreen.vue';
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
  elder: ElderScreen,
  allowance: AllowanceScreen,
  'allowance-table': AllowanceTableScreen,
  offer: OfferScreen,
  meals: MealsScreen,
  'meal-point': MealPointScreen,
  'home-wish': HomeWishScreen,
  'home-phone': HomePhoneScreen,
  'home-day': HomeDayScreen,
  'home-category': HomeCategoryScreen,
  'home-done': HomeDoneScreen,
  appointments: AppointmentsScreen,
  'booking-code': BookingCodeScreen,
  bookings: BookingsScreen,
  booking: BookingScreen,
  'book-service': BookServiceScreen,
  'book-day': BookDayScreen,
  'book-time': BookTimeScreen,
  'book-check': BookCheckScreen,
  booked: BookedScreen,
};
