import { z } from 'zod';
import { isLoopbackHost, parseListenAddress, ServiceAddress } from './configuration-addresses.ts';
import { block, line, said, whole } from './configuration-words.ts';

const dateForm = said('a date in quotes: "2027-02-05"', '加引号的日期："2027-02-05"');
const dates = z
  .array(z.iso.date(dateForm), said('a list of dates: ["2027-02-05"]', '日期列表：["2027-02-05"]'))
  .max(200)
  .default([]);

const LISTEN_FORM = said('an address and a port: "0.0.0.0:7320"', '地址加端口："0.0.0.0:7320"');

/** Telephones are on another network, so any address may be named; what it needs then is checked below. */
const listen = z
  .string(LISTEN_FORM)
  .refine((text) => parseListenAddress(text) !== undefined, { message: LISTEN_FORM })
  .transform((text) => parseListenAddress(text) ?? { host: '127.0.0.1', port: 0 });

const PEM = said(
  'a PEM file, together with hall.ratings.certificate and hall.ratings.key: clear text must not leave the PC',
  'PEM 文件；hall.ratings.certificate 和 hall.ratings.key 须一起填写：明文不得离开本机',
);
const PUBLIC = said(
  'the address that telephones can reach, such as https://centre.example.gov/pj, since every address of this PC is listened at',
  '手机能访问的地址，如 https://centre.example.gov/pj（监听的是本机所有地址）',
);

/** Listened at everywhere: an address that no telephone can call. */
const WILDCARDS = ['0.0.0.0', '::'];

/** 好差评: limits differ from city to city, so they are the hall's data. */
export const RatingsConfiguration = block({
  /** Until a visitor who left a bad rating in their own name is spoken to. */
  contactWithinWorkingDays: whole(1, 15).default(1),
  fixWithinWorkingDays: whole(1, 30).default(5),
  /** Free days and worked weekends besides those that ship with the program. */
  holidays: dates,
  workdays: dates,
  /** Natural days after which silence is shown as 基本满意, apart from real ratings; null = never. */
  silenceCountsAfterDays: whole(1, 60).nullable().default(null),
  /** The page behind the QR code of a ticket; null = no page, no QR code. */
  listen: listen.nullable().default(null),
  /** What the QR code says; null = where it listens. */
  publicAddress: ServiceAddress.nullable().default(null),
  /** PEM files for TLS. */
  certificate: line(400).nullable().default(null),
  key: line(400).nullable().default(null),
  /** Days after the visit in which its QR code may still be used; 0 = the same day. */
  withinDays: whole(0, 30).default(7),
}).superRefine(({ listen: at, publicAddress, certificate, key }, context) => {
  const complain = (path: string, message: string): void =>
    context.addIssue({ code: 'custom', path: [path], message });
  if (at === null) return;
  const needsTls = !isLoopbackHost(at.host);
  if (certificate === null && (needsTls || key !== null)) complain('certificate', PEM);
  if (key === null && (needsTls || certificate !== null)) complain('key', PEM);
  if (publicAddress === null && WILDCARDS.includes(at.host)) complain('publicAddress', PUBLIC);
});
export type RatingsConfiguration = z.output<typeof RatingsConfiguration>;

/** What the QR codes begin with; null where there is no page. */
export function ratingAddress(ratings: RatingsConfiguration): string | null {
  const { listen: at, publicAddress, certificate } = ratings;
  if (at === null) return null;
  if (publicAddress !== null) return publicAddress.replace(/\/+$/, '');
  const host = at.host.includes(':') ? `[${at.host}]` : at.host;
  return `${certificate === null ? 'http' : 'https'}://${host}:${at.port}`;
}
