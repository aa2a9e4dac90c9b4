import { describe, expect, it } from 'vitest';
import { decodeIpp, encodeIpp } from '../../../main/station/devices/form-printer/cups/ipp-message.ts';
import {
  queueState,
  statusOf,
  troubleIn,
} from '../../../main/station/devices/form-printer/cups/queue-state.ts';

describe('reasons of a printer, in the words of RFC 8011 and of CUPS', () => {
  it.each([
    [['none'], undefined],
    [['media-empty-error', 'paused'], 'no-paper'],
    [['paused', 'media-needed-error'], 'no-paper'],
    [['media-empty-warning'], undefined],
    [['media-low-report', 'toner-low-warning'], undefined],
    [['cover-open-error'], 'cover-open'],
    [['door-open'], 'cover-open'],
    [['offline-report'], 'disconnected'],
    [['connecting-to-device'], 'disconnected'],
    [['media-jam-error'], 'fault'],
    [['something-new-error'], 'fault'],
  ] as const)('%j is %s', (reasons, trouble) => {
    expect(troubleIn(reasons)).toBe(trouble);
  });
});

describe('a queue', () => {
  const told = (state: number, accepts: boolean, ...reasons: string[]) =>
    queueState({
      status: 0,
      attributes: new Map<string, (string | number | boolean)[]>([
        ['printer-state', [state]],
        ['printer-is-accepting-jobs', [accepts]],
        ['printer-state-reasons', reasons],
      ]),
    });
  it.each([
    [told(3, true, 'none'), { state: 'ready' }],
    [told(4, true, 'none'), { state: 'busy' }],
    [told(5, true, 'paused'), { state: 'unavailable', reason: 'stopped' }],
    [told(5, true, 'paused', 'media-empty-error'), { state: 'unavailable', reason: 'no-paper' }],
    [told(3, false, 'none'), { state: 'unavailable', reason: 'stopped' }],
  ])('%j', (queue, status) => {
    expect(queue && statusOf(queue)).toEqual(status);
  });

  it('an answer about something else is none', () => {
    expect(queueState({ status: 0, attributes: new Map() })).toBeUndefined();
  });
});

describe('bytes of IPP', () => {
  const bytes = encodeIpp({
    operation: 'getJobAttributes',
    attributes: [
      ['integer', 'job-id', 7],
      ['keyword', 'requested-attributes', 'job-state', 'job-name'],
      ['name', 'job-name', '授权委托书'],
      ['boolean', 'purge-job', true],
    ],
  });

  it('begin as RFC 8010 has them', () => {
    const begin = '0101000900000001' + '01' + '470012' + Buffer.from('attributes-charset').toString('hex');
    expect(bytes.toString('hex').startsWith(begin)).toBe(true);
  });

  it('are read as they were written', () => {
    const read = decodeIpp(bytes);
    expect(read.ok && Object.fromEntries(read.value.attributes)).toMatchObject({
      'job-id': [7],
      'requested-attributes': ['job-state', 'job-name'],
      'job-name': ['授权委托书'],
      'purge-job': [true],
    });
  });

  it('that are cut off anywhere are refused, never half understood', () => {
    for (let length = 0; length < bytes.length; length += 1) {
      expect(decodeIpp(bytes.subarray(0, length))).toEqual({ ok: false, error: 'not-ipp' });
    }
  });
});
