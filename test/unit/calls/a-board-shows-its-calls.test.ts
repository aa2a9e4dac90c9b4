import { expect, it } from 'vitest';
import {
  CallBoard,
  type DisplayedCall,
  type WindowDisplay,
  type WindowDisplayStatus,
} from '../../../main/station/devices/window-display/index.ts';
import type { CallView } from '../../../preload/contracts/hall-operations.ts';
import { sampleCall, sampleTicket } from '../../support/fake-services/samples.ts';

/** A display that acknowledges when the test says so. */
class PaperDisplay implements WindowDisplay {
  readonly simulated = true;
  readonly lines: string[] = [];
  #status: WindowDisplayStatus = { state: 'connecting', simulated: true };
  #listener: (status: WindowDisplayStatus) => void = () => undefined;

  start(): void {
    this.acknowledge();
  }
  stop(): Promise<void> {
    return Promise.resolve();
  }
  show({ number, priority, text }: DisplayedCall): void {
    this.lines.push(text ?? `${number}${priority ? ' first' : ''}`);
    this.#become({ state: 'ready', upToDate: false, simulated: true });
  }
  clear(): void {
    this.lines.push('');
    this.#become({ state: 'ready', upToDate: false, simulated: true });
  }
  acknowledge(): void {
    this.#become({ state: 'ready', upToDate: true, simulated: true });
  }
  fail(): void {
    this.#become({ state: 'unavailable', reason: 'switched-off', simulated: true });
  }
  status(): WindowDisplayStatus {
    return this.#status;
  }
  onStatus(listener: (status: WindowDisplayStatus) => void): () => void {
    this.#listener = listener;
    return () => undefined;
  }
  #become(status: WindowDisplayStatus): void {
    this.#status = status;
    this.#listener(status);
  }
}

/** Over window 3. `announced`: sequences of calls, as they were told. */
function open(idleText?: string) {
  const display = new PaperDisplay();
  const board = new CallBoard({ counterId: '3', display, idleText });
  const announced: number[] = [];
  board.onAnnounced(({ callSequence }) => announced.push(callSequence));
  board.start();
  return { display, board, announced };
}

const call = (sequence: number, n = sequence, counterId = '3'): CallView => ({
  ...sampleCall(sequence, sampleTicket(n), counterId),
  priority: false,
});

it('begins empty, shows calls to its window, each recall anew, and is empty when nobody is called', () => {
  const { display, board } = open();
  board.called(call(1));
  board.called({ ...call(2, 1), recall: true });
  board.ended(call(2, 1));
  board.called({ ...call(3), priority: true });
  expect(display.lines).toEqual(['', 'A001', 'A001', '', 'A003 first']);
});

it('has words of the hall’s own while nobody is called', () => {
  const { display, board } = open('请等候叫号');
  board.called(call(1));
  board.ended(call(1));
  expect(display.lines).toEqual(['请等候叫号', 'A001', '请等候叫号']);
});

it('leaves other windows’ calls to other displays; who is called elsewhere now no longer stands here', () => {
  const { display, board } = open();
  board.called(call(1, 1, '4'));
  board.ended(call(1, 1, '4'));
  board.called(call(2));
  board.called(call(3, 2, '4'));
  expect(display.lines).toEqual(['', 'A002', '']);
});

it('the end of a call that another has replaced takes nothing off', () => {
  const { display, board } = open();
  board.called(call(1));
  board.called(call(2));
  board.ended(call(1));
  expect(display.lines).toEqual(['', 'A001', 'A002']);
});

it('tells of a call once, when the display has acknowledged it, and of each recall', () => {
  const { display, board, announced } = open();
  board.called(call(1));
  expect(announced).toEqual([]);
  display.acknowledge();
  display.fail();
  display.acknowledge();
  board.called({ ...call(2, 1), recall: true });
  display.acknowledge();
  expect(announced).toEqual([1, 2]);
});

it('tells nothing of what a dark display has taken, of a call that was over too soon, of its idle words', () => {
  const { display, board, announced } = open('请等候叫号');
  board.called(call(1));
  display.fail();
  board.ended(call(1));
  display.acknowledge();
  expect(announced).toEqual([]);
});
