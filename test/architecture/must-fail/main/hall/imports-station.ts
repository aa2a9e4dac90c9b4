// must fail: import-x/no-restricted-paths
import { visit } from '../station/visit.ts';
export const used = visit;
