import { z } from 'zod';
import { said } from './configuration-words.ts';

/** Where a service listens. Port 0 = any free one. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

const LISTEN = /^(\[[0-9A-Fa-f:]+\]|[0-9A-Za-z.-]+):(\d{1,5})$/;
const LOOPBACK_V4 = /^127(?:\.(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])){3}$/;

/** Only this computer can reach it: 127.0.0.0/8, ::1 (RFC 1122 3.2.1.3, RFC 4291 2.5.3), or the name localhost. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  return bare === 'localhost' || bare === '::1' || LOOPBACK_V4.test(bare);
}

/** "127.0.0.1:7300" or "[::1]:7300"; undefined when it is neither. */
export function parseListenAddress(text: string): ListenAddress | undefined {
  const [, host, port] = LISTEN.exec(text) ?? [];
  if (host === undefined || Number(port) > 65_535) return undefined;
  return { host: host.replace(/^\[(.*)\]$/, '$1'), port: Number(port) };
}

const LISTEN_FORM = said('an address and a port: 127.0.0.1:7300', '地址加端口：127.0.0.1:7300');
const LOOPBACK_ONLY = said(
  'only this computer itself (127.0.0.1, ::1, localhost) while the line has no TLS: clear text must not leave the PC',
  '在启用 TLS 之前只允许本机地址（127.0.0.1、::1、localhost）：明文不得离开本机',
);

/** Clear text is served on loopback only. */
export const Listen = z.string(LISTEN_FORM).transform((text, context): ListenAddress => {
  const address = parseListenAddress(text);
  const allowed = address === undefined ? LISTEN_FORM : LOOPBACK_ONLY;
  if (address !== undefined && isLoopbackHost(address.host)) return address;
  context.issues.push({ code: 'custom', message: allowed, input: text });
  return z.NEVER;
});

const SERVICE_ADDRESS = said(
  'https://… , or http:// with an address of this computer itself',
  'https://… ，或本机地址的 http://',
);

/** Another service: encrypted, unless it runs on this very computer. No name or password inside. */
export const ServiceAddress = z.string(SERVICE_ADDRESS).refine(
  (text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, username, password } = new URL(text);
    if (username !== '' || password !== '') return false;
    return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
  },
  { message: SERVICE_ADDRESS },
);
