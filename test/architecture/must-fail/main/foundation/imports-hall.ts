// must fail: import-x/no-restricted-paths
import { queue } from '../hall/queue.ts';
export const used = queue;
