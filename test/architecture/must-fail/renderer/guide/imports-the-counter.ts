// must fail: import-x/no-restricted-paths
import { page } from '../counter/page.ts';
export const used = page;
