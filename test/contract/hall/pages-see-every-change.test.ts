import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HallOperations, TicketView } from '../../../preload/contracts/hall-operations.ts';
import type { Client } from '../../../preload/contracts/operation.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { isOfTheQueue, listenAs, sameAsTruth, type HallListener } from './feed-truth.ts';
import { HASTY_HALL, SERVICE } from './situations.ts';

let hall: HallService;
let display: HallListener;
let clerk: Client<HallOperations>;
const id = () => ({ requestId: randomUUID() });
const issue = (birthDate?: string) =>
  must(hall.as('kiosk').issueTicket({ ...id(), serviceCode: SERVICE, ...(birthDate && { birthDate }) }));

const joinDisplay = (): Promise<HallListener> => listenAs(hall, 'display');

beforeEach(async () => {
  hall = await HallService.forTest({ configuration: HASTY_HALL });
  display = await joinDisplay();
  clerk = hall.as('counter');
});

describe('a display hears', () => {
  it('an empty hall first, then a whole life of a ticket', async () => {
    expect(display.messages[0]?.type).toBe('snapshot');
    expect(display.now.hall['now']).toMatchObject({
      waiting: 0,
      storage: 'well',
      simulated: ['idCardReader', 'ticketPrinter', 'formPrinter', 'readAloud'],
    });

    const { ticketId, number } = await issue();
    await display.until(
      (now) => now.tickets[ticketId]?.state === 'waiting' && now.hall['now']?.waiting === 1,
    );
    expect(display.now.order['now']).toEqual({ numbers: [number] });

    await must(clerk.openCounter({ ...id(), counterId: '1' }));
    await display.until((now) => now.counters['1']?.state === 'open' || undefined);
    await must(clerk.callNext({ ...id(), counterId: '1' }));
    const call = await display.until((now) => now.calls[ticketId]);
    expect(call).toMatchObject({ number, counterId: '1', recall: false });
    expect(display.now.counters['1']).toMatchObject({ ticketId, waiting: 0 });
    expect(display.now.order['now']).toEqual({ numbers: [] });

    await must(clerk.recallTicket({ ...id(), ticketId }));
    const recall = await display.until((now) =>
      now.calls[ticketId]?.recall ? now.calls[ticketId] : undefined,
    );
    expect(recall.callSequence).toBeGreaterThan(call.callSequence);

    await must(clerk.startService({ ...id(), ticketId }));
    await display.until((now) => now.tickets[ticketId]?.state === 'serving' || undefined);
    await must(clerk.finishService({ ...id(), ticketId }));
    await display.until((now) => now.tickets[ticketId] === undefined && now.counters['1']?.ticketId === null);
    await sameAsTruth(hall, display);
  });

  it('a miss, a return, a cancellation, a pause and a closing', async () => {
    await must(clerk.openCounter({ ...id(), counterId: '2' }));
    const { ticketId } = await issue();
    await must(clerk.callNext({ ...id(), counterId: '2' }));
    await must(clerk.missTicket({ ...id(), ticketId }));
    await display.until((now) => now.tickets[ticketId]?.state === 'missed' || undefined);
    await must(clerk.returnTicket({ ...id(), ticketId }));
    await display.until((now) => now.tickets[ticketId]?.state === 'waiting' || undefined);
    await must(hall.as('kiosk').cancelTicket({ ...id(), ticketId }));
    await display.until((now) => now.tickets[ticketId] === undefined || undefined);
    await must(clerk.pauseCounter({ ...id(), counterId: '2' }));
    await display.until((now) => now.counters['2']?.state === 'paused' || undefined);
    await must(clerk.closeCounter({ ...id(), counterId: '2' }));
    await display.until((now) => now.counters['2']?.state === 'closed' || undefined);
    await sameAsTruth(hall, display);
  });

  it('a person who is off for a copy, back, passed on, and put first by staff', async () => {
    await must(clerk.openCounter({ ...id(), counterId: '4' }));
    const { ticketId } = await issue();
    const ticket = (fits: (seen: TicketView) => boolean) =>
      display.until((now) => {
        const seen = now.tickets[ticketId];
        return (seen !== undefined && fits(seen)) || undefined;
      });
    await must(clerk.callNext({ ...id(), counterId: '4' }));
    await must(clerk.startService({ ...id(), ticketId }));
    await must(clerk.parkTicket({ ...id(), ticketId }));
    await ticket(({ state }) => state === 'parked');
    await must(clerk.resumeTicket({ ...id(), ticketId, counterId: '4' }));
    await ticket(({ state }) => state === 'serving');
    await must(clerk.transferTicket({ ...id(), ticketId, serviceCode: 'LN-02' }));
    await ticket(({ state, serviceCode }) => state === 'waiting' && serviceCode === 'LN-02');
    await must(clerk.correctPriority({ ...id(), ticketId, priorityClass: 'urgent', why: 'unwell' }));
    await ticket(({ priorityClass }) => priorityClass === 'urgent');
    await must(clerk.cancelTicket({ ...id(), ticketId }));
    await must(clerk.closeCounter({ ...id(), counterId: '4' }));
    await sameAsTruth(hall, display);
  });

  it('what became of the paper', async () => {
    const { ticketId } = await issue();
    for (const printState of ['sent', 'unknown', 'confirmed'] as const) {
      await must(hall.as('kiosk').recordPrint({ ...id(), ticketId, printState, reprint: false }));
      await display.until((now) => now.tickets[ticketId]?.printState === printState || undefined);
    }
  });

  it('the elder who came second as the first of the order', async () => {
    const [first, elder] = [await issue(), await issue('19400101')];
    await display.until((now) => now.order['now']?.numbers.length === 2 || undefined);
    expect(display.now.order['now']?.numbers).toEqual([elder.number, first.number]);
  });

  it('a call whole, in one update: no page ever shows a number that is called and still waits', async () => {
    await must(clerk.openCounter({ ...id(), counterId: '1' }));
    const { ticketId, number } = await issue();
    await display.until((now) => now.order['now']?.numbers.includes(number) || undefined);
    const heard = display.messages.length;
    await must(clerk.callNext({ ...id(), counterId: '1' }));
    await display.until((now) => now.calls[ticketId]);
    await sameAsTruth(hall, display);
    const updates = display.messages.slice(heard).filter(isOfTheQueue);
    expect(updates).toHaveLength(1);
    expect(updates[0]?.changes.map(({ collection }) => collection).sort()).toEqual([
      'announcements',
      'calls',
      'counters',
      'counters',
      'counters',
      'counters',
      'hall',
      'order',
      'tickets',
    ]);
  });

  it('nothing when nothing changed', async () => {
    await must(clerk.openCounter({ ...id(), counterId: '1' }));
    await sameAsTruth(hall, display);
    const heard = display.messages.length;
    await must(clerk.openCounter({ ...id(), counterId: '1' }));
    await clerk.callNext({ ...id(), counterId: '1' });
    await must(clerk.openCounter({ ...id(), counterId: '4' }));
    await sameAsTruth(hall, display);
    expect(display.messages.slice(heard).filter(isOfTheQueue)).toHaveLength(1);
  });
});

