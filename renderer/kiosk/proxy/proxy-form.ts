import {
  USUAL_AUTHORITY_DAYS,
  type AgentRelation,
  type ProxyPower,
} from '../../../preload/contracts/hall-operations.ts';
import type { ProxySide } from '../../../preload/contracts/station-operations.ts';

/** A question that is asked although its answer is known: it is being mended. */
export type Mended = 'mend' | 'service' | 'relation' | 'powers' | 'days';

/** What a typed number breaks; its digits stay where they are. */
export interface NumberFault {
  /** The rule of the number that is broken. */
  readonly rule: string;
}

/** What somebody who comes for another has answered so far. Who the two are, the station knows. */
export interface ProxyForm {
  /** They asked for it; nothing is prepared at the station yet. */
  open: boolean;
  /** Whose number is being typed; `null` = nobody's. */
  typing: ProxySide | null;
  typed: Record<ProxySide, string>;
  numberFault: NumberFault | null;
  mending: Mended | null;
  /** Page of the list of services, from 0. */
  listPage: number;
  relation: AgentRelation | null;
  /** Not of the family: the second half of the list. */
  otherRelations: boolean;
  powers: readonly ProxyPower[];
  powersSaid: boolean;
  days: number;
  /** The letter was asked for: what became of it stands on the screen. */
  printed: boolean;
}

/** What a letter is usually for. Where money goes is never ticked before somebody says so. */
const USUAL_POWERS: readonly ProxyPower[] = ['submit', 'receive', 'sign-receipt'];

export const emptyProxyForm = (): ProxyForm => ({
  open: false,
  typing: null,
  typed: { principal: '', agent: '' },
  numberFault: null,
  mending: null,
  listPage: 0,
  relation: null,
  otherRelations: false,
  powers: USUAL_POWERS,
  powersSaid: false,
  days: USUAL_AUTHORITY_DAYS,
  printed: false,
});
