import { AcceptedOn, DivorceDatesView } from '../hall/marriage-rows.ts';
import { CommunityGroup, OrganisationWayView } from '../hall/organisation-rows.ts';
import type { OperationTable } from '../operation.ts';

/** What the kiosk asks the hall for somebody who only wants to know. Nothing of it is kept. */
export const answerRows = {
  divorceDates: {
    effect: 'query',
    summary: 'Until when an application for divorce can be withdrawn, and when both fetch the certificate.',
    roles: ['kiosk'],
    staff: [],
    input: AcceptedOn,
    output: DivorceDatesView,
  },
  organisationWay: {
    effect: 'query',
    summary: 'Whether a community group registers, is managed by its street, or is guided by its committee.',
    roles: ['kiosk'],
    staff: [],
    input: CommunityGroup,
    output: OrganisationWayView,
  },
} as const satisfies OperationTable;
