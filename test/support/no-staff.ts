import type { HallStaff } from '../../main/hall/hall.ts';
import { ok } from '../../preload/contracts/result.ts';

/** Callers come with their staff: nobody signs in here. */
export const NO_STAFF: HallStaff = {
  accounts: { all: () => [], find: () => undefined, replace: () => ok(false) },
  idleMinutes: 10,
  demo: [],
  log: {
    error: (what) => {
      throw new Error(what);
    },
  },
};
