import { beforeEach, describe, expect, it } from 'vitest';
import { HelpDesk } from '../../../main/station/help/index.ts';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HelpView } from '../../../preload/contracts/hall-operations.ts';
import { err, ok } from '../../../preload/contracts/result.ts';
import { sampleHelp, sampleId } from '../../support/fake-services/samples.ts';

const one = sampleHelp(1, { kind: 'visitor', place: 'K1' });
const elsewhere = sampleHelp(2, { kind: 'visitor', place: 'K2' });
const answered = {
  ...one,
  state: 'answered' as const,
  answeredBy: { staffNumber: '1001', name: '测试甲' },
};
const feedOf = (...calls: HelpView[]) => ({
  help: Object.fromEntries(calls.map((call) => [call.helpId, call])),
});
const request = sampleId(50);

let changes: number;
let remembered: string | undefined;
let ending: ApiError | null;
let desk: HelpDesk;
const newDesk = (): HelpDesk =>
  new HelpDesk({
    hall: {
      callForHelp: () => Promise.resolve(ok(one)),
      endHelp: () => Promise.resolve(ending === null ? ok({ ...one, state: 'ended' as const }) : err(ending)),
    },
    file: {
      ...{ difficulties: () => [], keep: () => undefined, forget: () => undefined },
      asked: () => remembered,
      noteAsked: (helpId) => (remembered = helpId),
    },
    onChange: () => (changes += 1),
  });

beforeEach(() => {
  [changes, remembered, ending] = [0, undefined, null];
  desk = newDesk();
});

describe('a call for help from this kiosk', () => {
  it('is shown as soon as the hall has taken it, before its feed tells of it', async () => {
    await desk.call(request);
    expect(desk.view).toEqual({
      ...{ helpId: one.helpId, state: 'asked', askedAt: one.askedAt },
      ...{ escalated: false, answeredBy: null },
    });
    desk.onUpdate(feedOf(elsewhere));
    expect(desk.view, 'an update that left the hall before the call').not.toBeNull();
    desk.onUpdate(feedOf(elsewhere, answered));
    expect(desk.view).toMatchObject({ state: 'answered', answeredBy: '测试甲' });
    desk.onUpdate(feedOf(elsewhere));
    expect([desk.view, remembered]).toEqual([null, undefined]);
    expect(changes).toBe(3);
  });

  it('does not go back to “asked” when it is touched again while somebody comes', async () => {
    await desk.call(request);
    desk.onUpdate(feedOf(answered));
    await desk.call(sampleId(51));
    expect(desk.view?.state).toBe('answered');
  });

  it('that ended while the line was away is over with the next snapshot', async () => {
    await desk.call(request);
    desk.onSnapshot(feedOf(elsewhere));
    expect(desk.view).toBeNull();
  });

  it('made before this program started is found again, and nobody else’s is', () => {
    desk.onSnapshot(feedOf(one));
    expect(desk.view, 'nothing was asked from here').toBeNull();
    remembered = one.helpId;
    desk = newDesk();
    desk.onSnapshot(feedOf(elsewhere, { ...one, escalatedAt: one.askedAt }));
    expect(desk.view).toMatchObject({ helpId: one.helpId, escalated: true });
  });

  it('stands as long as the hall does not hear that nobody is needed', async () => {
    await desk.call(request);
    ending = { kind: 'hall-unreachable' };
    expect(await desk.cancel(sampleId(52))).toMatchObject({ ok: false });
    expect(desk.view?.state).toBe('asked');
    ending = null;
    expect(await desk.cancel(sampleId(52))).toEqual(ok({}));
    expect(desk.view).toBeNull();
  });
});
