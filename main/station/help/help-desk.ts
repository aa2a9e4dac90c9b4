import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations, HelpView } from '../../../preload/contracts/hall-operations.ts';
import type { Client } from '../../../preload/contracts/operation.ts';
import { ok, type Result } from '../../../preload/contracts/result.ts';
import type { KioskHelpView } from '../../../preload/contracts/station-operations.ts';
import type { HallListener, HallMirror } from '../calls/index.ts';
import type { HelpFile } from './help-file.ts';

export interface HelpDeskOptions {
  readonly hall: Pick<Client<HallOperations>, 'callForHelp' | 'endHelp'>;
  readonly file: HelpFile | undefined;
  /** What the page is told may have changed. */
  readonly onChange: () => void;
}

type Helps = Pick<HallMirror, 'help'>;
type Done = Result<Record<string, never>, ApiError>;

/**
 * The call for help from this kiosk: asked at the hall, followed on the hall's feed. It is the hall's, not the visit's:
 * somebody may still stand here when the visit is over, and it is found again after a restart.
 */
export class HelpDesk implements HallListener {
  readonly #options: HelpDeskOptions;
  #helpId: string | undefined;
  #view: KioskHelpView | null = null;
  /** The feed has told of this call: when it is silent about it, the call is over. */
  #heard = false;

  constructor(options: HelpDeskOptions) {
    this.#options = options;
    this.#helpId = options.file?.asked();
  }

  /** Null: nobody was asked to come, or it is over. */
  get view(): KioskHelpView | null {
    return this.#view;
  }

  /** Asked again while nobody has come, it is the same call. */
  async call(requestId: string): Promise<Result<{ helpId: string }, ApiError>> {
    const answer = await this.#options.hall.callForHelp({ requestId, kind: 'visitor' });
    if (!answer.ok) return answer;
    const { helpId } = answer.value;
    if (helpId !== this.#helpId || this.#view === null) {
      this.#helpId = helpId;
      this.#heard = false;
      this.#options.file?.noteAsked(helpId);
      this.#show(answer.value);
    }
    return ok({ helpId });
  }

  /** Nobody needs to come any more. */
  async cancel(requestId: string): Promise<Done> {
    const helpId = this.#helpId;
    if (helpId === undefined) return ok({});
    const answer = await this.#options.hall.endHelp({ requestId, helpId });
    if (!answer.ok && answer.error.kind !== 'not-found') return answer;
    if (this.#helpId === helpId) this.#over();
    return ok({});
  }

  onSnapshot({ help }: Helps): void {
    this.#follow(help, true);
  }

  onUpdate({ help }: Helps): void {
    this.#follow(help, false);
  }

  #follow(help: Helps['help'], isWhole: boolean): void {
    if (this.#helpId === undefined) return;
    const told = help[this.#helpId];
    if (told !== undefined) {
      this.#heard = true;
      this.#show(told);
      // An update may have left the hall before the call that was just made.
    } else if (this.#heard || isWhole) this.#over();
  }

  #over(): void {
    this.#helpId = undefined;
    this.#view = null;
    this.#options.file?.noteAsked(undefined);
    this.#options.onChange();
  }

  #show({ helpId, state, askedAt, escalatedAt, answeredBy }: HelpView): void {
    this.#view = {
      helpId,
      state: state === 'answered' ? 'answered' : 'asked',
      askedAt,
      escalated: escalatedAt !== null,
      answeredBy: answeredBy?.name ?? null,
    };
    this.#options.onChange();
  }
}
