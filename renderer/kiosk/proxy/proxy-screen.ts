import type { ProxyView } from '../../../preload/contracts/station-operations.ts';
import type { ProxyForm } from './proxy-form.ts';

export const PROXY_SCREEN_NAMES = [
  'proxy-service',
  'proxy-whose',
  'proxy-principal',
  'proxy-agent',
  'proxy-number',
  'proxy-relation',
  'proxy-powers',
  'proxy-days',
  'proxy-check',
  'proxy-mend',
  'proxy-letter',
] as const;
export type ProxyScreenName = (typeof PROXY_SCREEN_NAMES)[number];

export const isProxyScreen = (screen: string): screen is ProxyScreenName =>
  (PROXY_SCREEN_NAMES as readonly string[]).includes(screen);

/** Whether somebody is at it: asked for on this page, or prepared at the station. Once both have a number it is over. */
export function isForAnother(form: ProxyForm, proxy: ProxyView | null): boolean {
  return form.open || (proxy !== null && proxy.ticketId === null);
}

/** One question a screen: the first that has no answer, or the one that is being mended. */
export function proxyScreen(form: ProxyForm, proxy: ProxyView | null): ProxyScreenName {
  if (proxy === null || proxy.ticketId !== null) return 'proxy-service';
  if (form.typing !== null) return 'proxy-number';
  if (form.mending !== null) return `proxy-${form.mending}`;
  if (proxy.unassigned !== null) return 'proxy-whose';
  if (proxy.principal === null) return 'proxy-principal';
  if (proxy.agent === null) return 'proxy-agent';
  if (form.relation === null) return 'proxy-relation';
  if (!form.powersSaid) return 'proxy-powers';
  return form.printed ? 'proxy-letter' : 'proxy-check';
}
