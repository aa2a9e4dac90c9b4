import { runAsProcess } from '../../../main/foundation/run-as-process.ts';

/** A service that cannot start, as after a failed disk. */
runAsProcess(() => Promise.reject(new Error('the disk is gone')));
