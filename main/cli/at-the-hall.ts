import { randomBytes, randomUUID } from 'node:crypto';
import { hallOperations, Pin, type HallOperations } from '../../preload/contracts/hall-operations.ts';
import { StaffNumber, type ApiError, type Client } from '../../preload/contracts/index.ts';
import { err, ok, type Result } from '../../preload/contracts/result.ts';
import { accessFileIn, enrol, revoke, type EnrolmentProblem } from '../foundation/access/index.ts';
import { systemClock } from '../foundation/clock.ts';
import {
  defaultDataFolder,
  describeProblems,
  hallFolder,
  loadConfiguration,
} from '../foundation/configuration/index.ts';
import { createClient } from '../foundation/http/index.ts';
import { describeRefusal } from './refusal-words.ts';

const text = { type: 'string' } as const;
/** Options of a command that speaks to the running hall in somebody's name. */
export const AT_THE_HALL = { as: text, config: text, data: text, port: text } as const;

export const AT_THE_HALL_USAGE = `  NUMBER  a supervisor's or administrator's number; the PIN is asked, or read from a pipe
  FOLDER  this installation's data folder (default: ${defaultDataFolder()})
  FILE    of --config: hall.yaml; N: the hall's port, where it was started with one
`;

export type AskPin = (question: string) => Promise<string>;

/** Which hall, and who stands behind what is done there. */
export interface AtTheHall {
  readonly address: string;
  readonly folder: string;
  readonly staffNumber: string;
  readonly pin: string;
}

type Given = { readonly [Name in keyof typeof AT_THE_HALL]?: string | undefined };

/** Checks what was typed, then asks for the PIN. */
export async function readAtTheHall(given: Given, ask: AskPin): Promise<Result<AtTheHall, string>> {
  const staffNumber = StaffNumber.safeParse(given.as);
  if (!staffNumber.success)
    return err(`--as ${given.as ?? '(missing)'}: three to eight digits / 三至八位数字`);
  if (given.port !== undefined && !/^\d{1,5}$/.test(given.port)) return err(`--port ${given.port}: 7300`);
  const loaded = loadConfiguration(given.config);
  if (!loaded.ok) return err(describeProblems(loaded.error));
  const { host, port } = loaded.value.hall.listen;
  const pin = Pin.safeParse(await ask(`PIN ${staffNumber.data}: `));
  if (!pin.success) return err('PIN: six to twelve digits / 六至十二位数字');
  return ok({
    address: `http://${host.includes(':') ? `[${host}]` : host}:${given.port ?? port}`,
    folder: hallFolder(given.data),
    ...{ staffNumber: staffNumber.data, pin: pin.data },
  });
}

/** One name for all: wrong PINs are counted at a PC by its name, and a new name each time would never lock. */
const HOLDER = 'command-line';
const WAIT_MS = 30_000;

/**
 * Does one piece of work at the running hall, signed in as a person of staff. Whoever may write into the data folder
 * may enrol a PC, so the command enrols itself, and takes its token away again whatever happens.
 */
export async function workAtHall<Value>(
  at: AtTheHall,
  work: (hall: Client<HallOperations>) => Promise<Result<Value, ApiError>>,
): Promise<Result<Value, string>> {
  const file = accessFileIn(at.folder);
  const enrolled = enrol(file, { role: 'admin', name: HOLDER }, systemClock);
  if (!enrolled.ok) return err(whyNotEnrolled(enrolled.error, at.folder));
  try {
    return await signedIn(at, enrolled.value, work);
  } finally {
    revoke(file, HOLDER, systemClock);
  }
}

async function signedIn<Value>(
  { address, staffNumber, pin }: AtTheHall,
  token: string,
  work: (hall: Client<HallOperations>) => Promise<Result<Value, ApiError>>,
): Promise<Result<Value, string>> {
  const session = `ss_${randomBytes(32).toString('base64url')}`;
  const options = { baseAddress: address, token, session: () => session, timeoutMs: WAIT_MS };
  const hall = createClient(hallOperations, options);
  const person = await hall.signIn({ requestId: randomUUID(), staffNumber, pin, session });
  if (!person.ok) return err(describeRefusal(person.error, address));
  try {
    if (person.value.mustChangePin) return err(describeRefusal({ kind: 'pin-must-change' }, address));
    const done = await work(hall);
    return done.ok ? done : err(describeRefusal(done.error, address));
  } finally {
    await hall.signOut({ requestId: randomUUID(), session });
  }
}

function whyNotEnrolled(problem: EnrolmentProblem, folder: string): string {
  if (problem.kind === 'name-taken')
    return `another command is at work, or one was broken off: songting enrol --revoke ${HOLDER} / 另一条命令正在运行，或上次中断：请先收回令牌`;
  return `${folder}: ${problem.kind}: check --data and the account / 请检查目录和账户权限`;
}
