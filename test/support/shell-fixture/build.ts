import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');

export interface ShellFixture {
  /** Arguments that make the shell use these pages and services instead of the built ones. */
  readonly args: readonly string[];
  remove(): Promise<void>;
}

/** Plain pages and a small service for tests of the shell itself, whatever the real ones do. */
export async function buildShellFixture(
  service: 'fake-service' | 'failing-service' = 'fake-service',
): Promise<ShellFixture> {
  const folder = await mkdtemp(path.join(tmpdir(), 'songting-fixture-'));
  const services = path.join(folder, 'services');
  const pages = path.join(folder, 'pages');
  await cp(path.join(import.meta.dirname, 'pages'), pages, { recursive: true });
  await cp(path.join(ROOT, 'renderer', 'out-of-service'), path.join(pages, 'out-of-service'), {
    recursive: true,
  });
  await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
  const source = path.join(import.meta.dirname, `${service}.ts`);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: services,
      target: 'node20',
      rolldownOptions: { input: { 'hall/process': source, 'station/process': source } },
    },
  });
  return {
    args: [`--pages=${pages}`, `--services=${services}`],
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
