export interface Command {
  readonly summaryZh: string;
  readonly summaryEn: string;
  /** Answers the exit code: 0 done, 1 refused or broken, 2 misunderstood. */
  run(args: readonly string[]): Promise<number>;
}

/** Every command is loaded when it is asked for: decoding a device's bytes needs no database. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  demo: {
    summaryZh: '演示大厅：在本机启动大厅与取号机，给出页面地址',
    summaryEn: 'the demo hall on this PC, with the addresses of its pages',
    run: async (args) => (await import('./demo.ts')).demoCommand(args),
  },
  hall: {
    summaryZh: '启动大厅服务（每个大厅一个）',
    summaryEn: 'the hall service, one in a hall',
    run: async (args) => (await import('./serve.ts')).hallCommand(args),
  },
  station: {
    summaryZh: '启动一台取号机的设备服务',
    summaryEn: 'the service of one PC and its devices',
    run: async (args) => (await import('./serve.ts')).stationCommand(args),
  },
  enrol: {
    summaryZh: '给一台电脑或一个页面发放令牌',
    summaryEn: 'give a PC or a page its token',
    run: async (args) => (await import('./enrol.ts')).enrolCommand(args, write),
  },
  staff: {
    summaryZh: '工作人员账号：新增、列出、换密码、停用',
    summaryEn: 'accounts of staff: add, list, give a new PIN, take away',
    run: async (args) => (await import('./staff.ts')).staffCommand(args, write),
  },
  forms: {
    summaryZh: '检查大厅自己的表格',
    summaryEn: 'check a folder of a hall’s own forms',
    run: async (args) => (await import('./forms.ts')).formsCommand(args, write),
  },
  catalogue: {
    summaryZh: '事项目录：检查、导入大厅的修改，排查线下渠道',
    summaryEn: 'the catalogue: check and import changes, check the ways without a machine',
    run: async (args) => (await import('./catalogue/command.ts')).catalogueCommand(args, write),
  },
  verify: {
    summaryZh: '校验大厅记录是否完整、未被改动',
    summaryEn: 'is the hall’s record whole and untouched?',
    run: async (args) => (await import('./verify.ts')).verifyArguments(args, write),
  },
  decode: {
    summaryZh: '看懂设备说了什么：sam、id、escpos、led',
    summaryEn: 'see what a device said: sam, id, escpos, led',
    run: async (args) => (await import('./decode/command.ts')).decodeCommand(args),
  },
};

function write(text: string): void {
  process.stdout.write(text);
}

export function usage(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { summaryZh, summaryEn }]) =>
      `  songting ${name.padEnd(9)}${summaryZh}\n${' '.repeat(20)}${summaryEn}`,
  );
  return `松厅 Songting\n\n${lines.join('\n')}\n`;
}
