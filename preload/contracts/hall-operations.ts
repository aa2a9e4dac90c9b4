import { appointmentRows } from './hall/appointment-rows.ts';
import { assistRows } from './hall/assist-rows.ts';
import { benefitRows } from './hall/benefit-rows.ts';
import { careRows } from './hall/care-rows.ts';
import { catalogueRows } from './hall/catalogue-rows.ts';
import { counterRows } from './hall/counter-rows.ts';
import { deviceRows } from './hall/device-rows.ts';
import { draftRows } from './hall/draft-rows.ts';
import { elderRows } from './hall/elder-rows.ts';
import { hallFormRows } from './hall/form-rows.ts';
import { floorRows } from './hall/floor-rows.ts';
import { ledgerFileRows, ledgerRows } from './hall/ledger-rows.ts';
import { lookingRows } from './hall/looking-rows.ts';
import { marriageRows } from './hall/marriage-rows.ts';
import { organisationRegisterRows } from './hall/organisation-register-rows.ts';
import { organisationRows } from './hall/organisation-rows.ts';
import { ratingRows } from './hall/rating-rows.ts';
import { matterRows } from './hall/matter-rows.ts';
import { peopleRows } from './hall/people-rows.ts';
import { hallProxyRows } from './hall/proxy-rows.ts';
import { serviceOrderRows } from './hall/service-order-rows.ts';
import { staffRows } from './hall/staff-rows.ts';
import { statisticsRows } from './hall/statistics-rows.ts';
import { ticketRows } from './hall/ticket-rows.ts';
import type { OperationTable } from './operation.ts';

export * from './hall/assist-views.ts';
export * from './hall/benefit-values.ts';
export * from './hall/catalogue-values.ts';
export * from './hall/closed-lists.ts';
export * from './hall/inspection-values.ts';
export * from './hall/ledger-values.ts';
export * from './hall/ledger-views.ts';
export * from './hall/organisation-values.ts';
export * from './hall/staff-rows.ts';
export * from './hall/device-rows.ts';
export * from './hall/statistics-views.ts';
export * from './hall/views.ts';
export type { AudienceOrderView } from './hall/service-order-rows.ts';
export type { DivorceDatesView } from './hall/marriage-rows.ts';
export type {
  BundleView,
  CatalogueFault,
  ChannelAuditView,
  ChannelFinding,
  ChannelRow,
  ServiceGuideView,
} from './hall/catalogue-rows.ts';
export type { ConditionView, OrganisationWayView } from './hall/organisation-rows.ts';
export type { AppointmentView, BookableServiceView, SlotDayView } from './hall/appointment-views.ts';
export type {
  ListedOrganisation,
  OrganisationDuty,
  OrganisationView,
} from './hall/organisation-register-rows.ts';
export type { BenefitStandingView, BenefitTableView, MealsView } from './hall/benefit-rows.ts';
export type { CareVisitView, HomeVisitView } from './hall/care-rows.ts';
export type { ElderFileView, StopTaskView } from './hall/elder-rows.ts';
export type { RatingCaseView } from './hall/rating-rows.ts';
export { ledgerFileRows, statisticsRows };

/** The hall's public surface: routes, client, types and the OpenAPI document derive from this table. */
export const hallOperations = {
  ...lookingRows,
  ...ticketRows,
  ...matterRows,
  ...counterRows,
  ...ratingRows,
  ...staffRows,
  ...statisticsRows,
  ...serviceOrderRows,
  ...floorRows,
  ...peopleRows,
  ...hallProxyRows,
  ...hallFormRows,
  ...marriageRows,
  ...organisationRows,
  ...organisationRegisterRows,
  ...catalogueRows,
  ...benefitRows,
  ...elderRows,
  ...careRows,
  ...ledgerRows,
  ...appointmentRows,
  ...draftRows,
  ...ledgerFileRows,
  ...assistRows,
  ...deviceRows,
} as const satisfies OperationTable;

export type HallOperations = typeof hallOperations;
