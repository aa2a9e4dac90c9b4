import type { HallOperations } from '../../preload/contracts/hall-operations.ts';
import type { Client } from '../../preload/contracts/operation.ts';
import type { Clock } from '../foundation/clock.ts';
import type { FollowedFeed } from '../foundation/feed/index.ts';
import type { Lifetime } from '../foundation/lifetime.ts';
import type { Log } from '../foundation/log/index.ts';
import {
  CallHerald,
  followHall,
  type CallAnnouncer,
  type HallFeedAccess,
  type HallListener,
} from './calls/index.ts';
import { troubleNote } from './devices/trouble-note.ts';
import type { StationDevices } from './devices/open-devices.ts';
import type { OpenedRatingPad } from './devices/rating-pad/index.ts';
import type { Speaker } from './devices/speaker/index.ts';
import { CallBoard, type OpenedWindowDisplay } from './devices/window-display/index.ts';
import { RatingDesk, RatingReports } from './rating/index.ts';

export interface ListenersOptions {
  readonly devices: Pick<StationDevices, 'speaker' | 'windowDisplays' | 'ratingPad'>;
  readonly hall: Client<HallOperations>;
  /** Without it nothing is heard of the hall: devices are looked after all the same. */
  readonly hallFeed?: HallFeedAccess | undefined;
  /** Whoever else of this PC wants to know what goes on in the hall. */
  readonly others?: readonly HallListener[];
  readonly clock: Clock;
  readonly log: Log;
  readonly life: Lifetime;
  /** A device's status may have changed. */
  readonly onStatus: () => void;
}

/**
 * The devices of this PC that attend to what goes on in the hall: loudspeaker, displays over windows, rating pad, all on
 * one line. What was really announced is told to the hall on the same line. Answers how to begin.
 */
export function openHallListeners(options: ListenersOptions): () => void {
  const { devices, hallFeed, others = [], clock, log, life } = options;
  const { speaker, windowDisplays = [], ratingPad } = devices;
  const boards = windowDisplays.map((display) => openBoard(display, options));
  const announcers: CallAnnouncer[] = [...openVoice(speaker, options), ...boards];
  const desks = ratingPad === undefined ? [] : [openDesk(ratingPad, options)];
  const listeners: HallListener[] = [
    ...(announcers.length === 0 ? [] : [new CallHerald(announcers, clock, log)]),
    ...desks,
    ...others,
  ];
  return () => {
    speaker?.start();
    for (const attendant of [...boards, ...desks]) attendant.start();
    if (listeners.length === 0 || hallFeed === undefined) return;
    const line = life.own(followHall({ ...hallFeed, listeners, clock, log }), (opened) => opened.stop());
    for (const announcer of announcers) reportOn(line, announcer, life);
  };
}

function openVoice(speaker: Speaker | undefined, { life, onStatus }: ListenersOptions): CallAnnouncer[] {
  if (speaker === undefined) return [];
  life.own(speaker.onStatus(onStatus), (unsubscribe) => unsubscribe());
  return [life.own(speaker, (opened) => opened.stop())];
}

function openBoard(
  { counterId, idleText, display }: OpenedWindowDisplay,
  { life, log, onStatus }: ListenersOptions,
): CallBoard {
  const note = troubleNote(log, { device: 'windowDisplay', counterId });
  const told = display.onStatus((status) => {
    note(status);
    onStatus();
  });
  life.own(told, (unsubscribe) => unsubscribe());
  return life.own(new CallBoard({ counterId, idleText, display }), (board) => board.stop());
}

function openDesk(
  { counterId, pad }: OpenedRatingPad,
  { hall, clock, log, life, onStatus }: ListenersOptions,
): RatingDesk {
  const note = troubleNote(log, { device: 'ratingPad', ...(counterId !== undefined && { counterId }) });
  if (counterId === undefined) log.warn('the rating pad belongs to no counter: nobody is asked');
  const told = pad.onEvent((event) => {
    if (event.kind !== 'status-changed') return;
    note(event.status);
    onStatus();
  });
  life.own(told, (unsubscribe) => unsubscribe());
  const reports = life.own(new RatingReports({ hall, clock, log }), (sender) => sender.stop());
  return life.own(new RatingDesk({ counterId, pad, hall, reports, log }), (desk) => desk.stop());
}

/** A line that is away loses the word: the hall then sounds its alarm for a call that may well have been heard. */
function reportOn(line: FollowedFeed, announcer: CallAnnouncer, life: Lifetime): void {
  const unsubscribe = announcer.onAnnounced(({ callSequence, ticketId }) =>
    line.announce({ callSequence, ticketId, by: announcer.announces }),
  );
  life.own(unsubscribe, (stop) => stop());
}
