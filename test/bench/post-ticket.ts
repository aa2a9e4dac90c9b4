import { fileURLToPath } from 'node:url';
import { PEOPLE_WAITING } from './core/full-hall.ts';
import { openRawTransaction } from './core/raw-transaction.ts';
import { VISITORS, visitor } from './core/visitors.ts';
import type { BenchContext, Finding, Goal } from './goal.ts';
import { startHttpHall, type HttpHall } from './http/http-hall.ts';
import { openClient } from './http/keep-alive-client.ts';
import { startProcess } from './http/start-process.ts';
import { Samples } from './statistics.ts';

const TARGET = 2;
const ROUNDS = 1_500;
const QUICK_ROUNDS = 400;
const WARM_UP_ROUNDS = 500;
const ECHO_PROCESS = fileURLToPath(new URL('./http/echo-process.ts', import.meta.url));
const COUNTERS = ['1', '2', '3', '4'] as const;

type Contestant = 'post' | 'echo' | 'transaction';
type Contest = Readonly<Record<Contestant, (place: number) => Promise<unknown>>>;
type Times = Readonly<Record<Contestant, Samples>>;

/** What a kiosk waits for, against a service that only echoes and a database that only writes. */
export const postTicket: Goal = {
  id: 'G2',
  name: 'POST ticket ÷ (raw HTTP echo + raw transaction)',
  measure: async (context) => {
    const folder = context.folders.onDisk();
    const hall = await startHttpHall(folder, context.lifetime);
    const contest = await openContest(hall, folder, context);
    await fillHall(hall);
    const times = newTimes();
    const rounds = WARM_UP_ROUNDS + (context.quick ? QUICK_ROUNDS : ROUNDS);
    for (let round = 0; round < rounds; round += 1) {
      await takeTurns(contest, round < WARM_UP_ROUNDS ? newTimes() : times, round);
      await serveOne(hall, round);
    }
    return finding(times);
  },
};

async function openContest(hall: HttpHall, folder: string, { lifetime }: BenchContext): Promise<Contest> {
  const { address } = await startProcess(ECHO_PROCESS, {}, lifetime);
  const echo = openClient(address, lifetime);
  const transaction = openRawTransaction(folder, lifetime);
  return {
    post: (place) => hall.do('issueTicket', visitor(place)),
    echo: (place) => echo('/', visitor(place)),
    transaction: () => Promise.resolve(transaction()),
  };
}

/** Each goes first, second and third as often as the others. */
async function takeTurns(contest: Contest, times: Times, round: number): Promise<void> {
  const order: readonly Contestant[] = ['post', 'echo', 'transaction'];
  for (let turn = 0; turn < order.length; turn += 1) {
    const contestant = order[(round + turn) % order.length] ?? 'post';
    await times[contestant].timeAsync(() => contest[contestant](PEOPLE_WAITING + round));
  }
}

const newTimes = (): Times => ({ post: new Samples(), echo: new Samples(), transaction: new Samples() });

async function fillHall(hall: HttpHall): Promise<void> {
  for (const counterId of COUNTERS) await hall.do('openCounter', { counterId });
  for (let place = 0; place < PEOPLE_WAITING; place += 1) await hall.do('issueTicket', visitor(place));
}

/** As many go as come. The last question waits until the service has told its displays: people come one by one. */
async function serveOne(hall: HttpHall, round: number): Promise<void> {
  const counterId = COUNTERS[round % COUNTERS.length] ?? COUNTERS[0];
  const { ticketId } = await hall.do('callNext', { counterId });
  await hall.do('startService', { ticketId });
  await hall.do('finishService', { ticketId, outcome: 'done' });
  await hall.ask('ticketStatus', { ticketId });
}

function finding({ post, echo, transaction }: Times): Finding {
  const baseline = echo.p50 + transaction.p50;
  const ratio = post.p50 / baseline;
  return {
    baseline,
    value: post.p50,
    ratio,
    target: TARGET,
    ok: ratio <= TARGET,
    samples: post.count,
    notes: [
      `raw HTTP echo ${echo.p50.toFixed(3)} ms, raw transaction ${transaction.p50.toFixed(3)} ms`,
      `the whole service in its own process, one keep-alive connection, ${PEOPLE_WAITING} people waiting; ${VISITORS}`,
    ],
    parts: [],
  };
}