describe('a display that missed something', () => {
  it('notices, asks, and sees what is true', async () => {
    display.loseTheNext(1);
    await issue();
    await issue();
    await display.until((now) => now.hall['now']?.waiting === 2 || undefined);
    expect(display.gaps).toBeGreaterThan(0);
    await sameAsTruth(hall, display);
  });

  it('sees what is true when it comes late, and after the hall was started anew', async () => {
    await issue();
    await must(clerk.openCounter({ ...id(), counterId: '1' }));
    await must(clerk.callNext({ ...id(), counterId: '1' }));
    await sameAsTruth(hall, await joinDisplay());
    await hall.restart();
    const after = await joinDisplay();
    await sameAsTruth(hall, after);
    expect(Object.keys(after.now.calls)).toHaveLength(1);
  });
});

it('a hundred changes reach ten displays in a dense sequence, all ending with the truth', async () => {
  const displays = await Promise.all(Array.from({ length: 10 }, joinDisplay));
  await must(clerk.openCounter({ ...id(), counterId: '1' }));
  for (let round = 0; round < 25; round += 1) {
    await issue();
    const { ticketId } = await must(clerk.callNext({ ...id(), counterId: '1' }));
    await must(clerk.startService({ ...id(), ticketId }));
    await must(clerk.finishService({ ...id(), ticketId }));
  }
  for (const listener of displays) {
    await sameAsTruth(hall, listener);
    const sequences = listener.messages.flatMap((message) =>
      message.type === 'heartbeat' ? [] : [message.sequence],
    );
    expect(sequences).toEqual(sequences.map((_, index) => (sequences[0] ?? 0) + index));
    expect(listener.gaps).toBe(0);
  }
});
