import { z } from 'zod';
import { ServiceGuideView } from '../hall/catalogue-rows.ts';
import { AcceptedOn, DivorceDatesView } from '../hall/marriage-rows.ts';
import { CommunityGroup, OrganisationWayView } from '../hall/organisation-rows.ts';
import { ServiceCode } from '../ids.ts';
import type { OperationTable } from '../operation.ts';

/** What the kiosk asks the hall for somebody who only wants to know. Nothing of it is kept. */
export const answerRows = {
  serviceGuide: {
    effect: 'query',
    summary: 'Who may apply, what to bring, what it costs and how long it takes, and each way to do it.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({ serviceCode: ServiceCode }).strict(),
    output: ServiceGuideView,
  },
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
