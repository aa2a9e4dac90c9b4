import { existsSync } from 'node:fs';
import path from 'node:path';
import vue from '@vitejs/plugin-vue';
import type { InlineConfig } from 'vite';

export const ROOT = path.join(import.meta.dirname, '..', '..');

export interface Part {
  readonly name: string;
  /** Source files, from the root of the repository; all must exist. */
  readonly sources: readonly string[];
  readonly configurations: readonly InlineConfig[];
}

const PAGES = ['kiosk', 'counter', 'display', 'rating', 'admin', 'guide', 'out-of-service'];
const PRELOADS = ['kiosk', 'counter', 'display'];
const PROGRAMS: Readonly<Record<string, string>> = {
  'shell/main': 'main/shell/main.ts',
  'hall/process': 'main/hall/process.ts',
  'station/process': 'main/station/process.ts',
  'cli/songting': 'main/cli/songting.ts',
};

const inRoot = (file: string): string => path.join(ROOT, file);
const shared = { root: ROOT, configFile: false, logLevel: 'warn', publicDir: false } as const;

/** The oldest engine that our pages run in is the fall-back runtime's Chromium 130. */
const OLDEST_BROWSER = 'chrome130';
/** ... and its Node 20. */
const OLDEST_NODE = 'node20';

/**
 * Packages stay outside, but for these two: the first fetches the second, an ES module, with require(), which Node
 * before 20.19 does not know.
 */
const TAKEN_IN = ['@fastify/static', 'content-disposition'];

const pageFile = (page: string): string => `renderer/${page}/index.html`;

/** Relative addresses only, so the same files work as app://hall/kiosk/ and as http://127.0.0.1:7300/kiosk/. */
const pages: Part = {
  name: 'renderer',
  sources: PAGES.map(pageFile),
  configurations: [
    {
      ...shared,
      root: inRoot('renderer'),
      base: './',
      plugins: [vue()],
      define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
      build: {
        outDir: inRoot('dist/renderer'),
        emptyOutDir: true,
        sourcemap: true,
        target: OLDEST_BROWSER,
        assetsInlineLimit: 0, // the pages' policy allows no data: address but for pictures
        modulePreload: { polyfill: false },
        rolldownOptions: { input: Object.fromEntries(PAGES.map((page) => [page, inRoot(pageFile(page))])) },
      },
    },
  ],
};

/** A sandboxed preload can load nothing: each is one self-contained CommonJS file. */
const preloads: Part = {
  name: 'preload',
  sources: PRELOADS.map((role) => `preload/${role}.ts`),
  configurations: PRELOADS.map((role) => ({
    ...shared,
    build: {
      outDir: inRoot('dist/preload'),
      emptyOutDir: false,
      sourcemap: true,
      target: OLDEST_BROWSER,
      minify: false,
      lib: { entry: inRoot(`preload/${role}.ts`), formats: ['cjs'], fileName: () => `${role}.cjs` },
      rolldownOptions: { external: ['electron'] },
    },
  })),
};

/** ES modules that keep their packages outside; what they share lies in dist/chunks. */
const programs = (name: string, chosen: Readonly<Record<string, string>>): Part => ({
  name,
  sources: Object.values(chosen),
  configurations: [
    {
      ...shared,
      ssr: { external: ['electron'], noExternal: TAKEN_IN },
      build: {
        ssr: true,
        outDir: inRoot('dist'),
        emptyOutDir: false,
        copyPublicDir: false,
        sourcemap: true,
        target: OLDEST_NODE,
        minify: false,
        rolldownOptions: {
          input: Object.fromEntries(Object.entries(chosen).map(([entry, file]) => [entry, inRoot(file)])),
          output: {
            format: 'es',
            entryFileNames: '[name].js',
            chunkFileNames: `chunks/${name}-[name]-[hash].js`,
          },
        },
      },
    },
  ],
});

/** Everything that `npm run build` makes. */
export const ALL_PARTS: readonly Part[] = [pages, preloads, programs('main', PROGRAMS)];

/** Parts that can also be built by name: `shell` is the application without the services. */
export const NAMED_PARTS: readonly Part[] = [
  ...ALL_PARTS,
  programs('shell', { 'shell/main': 'main/shell/main.ts' }),
];

export function missingSources(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => part.sources).filter((file) => !existsSync(inRoot(file)));
}
