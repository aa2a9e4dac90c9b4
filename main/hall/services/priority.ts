import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Caller, Input } from '../../../preload/contracts/operation.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { decidePriority, type Priority, type PriorityFacts } from '../domain/priority-from-age.ts';
import type { HallContext } from './hall-context.ts';

type GivenClass = Pick<Input<HallOperations, 'issueTicket'>, 'priorityClass' | 'priorityReason'> &
  Pick<PriorityFacts, 'inAppointmentSlot'>;

/** The class of a new ticket and the reason for it, from what the card, the visitor or staff said. */
export function priorityOf(
  hall: HallContext,
  input: GivenClass,
  birthDate: string | undefined,
  caller: Caller,
): Result<Priority, ApiError> {
  const byStaff = input.priorityReason === 'staff';
  if (byStaff && caller.role === 'kiosk') {
    return err({
      kind: 'not-allowed',
      role: caller.role,
      operation: 'issueTicket with a class given by staff',
    });
  }
  const facts: PriorityFacts = {
    today: hall.localTime.date(hall.clock.nowMs()),
    policy: hall.policy.priority,
    ...(birthDate !== undefined && { birthDate }),
    ...(input.inAppointmentSlot !== undefined && { inAppointmentSlot: input.inAppointmentSlot }),
    ...(input.priorityClass !== undefined &&
      (byStaff ? { staffGiven: input.priorityClass } : { stated: input.priorityClass })),
  };
  const decided = decidePriority(facts);
  if (decided.ok) return ok(decided.value);
  if (decided.error.kind === 'not-statable') {
    const allowed = ['ordinary', ...hall.policy.priority.statable].join(', ');
    return err({ kind: 'bad-input', problems: [{ where: 'priorityClass', allowed }] });
  }
  return err({ kind: 'bad-birth-date', reason: decided.error.why });
}
