// must fail: no-restricted-imports
import { join } from 'node:path';
export const used = join;
