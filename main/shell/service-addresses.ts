import type { ServiceAddresses } from '../../preload/contracts/page-shell.ts';

/** The origins a page may connect to: each service by HTTP and by WebSocket. */
export function connectableOrigins(addresses: ServiceAddresses): string[] {
  return [addresses.hall, addresses.station].flatMap((address) => {
    const { origin } = new URL(address);
    return [origin, origin.replace(/^http/, 'ws')];
  });
}

export function isServiceRequest(addresses: ServiceAddresses, url: string): boolean {
  return URL.canParse(url) && connectableOrigins(addresses).includes(new URL(url).origin);
}
