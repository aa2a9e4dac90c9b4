import { parseArgs } from 'node:util';
import { ROLES, unreachable, type Result, type Role } from '../../preload/contracts/index.ts';
import {
  accessFileIn,
  enrol,
  HolderName,
  readAccessFile,
  revoke,
  type EnrolmentProblem,
} from '../foundation/access/index.ts';
import { systemClock } from '../foundation/clock.ts';
import { defaultDataFolder, hallFolder, stationFolder } from '../foundation/configuration/index.ts';

type Write = (text: string) => void;

export const ENROL_USAGE = `songting enrol --role ROLE --name NAME [--data FOLDER]   give a PC or a page its token (printed once)
songting enrol --list [--data FOLDER]                    who has one
songting enrol --revoke NAME [--data FOLDER]             take it away
  ROLE    ${ROLES.join(', ')}
  NAME    what the PC is called: K1, D1, 窗口3 (letters, digits, . _ -, up to 40)
  FOLDER  this installation's data folder (default: ${defaultDataFolder()})
  --station  for a page that speaks to this PC's station instead of the hall
给一台电脑或一个页面发放令牌（只显示一次）；--list 查看，--revoke 收回。
`;

const OPTIONS = {
  role: { type: 'string' },
  name: { type: 'string' },
  data: { type: 'string' },
  list: { type: 'boolean' },
  station: { type: 'boolean' },
  revoke: { type: 'string' },
  help: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** `songting enrol …`: answers the exit code (0 done, 1 refused, 2 misunderstood). Works while the hall runs. */
export function enrolCommand(args: readonly string[], write: Write): number {
  const values = readArguments(args);
  if (values === undefined) return misunderstood(write, 'unknown argument / 不认识的参数');
  if (values.help === true) return done(write, ENROL_USAGE);
  const service = values.station === true ? stationFolder(values.data) : hallFolder(values.data);
  const file = accessFileIn(service);
  if (values.list === true) return list(file, write);
  if (values.revoke !== undefined) return takeAway(file, values.revoke, write);
  return give(file, values, write);
}

function readArguments(args: readonly string[]): Values | undefined {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (fault) {
    if (fault instanceof TypeError) return undefined;
    throw fault;
  }
}

function give(file: string, { role, name }: Values, write: Write): number {
  const known = ROLES.find((candidate) => candidate === role);
  if (known === undefined) {
    return misunderstood(write, `--role ${role ?? '(missing)'}: allowed / 允许: ${ROLES.join(', ')}`);
  }
  if (!HolderName.safeParse(name).success || name === undefined) {
    return misunderstood(write, `--name ${name ?? '(missing)'}: allowed / 允许: K1, D1, 窗口3 …`);
  }
  const enrolled = enrol(file, { role: known, name }, systemClock);
  if (!enrolled.ok) return refused(write, name, enrolled);
  return done(write, howToUse(enrolled.value, known, name));
}

function howToUse(token: string, role: Role, name: string): string {
  return `${token}

${name} (${role}). The token is shown this once; the hall keeps only its hash.
A PC's station: write it into the file station/hall-token of that PC's data folder, readable by its account only
(or name the file: station.hallTokenFile). A browser opens the page with #token=… once. A program sends: Authorization: Bearer …
令牌只显示这一次，大厅只保存其摘要。请写入该电脑数据目录下的 station/hall-token 文件（仅本账户可读），
或在配置中用 station.hallTokenFile 指定。收回：songting enrol --revoke ${name}
`;
}

function list(file: string, write: Write): number {
  const records = readAccessFile(file);
  if (!records.ok) return refused(write, '', records);
  const lines = records.value.map(({ name, role, createdAt }) => `${name}\t${role}\t${createdAt}\n`);
  return done(write, lines.length === 0 ? 'nobody yet / 尚无\n' : lines.join(''));
}

function takeAway(file: string, name: string, write: Write): number {
  const revoked = revoke(file, name, systemClock);
  if (!revoked.ok) return refused(write, name, revoked);
  return done(write, `${name}: revoked / 已收回\n`);
}

function refused(
  write: Write,
  name: string,
  { error }: Extract<Result<never, EnrolmentProblem>, { ok: false }>,
): number {
  write(`${describe(error, name)}\n`);
  return 1;
}

function describe(problem: EnrolmentProblem, name: string): string {
  switch (problem.kind) {
    case 'name-taken':
      return `${name} already has a token (${problem.role}); first: songting enrol --revoke ${name} / 已有令牌，请先收回`;
    case 'unknown-name':
      return `${name} has no token; see: songting enrol --list / 没有此令牌`;
    case 'unreadable':
    case 'not-writable':
      return `access.json: ${problem.kind} (${problem.code}): check --data and the account / 请检查目录和账户权限`;
    case 'not-such-a-file':
      return 'access.json is damaged: move it away, then enrol every PC again / 文件已损坏，请移走后重新发放';
    case 'busy':
      return 'another enrolment is running: try again in a moment / 正在发放，请稍后再试';
    default:
      return unreachable(problem);
  }
}

function misunderstood(write: Write, what: string): number {
  write(`${what}\n\n${ENROL_USAGE}`);
  return 2;
}

function done(write: Write, text: string): number {
  write(text);
  return 0;
}
