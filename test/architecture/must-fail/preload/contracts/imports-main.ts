// must fail: import-x/no-restricted-paths
import { tool } from '../../main/foundation/tool.ts';
export const used = tool;
