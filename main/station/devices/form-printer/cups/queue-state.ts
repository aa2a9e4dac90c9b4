import type { FormPrinterStatus, FormPrinterTrouble } from '../port.ts';
import type { IppAnswer } from './ipp-message.ts';

/** What CUPS says of a queue. */
export interface QueueState {
  /** Somebody or something halted it, or it takes no jobs: nothing comes out until it is resumed. */
  readonly isHalted: boolean;
  readonly isBusy: boolean;
  /** What the printer last told the queue. It may be old: CUPS asks the printer only while a job is under way. */
  readonly trouble: FormPrinterTrouble | undefined;
}

/** RFC 8011 section 5.4.11. */
const PROCESSING = 4;
const STOPPED = 5;

/** RFC 8011 section 5.4.12 and what CUPS's own backends say; the first that is found is told. */
const TROUBLES: readonly (readonly [RegExp, FormPrinterTrouble])[] = [
  [/^media-(?:empty|needed)$/, 'no-paper'],
  [/^(?:cover|door|input-tray|output-tray)-(?:open|missing)$|^interlock-open$/, 'cover-open'],
  [/^(?:offline|connecting-to-device|timed-out|shutdown)$/, 'disconnected'],
];
const ENDING = /-(?:report|warning|error)$/;
/** CUPS says these of a printer it cannot reach, and calls it a report. */
const ALWAYS_COUNTS = /^(?:offline|connecting-to-device|timed-out)/;

/** `undefined`: the answer is none about a queue. */
export function queueState({ attributes }: IppAnswer): QueueState | undefined {
  const state = attributes.get('printer-state')?.[0];
  if (typeof state !== 'number') return undefined;
  const reasons = (attributes.get('printer-state-reasons') ?? []).map(String);
  const accepts = attributes.get('printer-is-accepting-jobs')?.[0] !== false;
  return {
    isHalted: state === STOPPED || !accepts,
    isBusy: state === PROCESSING,
    trouble: troubleIn(reasons),
  };
}

/** A warning or a report is no trouble: the other tray may have paper. */
export function troubleIn(reasons: readonly string[]): FormPrinterTrouble | undefined {
  const counting = reasons.filter(
    (reason) => ALWAYS_COUNTS.test(reason) || !/-(?:report|warning)$/.test(reason),
  );
  const bare = counting.map((reason) => reason.replace(ENDING, ''));
  const named = TROUBLES.find(([form]) => bare.some((reason) => form.test(reason)));
  if (named !== undefined) return named[1];
  return counting.some((reason) => reason.endsWith('-error') || /^media-jam/.test(reason))
    ? 'fault'
    : undefined;
}

/** As pages show it. */
export function statusOf(queue: QueueState): FormPrinterStatus {
  const { isHalted, isBusy, trouble } = queue;
  if (isHalted || trouble !== undefined) return { state: 'unavailable', reason: trouble ?? 'stopped' };
  return isBusy ? { state: 'busy' } : { state: 'ready' };
}
