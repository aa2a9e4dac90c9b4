export { RatingDesk, type RatingDeskOptions } from './rating-desk.ts';
export { RatingReports, type RatingReportsOptions } from './rating-reports.ts';
