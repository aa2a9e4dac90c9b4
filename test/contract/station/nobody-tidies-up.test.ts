import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../../main/foundation/clock.ts';
import { composeCard } from '../../../main/station/devices/id-card-reader/compose-card.ts';
import { toIdCard } from '../../../main/station/devices/id-card-reader/id-card.ts';
import { ABANDONED_AFTER_MS, ADVICE_SHOWN_MS, VisitDesk } from '../../../main/station/visit/visit-desk.ts';

function openDesk() {
  const clock = new ManualClock('2026-06-15T09:00:00+08:00');
  const told = { count: 0 };
  const desk = new VisitDesk(clock, () => (told.count += 1));
  const card = toIdCard(composeCard({ name: '测试甲' }), '2026-06-15');
  return { clock, desk, told, card };
}

describe('a visit that the page forgot to end', () => {
  it('ends by itself when nobody touched anything for long', () => {
    const { clock, desk } = openDesk();
    desk.beginWithoutCard();
    clock.advance(ABANDONED_AFTER_MS - 1);
    desk.tidyUp();
    expect(desk.visit).toBeDefined();
    clock.advance(1);
    desk.tidyUp();
    expect(desk.visit).toBeUndefined();
  });

  it('goes on while the card lies there, and for a while after it was lifted', () => {
    const { clock, desk, card } = openDesk();
    desk.onReaderEvent({ kind: 'card-placed', card });
    clock.advance(2 * ABANDONED_AFTER_MS);
    desk.tidyUp();
    expect(desk.visit).toBeDefined();
    desk.onReaderEvent({ kind: 'card-removed' });
    desk.tidyUp();
    expect(desk.visit).toBeDefined();
    clock.advance(ABANDONED_AFTER_MS);
    desk.tidyUp();
    expect(desk.visit).toBeUndefined();
  });
});

describe('advice about a card that could not be read', () => {
  it('is gone when somebody else may stand there: no reader says that such a card was lifted', () => {
    const { clock, desk, told } = openDesk();
    desk.onReaderEvent({ kind: 'card-unreadable', advice: 'go-to-counter' });
    clock.advance(ADVICE_SHOWN_MS - 1);
    desk.tidyUp();
    expect(desk.advice).toBe('go-to-counter');
    clock.advance(1);
    told.count = 0;
    desk.tidyUp();
    expect(desk.advice).toBeUndefined();
    expect(told.count).toBe(1);
    desk.tidyUp();
    expect(told.count).toBe(1);
  });

  it('is gone at once for who goes on without a card, or with one that reads', () => {
    const { desk, card } = openDesk();
    desk.onReaderEvent({ kind: 'card-unreadable', advice: 'lift-and-replace' });
    desk.beginWithoutCard();
    expect(desk.advice).toBeUndefined();
    desk.onReaderEvent({ kind: 'card-unreadable', advice: 'lift-and-replace' });
    desk.onReaderEvent({ kind: 'card-placed', card });
    expect(desk.advice).toBeUndefined();
  });
});
