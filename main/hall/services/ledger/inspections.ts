import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type {
  HallOperations,
  Inspection,
  InspectionView,
} from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { uuidText, uuidV7 } from '../../journal/uuid.ts';
import type { InspectionRow } from '../../store/ledger-store.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceDay } from '../service-day.ts';
import { openRecord, today } from './open-record.ts';

type Answer<Name extends keyof HallOperations> = Result<Output<HallOperations, Name>, ApiError>;
type Questions = Extract<Inspection, { kind: 'questions' }>;
type Case = Extract<Inspection, { kind: 'case' }>;

export function inspectionQuestions({ policy }: HallContext): Answer<'inspectionQuestions'> {
  return ok({ questions: policy.ledger.questions.map((question) => ({ ...question })) });
}

/** Keeps what was answered; what is not in order becomes a record of the ledger in the same commit (自查自纠). */
export function runSelfInspection(
  hall: HallContext,
  { inspection }: Input<HallOperations, 'runSelfInspection'>,
): Answer<'runSelfInspection'> {
  const refusal = inspection.kind === 'questions' ? answersRefusal(hall, inspection) : undefined;
  if (refusal !== undefined) return err(refusal);
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const inspectionId = uuidText(uuidV7(hall.clock.nowMs()));
  const recordIds =
    inspection.kind === 'questions'
      ? recordsOfAnswers(hall, inspectionId, inspection)
      : recordOfCase(hall, inspectionId, inspection);
  hall.journal.append('self-inspection.made', 1, { inspectionId, inspection, recordIds, on: today(hall) });
  const [kept] = hall.stores.ledger.inspections();
  if (kept?.inspectionId !== inspectionId) throw new Error('The inspection was not kept');
  return ok(inspectionView(hall, kept));
}

export function listSelfInspections(hall: HallContext): Answer<'listSelfInspections'> {
  return ok({ inspections: hall.stores.ledger.inspections().map((row) => inspectionView(hall, row)) });
}

/** Every question once, and no other: a question that is left out is no yes. */
function answersRefusal({ policy }: HallContext, { answers }: Questions): ApiError | undefined {
  const asked = policy.ledger.questions.map(({ question }) => question);
  const given = answers.map(({ question }) => question);
  const missing = asked.filter((question) => !given.includes(question));
  const strange = given.findIndex(
    (question, place) => !asked.includes(question) || given.indexOf(question) !== place,
  );
  const problem = (where: string, allowed: string): ApiError => ({
    kind: 'bad-input',
    problems: [{ where, allowed }],
  });
  if (strange >= 0)
    return problem(`inspection.answers.${strange}.question`, `each once of: ${asked.join(', ')}`);
  if (missing.length > 0) return problem('inspection.answers', `also: ${missing.join(', ')}`);
  return undefined;
}

/** For each "no" a record; one that is not closed yet stands for this "no" as well. */
function recordsOfAnswers(hall: HallContext, inspectionId: string, { answers }: Questions): string[] {
  const unclosed = hall.stores.ledger.unclosed('self-inspection', 'question');
  const texts = new Map(hall.policy.ledger.questions.map(({ question, textZh }) => [question, textZh]));
  return answers
    .filter(({ answer }) => answer === 'no')
    .map(
      ({ question }) =>
        unclosed.get(question) ??
        openRecord(hall, {
          source: 'self-inspection',
          about: { inspectionId, question },
          item: texts.get(question),
        }),
    );
}

function recordOfCase(hall: HallContext, inspectionId: string, { scene, finding, solved }: Case): string[] {
  if (solved) return [];
  return [openRecord(hall, { source: 'self-inspection', about: { inspectionId }, scene, item: finding })];
}

function inspectionView(hall: HallContext, { atMs, ...row }: InspectionRow): InspectionView {
  return { ...row, at: hall.localTime.instant(atMs) };
}
