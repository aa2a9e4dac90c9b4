import { parseArgs } from 'node:util';
import { StaffNumber, STAFF_ROLES, unreachable, type Result } from '../../preload/contracts/index.ts';
import { systemClock } from '../foundation/clock.ts';
import { defaultDataFolder, hallFolder } from '../foundation/configuration/index.ts';
import { StaffName } from '../hall/staff/staff-file.ts';
import {
  addStaff,
  giveNewPin,
  listStaff,
  removeStaff,
  type StaffChange,
  type StaffProblem,
} from '../hall/staff/keep-accounts.ts';

type Write = (text: string) => void;

export const STAFF_USAGE = `songting staff --add NUMBER --name NAME --role ROLE [--data FOLDER]   a new account, with a PIN for the first time
songting staff --list [--data FOLDER]                                 who has one
songting staff --new-pin NUMBER [--data FOLDER]                       another PIN for the first time; open sessions end
songting staff --remove NUMBER [--data FOLDER]                        take it away; open sessions end
  NUMBER  as on the badge, three to eight digits: 1001
  ROLE    ${STAFF_ROLES.join(', ')}
  FOLDER  this installation's data folder (default: ${defaultDataFolder()})
工作人员账号：新增、列出、换密码、停用。大厅运行时即可使用，一秒内生效。首次登录须换成自己的密码。
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
  ...{ add: text, name: text, role: text, 'new-pin': text, remove: text, data: text },
  ...{ list: flag, help: flag },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** `songting staff …`: answers the exit code (0 done, 1 refused, 2 misunderstood). Works while the hall runs. */
export async function staffCommand(args: readonly string[], write: Write): Promise<number> {
  const values = readArguments(args);
  if (values === undefined) return misunderstood(write, 'unknown argument / 不认识的参数');
  if (values.help === true) return done(write, STAFF_USAGE);
  const folder = hallFolder(values.data);
  if (values.list === true) return list(folder, write);
  if (values.add !== undefined) return add(folder, values.add, values, write);
  const number = values['new-pin'] ?? values.remove;
  if (number === undefined) return misunderstood(write, 'what shall be done? / 请选择要做的事');
  if (!StaffNumber.safeParse(number).success) return badNumber(write, number);
  if (values.remove !== undefined) {
    return settle(write, number, removeStaff(folder, number, systemClock), `${number}: removed / 已停用\n`);
  }
  return tellPin(write, number, await giveNewPin(folder, number, systemClock));
}

async function add(folder: string, number: string, { name, role }: Values, write: Write): Promise<number> {
  if (!StaffNumber.safeParse(number).success) return badNumber(write, number);
  const called = StaffName.safeParse(name);
  if (!called.success) return misunderstood(write, '--name: letters, up to 40 / 姓名，最多 40 字');
  const known = STAFF_ROLES.find((candidate) => candidate === role);
  if (known === undefined) {
    return misunderstood(write, `--role ${role ?? '(missing)'}: allowed / 允许: ${STAFF_ROLES.join(', ')}`);
  }
  const account = { staffNumber: number, name: called.data, role: known };
  return tellPin(write, number, await addStaff(folder, account, systemClock));
}

function list(folder: string, write: Write): number {
  const staff = listStaff(folder);
  if (!staff.ok) return refused(write, '', staff.error);
  const lines = staff.value.map(
    ({ staffNumber, name, role, mustChangePin }) =>
      `${staffNumber}\t${role}\t${name}${mustChangePin ? '\t(first PIN not changed yet / 首次密码未改)' : ''}\n`,
  );
  return done(write, lines.length === 0 ? 'nobody yet / 尚无\n' : lines.join(''));
}

function tellPin(write: Write, number: string, given: Result<string, StaffProblem>): number {
  if (!given.ok) return refused(write, number, given.error);
  return done(
    write,
    `${given.value}

The PIN of ${number} for the first time, shown this once. At the first sign-in the person chooses another.
${number} 的首次密码，只显示这一次，首次登录时须换成本人的密码。
`,
  );
}

function settle(write: Write, number: string, changed: StaffChange, words: string): number {
  return changed.ok ? done(write, words) : refused(write, number, changed.error);
}

function refused(write: Write, number: string, problem: StaffProblem): number {
  write(`${describe(problem, number)}\n`);
  return 1;
}

function describe(problem: StaffProblem, number: string): string {
  switch (problem.kind) {
    case 'number-taken':
      return `${number} has an account already; see: songting staff --list / 工号已有账号`;
    case 'unknown-number':
      return `${number} has no account; see: songting staff --list / 没有此工号`;
    case 'unreadable':
    case 'not-writable':
      return `staff.json: ${problem.kind} (${problem.code}): check --data and the account / 请检查目录和账户权限`;
    case 'not-such-a-file':
      return 'staff.json is damaged: move it away, then add everybody again / 文件已损坏，请移走后重新添加';
    case 'busy':
      return 'another change is under way: try again in a moment / 正在修改，请稍后再试';
    case 'key-lost':
      return 'staff.key is missing or damaged, so no PIN of staff.json can be used: put it back from its copy, or move staff.json away and add everybody again / 密钥缺失，请恢复，或移走 staff.json 后重新添加';
    default:
      return unreachable(problem);
  }
}

function readArguments(args: readonly string[]): Values | undefined {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (fault) {
    if (fault instanceof TypeError) return undefined;
    throw fault;
  }
}

function badNumber(write: Write, number: string): number {
  return misunderstood(write, `${number}: three to eight digits / 三至八位数字`);
}

function misunderstood(write: Write, what: string): number {
  write(`${what}\n\n${STAFF_USAGE}`);
  return 2;
}

function done(write: Write, text: string): number {
  write(text);
  return 0;
}
