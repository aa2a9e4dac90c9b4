// must fail: import-x/no-restricted-paths
import { queue } from '../queue.ts';
export const used = queue;
