import type { ApiError } from '../../../../preload/contracts/errors.ts';
import {
  LEDGER_LEVELS,
  type LedgerAbout,
  type LedgerChange,
  type LedgerStep,
  type Taking,
} from '../../../../preload/contracts/hall/ledger-values.ts';
import type { Caller } from '../../../../preload/contracts/operation.ts';
import type { RecordStanding } from '../../domain/ledger/record-history.ts';
import { goesUp } from '../../domain/ledger/record-lifecycle.ts';
import type { LedgerRecordRow } from '../../store/ledger-store.ts';
import { channelFindings } from '../catalogue/channels.ts';
import type { HallContext } from '../hall-context.ts';
import { leaders } from '../../../../preload/contracts/hall/rows.ts';
import { today } from './open-record.ts';

type Change<Step extends LedgerStep> = Extract<LedgerChange, { step: Step }>;

const badInput = (where: string, allowed: string): ApiError => ({
  kind: 'bad-input',
  problems: [{ where, allowed }],
});

const isLeader = ({ staff }: Caller): boolean => leaders.some((role) => role === staff?.role);

/** Why a step is refused that the life of the record would allow; undefined where nothing speaks against it. */
export function stepRefusal(
  hall: HallContext,
  row: LedgerRecordRow,
  standing: RecordStanding,
  change: LedgerChange,
  caller: Caller,
): ApiError | undefined {
  if (needsLeader(row, change) && !isLeader(caller)) return forLeaders(caller, change.step);
  switch (change.step) {
    case 'take':
      return takingRefusal(hall, change.taking, row.openedOn, 'change.taking');
    case 'escalate':
      return escalationRefusal(standing, change);
    case 'refer':
      return change.replyBy < today(hall) ? badInput('change.replyBy', 'today or a later day') : undefined;
    case 'reply':
      return replyRefusal(row, standing, change);
    case 'finish':
      return finishRefusal(hall, row.about, change);
    case 'close':
      return closeRefusal(hall, row, standing, caller);
    case 'reopen':
      return undefined;
  }
}

/** What leaves the hall, and what brings a closed record back, is decided by who leads it. */
function needsLeader({ state }: LedgerRecordRow, { step }: LedgerChange): boolean {
  return step === 'escalate' || step === 'refer' || (step === 'reopen' && state === 'closed');
}

function forLeaders({ staff, role }: Caller, step: LedgerStep): ApiError {
  return { kind: 'not-allowed', role: staff?.role ?? role, operation: `advanceLedgerRecord: ${step}` };
}

/** Somebody who works here, and a day that is not before the record. */
export function takingRefusal(
  hall: HallContext,
  { owner, dueOn }: Taking,
  openedOn: string,
  where: string,
): ApiError | undefined {
  if (hall.staffName(owner) === owner) return { kind: 'unknown-staff', staffNumber: owner };
  if (dueOn === undefined || dueOn >= openedOn) return undefined;
  return badInput(`${where}.dueOn`, `${openedOn}, when the record was opened, or a later day`);
}

function escalationRefusal({ level }: RecordStanding, to: Change<'escalate'>): ApiError | undefined {
  if (goesUp(level, to.level)) return undefined;
  return badInput('change.level', LEDGER_LEVELS.filter((one) => goesUp(level, one)).join(', '));
}

/** Only what was asked and is not answered. */
function replyRefusal(
  { state }: LedgerRecordRow,
  { awaitsReply, referral }: RecordStanding,
  { to }: Change<'reply'>,
): ApiError | undefined {
  const isAsked = to === 'escalation' ? awaitsReply : referral !== null && referral.reply === null;
  return isAsked ? undefined : { kind: 'not-now', state, step: `reply to ${to}` };
}

/** A way of old that was taken away is put right by being there again. */
function finishRefusal(
  hall: HallContext,
  { removedOn }: LedgerAbout,
  { restoredOn }: Change<'finish'>,
): ApiError | undefined {
  const where = 'change.restoredOn';
  if (removedOn === undefined)
    return restoredOn === undefined ? undefined : badInput(where, 'only where a way of old was taken away');
  const isGood = restoredOn !== undefined && restoredOn >= removedOn && restoredOn <= today(hall);
  return isGood ? undefined : badInput(where, `the day it was restored: ${removedOn} to ${today(hall)}`);
}

/** The check is another's, or a leader's; a gap in the channels must be gone. */
function closeRefusal(
  hall: HallContext,
  { source, about }: LedgerRecordRow,
  { finished }: RecordStanding,
  caller: Caller,
): ApiError | undefined {
  const isAnother = caller.staff !== undefined && caller.staff.staffNumber !== finished?.by;
  if (!isAnother && !isLeader(caller)) return { kind: 'second-person-needed' };
  if (source !== 'no-offline-channel') return undefined;
  const isStill = channelFindings(hall).some(
    ({ serviceCode, kind }) => kind === 'no-window' && serviceCode === about.serviceCode,
  );
  return isStill ? { kind: 'not-now', state: 'no-window', step: 'close' } : undefined;
}
