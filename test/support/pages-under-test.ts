import { buildPages } from './chromium.ts';

/** Before any file of the project runs. */
export async function setup(): Promise<void> {
  await buildPages();
}
