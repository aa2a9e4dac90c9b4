import type { Session } from 'electron';
import { isOwnPage } from './own-page.ts';
import type { ServiceAddresses } from '../../preload/contracts/page-shell.ts';
import { isServiceRequest } from './service-addresses.ts';

/**
 * A session reaches its own pages and the two services, nothing else; requests to the services, WebSockets included,
 * carry the role's token. The page never sees it, and what a page itself puts there is replaced.
 */
export function guardRequests(
  session: Session,
  token: string,
  addresses: () => ServiceAddresses | undefined,
): void {
  const isForService = (url: string): boolean => {
    const current = addresses();
    return current !== undefined && isServiceRequest(current, url);
  };
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    const isInner = url.startsWith('devtools:') || url.startsWith('data:') || url.startsWith('blob:');
    decide({ cancel: !(isInner || isOwnPage(url) || isForService(url)) });
  });
  session.webRequest.onBeforeSendHeaders(({ url, requestHeaders }, decide) => {
    if (!isForService(url)) return decide({});
    const kept = Object.entries(requestHeaders).filter(([name]) => name.toLowerCase() !== 'authorization');
    decide({ requestHeaders: { ...Object.fromEntries(kept), Authorization: `Bearer ${token}` } });
  });
}
