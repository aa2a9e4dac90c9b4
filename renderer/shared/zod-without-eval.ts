import { z } from 'zod';

// zod compiles its checks with `new Function` where it may; the pages' content security policy refuses that, and even
// asking is reported as a violation. Imported first by every page, before any schema is made.
z.config({ jitless: true });
