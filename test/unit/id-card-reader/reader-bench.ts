import { ok } from '../../../preload/contracts/result.ts';
import type { LinkHandlers } from '../../../main/station/devices/lines/byte-link.ts';
import type { CardFields } from '../../../main/station/devices/id-card-reader/compose-card.ts';
import type { IdCardReader, IdCardReaderEvent } from '../../../main/station/devices/id-card-reader/port.ts';
import { SamReader } from '../../../main/station/devices/id-card-reader/sam-reader.ts';
import { simulateCard } from '../../../main/station/devices/id-card-reader/sam/simulated-card.ts';
import {
  SimulatedSam,
  type SimulatedSamOptions,
} from '../../../main/station/devices/id-card-reader/sam/simulated-sam.ts';
import type { SamTimings } from '../../../main/station/devices/id-card-reader/timings.ts';

/** A reader that lives a hundred times faster than in the hall. */
export const FAST: SamTimings = {
  pollMs: 4,
  answerMs: 300,
  readAnswerMs: 400,
  gapMs: 60,
  heartbeatMs: 60,
  settleMs: 1,
  removalMs: 12,
  forgetFailuresMs: 30_000,
  retryMs: 10,
  reopenFirstMs: 5,
  reopenMostMs: 40,
  longestAnswerMs: 100,
};

/** One word per event, in order: "placed 110***********9020", "removed", "unreadable lift-and-replace", "silent". */
export function record(reader: IdCardReader): string[] {
  const story: string[] = [];
  reader.onEvent((event) => story.push(tell(event)));
  return story;
}

function tell(event: IdCardReaderEvent): string {
  switch (event.kind) {
    case 'card-placed':
      return `placed ${event.card.number.masked}`;
    case 'card-removed':
      return 'removed';
    case 'card-unreadable':
      return `unreadable ${event.advice}`;
    case 'status-changed':
      return event.status.state === 'unavailable' ? event.status.reason : event.status.state;
  }
}

export interface Bench {
  readonly reader: SamReader;
  readonly sam: SimulatedSam;
  readonly story: string[];
  /** Command bytes of every request that reached the module. */
  readonly asked: string[];
  place(fields?: CardFields): void;
  /** Bytes that come out of the module although nobody asked. */
  inject(hex: string): void;
}

export interface BenchOptions extends SimulatedSamOptions {
  /** Sees every request before the module; true keeps it away from the module. */
  readonly intercept?: (command: string, inject: (hex: string) => void) => boolean;
}

/** A driver and a simulated module, joined by a wire in memory that a test can tamper with. */
export function bench(options: BenchOptions = {}): Bench {
  const asked: string[] = [];
  let handlers: LinkHandlers | undefined;
  const inject = (hex: string) => handlers?.data(Buffer.from(hex, 'hex'));
  const sam = new SimulatedSam((bytes) => handlers?.data(bytes), options);
  const deliver = (bytes: Uint8Array) => {
    const command = Buffer.from(bytes).toString('hex', 7, 9);
    asked.push(command);
    if (options.intercept?.(command, inject) !== true) sam.receive(bytes);
  };
  const reader = new SamReader({
    simulated: true,
    timings: FAST,
    openLink: (given) => {
      handlers = given;
      return Promise.resolve(
        ok({
          write: (bytes) => {
            setImmediate(() => deliver(bytes));
            return true;
          },
          flushInput: () => Promise.resolve(),
          close: () => Promise.resolve(),
        }),
      );
    },
  });
  const place = (fields: CardFields = {}) => {
    const card = simulateCard(fields);
    if (!card.ok) throw new Error(`No chip can hold ${card.error.field}`);
    sam.placeCard(card.value);
  };
  return { reader, sam, story: record(reader), asked, place, inject };
}
