import type { ApiError } from '../../preload/contracts/errors.ts';

/** What a hall refused, for whoever typed a command: what is wrong, and what to do. */
export function describeRefusal(error: ApiError, address: string): string {
  switch (error.kind) {
    case 'hall-unreachable':
      return `${address}: no answer; start the hall, or name its --config or --port / 大厅没有应答，请先启动大厅`;
    case 'not-signed-in':
      return `${address}: this hall keeps another data folder; name it with --data / 大厅用的是另一个数据目录`;
    case 'wrong-pin':
      return 'number and PIN do not belong together / 工号或密码不对';
    case 'locked-out':
      return `too many wrong PINs: again in ${error.retryAfterSeconds} seconds / 密码多次不对，请稍后再试`;
    case 'pin-must-change':
      return 'sign in at the office page once and choose another PIN / 请先在管理页登录并换成自己的密码';
    case 'not-allowed':
      return `${error.role}: may not do this; supervisors and administrators may / 没有权限，请由主管或管理员办理`;
    case 'bad-input':
      return error.problems.map(({ where, allowed }) => `${where}: ${allowed}`).join('\n');
    case 'storage':
      return `the hall cannot save: ${error.trouble} / 大厅无法保存，请检查磁盘`;
    default:
      return `${error.kind}: the hall refused / 大厅拒绝`;
  }
}
