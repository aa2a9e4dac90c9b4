import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { ok, type Result } from '../../../../preload/contracts/result.ts';
import { readCreditCode as read } from '../../domain/social-organisations/credit-code.ts';
import { applyUntil, yearlyReports } from '../../domain/social-organisations/due-dates.ts';
import { eligibility, nationalWordsIn } from '../../domain/social-organisations/eligibility.ts';
import { organisationWay as wayOf } from '../../domain/social-organisations/ways.ts';
import type { HallContext } from '../hall-context.ts';

type Answer<Name extends keyof HallOperations> = Result<Output<HallOperations, Name>, ApiError>;

const todayOf = ({ clock, localTime }: HallContext): string => localTime.date(clock.nowMs());

/** Which way a community group goes by the figures in force today, and why. */
export function organisationWay(
  hall: HallContext,
  group: Input<HallOperations, 'organisationWay'>,
): Answer<'organisationWay'> {
  const { way, conditions } = wayOf(group, hall.policy.organisationFigures, todayOf(hall));
  return ok({ way, conditions: [...conditions] });
}

/** Which conditions a planned organisation meets today. A national one may call itself 中国, others not. */
export function foundingConditions(
  hall: HallContext,
  { founding, name = '' }: Input<HallOperations, 'foundingConditions'>,
): Answer<'foundingConditions'> {
  const isNational = founding.kind === 'association' && founding.reach === 'national';
  return ok({
    conditions: [...eligibility(founding, hall.policy.organisationFigures, todayOf(hall))],
    nationalWords: isNational ? [] : [...nationalWordsIn(name)],
  });
}

/** Read as typed; nothing of it is kept. */
export function readCreditCode({
  code: text,
}: Input<HallOperations, 'readCreditCode'>): Answer<'readCreditCode'> {
  const reading = read(text);
  if (!reading.ok) {
    const { error } = reading;
    return ok({ valid: false, fault: error.kind, at: error.kind === 'character' ? error.at : null });
  }
  const { code, kind = null, division } = reading.value;
  return ok({ valid: true, code, kind, division });
}

/** The terms that the regulations set an organisation. */
export function organisationTerms(
  { policy }: HallContext,
  { kind, year, supervisorAgreedOn, liquidationEndedOn }: Input<HallOperations, 'organisationTerms'>,
): Answer<'organisationTerms'> {
  const rules = { figures: policy.organisationFigures, calendar: policy.calendar };
  return ok({
    yearlyReports: yearlyReports(kind, year).map((report) => ({ ...report })),
    changeUntil:
      supervisorAgreedOn === undefined ? null : applyUntil('supervisor-agreed', supervisorAgreedOn, rules),
    cancelUntil:
      liquidationEndedOn === undefined ? null : applyUntil('liquidation-ended', liquidationEndedOn, rules),
  });
}
