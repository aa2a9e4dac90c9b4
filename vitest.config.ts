import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

/**
 * fast      unit, contract, property and architecture tests: about two minutes, run them all the time
 * faults    real processes killed, disks that fail, lines full of garbage
 * pages     the pages in real Chromium
 * accessibility  the kiosk measured item by item, with a table of what was found
 * electron  the shell in real Electron, and the whole hall from card to paper
 */
const project = (name: string, include: string[], timeoutSeconds: number) => ({
  plugins: [vue()],
  test: {
    name,
    include,
    testTimeout: timeoutSeconds * 1000,
    hookTimeout: timeoutSeconds * 1000,
    // Slow kinds own the machine while they run: several browsers at once on two cores only measure waiting.
    fileParallelism: name === 'fast',
    // Built once, before the first file's own time begins.
    globalSetup: name === 'pages' || name === 'accessibility' ? ['test/support/pages-under-test.ts'] : [],
    maxConcurrency: 3,
    // A busy machine is slow, not wrong: what never comes ends with the test’s own time.
    expect: { poll: { timeout: 15_000 } },
  },
});

export default defineConfig({
  test: {
    projects: [
      project('fast', ['test/{unit,contract,property,architecture}/**/*.test.ts'], 60),
      project('faults', ['test/faults/**/*.test.ts'], 240),
      project('pages', ['test/e2e/**/*.test.ts'], 120),
      project('accessibility', ['test/accessibility/**/*.test.ts'], 240),
      project('electron', ['test/electron/**/*.test.ts'], 240),
    ],
  },
});
