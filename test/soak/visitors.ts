import { randomUUID } from 'node:crypto';
import { visitor } from '../bench/core/visitors.ts';
import { must, patiently } from './ask.ts';
import { MINUTE_MS, oneOf, SERVICES, type Day } from './day.ts';

/** As many as four counters can serve with some waiting; the voice must be able to say each of them at fifty times the pace. */
const VISITORS_AN_HOUR = 28;
const AT_THE_KIOSK = 0.6;
const GO_HOME = 0.03;
const BEFORE_GOING_HOME_MS = 2 * MINUTE_MS;

const id = () => ({ requestId: randomUUID() });

/** People come in at random moments until the doors shut. */
export async function letVisitorsIn(day: Day): Promise<void> {
  const leaving: Promise<void>[] = [];
  for (let place = 0; !day.doorsShut; place += 1) {
    await day.clock.sleep((-Math.log(1 - day.random()) * 60 * MINUTE_MS) / VISITORS_AN_HOUR);
    const ticketId = await (day.random() < AT_THE_KIOSK ? atTheKiosk(day) : atTheDesk(day, place));
    day.issued.push(ticketId);
    if (day.random() < GO_HOME) leaving.push(goHome(day, ticketId));
  }
  await Promise.all(leaving);
}

/** The real station: a visit, a number, a paper. */
async function atTheKiosk(day: Day): Promise<string> {
  await must(() => day.station.beginWithoutCard(id()));
  const wish = { ...id(), serviceCode: oneOf(day.random, SERVICES) };
  const { ticketId } = await must(() => day.station.takeTicket(wish));
  await must(() => day.station.endVisit(id()));
  day.seen.atKiosk += 1;
  return ticketId;
}

/** Another PC of the hall, some people with a card: their names go to the vault. */
async function atTheDesk(day: Day, place: number): Promise<string> {
  const wish = { ...id(), ...visitor(place) };
  return (await must(() => day.kiosk.issueTicket(wish))).ticketId;
}

/** Somebody does not want to wait; who was called meanwhile stays. */
async function goHome(day: Day, ticketId: string): Promise<void> {
  await day.clock.sleep(day.random() * BEFORE_GOING_HOME_MS);
  const answer = await patiently(() => day.kiosk.cancelTicket({ ...id(), ticketId }));
  if (answer.ok) day.seen.cancelled += 1;
}
