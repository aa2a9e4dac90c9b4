import { describe, expect, it } from 'vitest';
import { DOCUMENTS, textOf } from './documents.ts';

/** Where the documents may lead, and addresses that are reserved for examples (RFC 5737, RFC 6761). */
const HOSTS = ['127.0.0.1', 'centre.example.gov', 'keepachangelog.com', 'semver.org'];
const EXAMPLE_ADDRESS = /^(?:127\.0\.0\.1|192\.0\.2\.\d+|198\.51\.100\.\d+|203\.0\.113\.\d+)$/;

const matches = (text: string, pattern: RegExp): string[] => text.match(pattern) ?? [];

describe.each(DOCUMENTS)('%s', (document) => {
  const text = textOf(document);

  it('names no folder of somebody’s own machine', () => {
    expect(matches(text, /(?<![\w.~])\/(?:work|tmp|root|home|Users|mnt)\b[^\s`]*/g)).toEqual([]);
  });

  it('leads to no host but the few that it needs', () => {
    const hosts = [...text.matchAll(/\b(?:https?|wss?):\/\/([^\s/:`)'"…]+)/g)].map(([, host = '']) => host);
    expect(hosts.filter((host) => !HOSTS.includes(host) && host !== 'ADDRESS')).toEqual([]);
  });

  it('uses addresses that are reserved for examples', () => {
    const addresses = matches(text, /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])/g);
    expect(addresses.filter((address) => !EXAMPLE_ADDRESS.test(address))).toEqual([]);
  });

  it('shows no whole token and speaks of no ticket of a tracker', () => {
    expect(matches(text, /st_[\w-]{43}/g)).toEqual([]);
    expect(matches(text, /(?<![\w&])#\d+\b/g)).toEqual([]);
  });
});

it('would notice', () => {
  expect(
    matches('see /tmp/x and /work/main', /(?<![\w.~])\/(?:work|tmp|root|home|Users|mnt)\b[^\s`]*/g),
  ).toEqual(['/tmp/x', '/work/main']);
});
