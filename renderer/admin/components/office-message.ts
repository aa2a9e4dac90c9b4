import type { ApiError } from '../../../preload/contracts/errors.ts';
import { problemMessage, type Message } from '../../shared/words/problem-message.ts';

/** What the hall refused, with what it would take: the office writes more than one number a day. */
export function officeMessage(error: ApiError): Message {
  const [problem] = error.kind === 'bad-input' ? error.problems : [];
  if (problem !== undefined) return { key: 'admin.ledger.refused', fields: problem };
  if (error.kind === 'not-now' && error.state === 'no-window')
    return { key: 'admin.ledger.stillNoWindow', fields: {} };
  return problemMessage(error, 'clerk');
}
