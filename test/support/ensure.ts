import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { ensureElectronRuntime } from '../../resources/build/electron-runtime.ts';
import { runCommand } from '../../resources/build/run-command.ts';

/** What the tests need from the system. A later Debian renamed two libraries: any name of a line will do. */
const PACKAGES: readonly (readonly [string, ...string[]])[] = [
  ['xvfb'],
  ['xauth'],
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['chromium'],
  ['fonts-noto-cjk'],
  ['poppler-utils'],
  ['cups-daemon'],
  ['socat'],
  ['espeak-ng'],
  ['sox'],
  ['strace'],
  ['unzip'],
  ['gcc'],
  ['g++'],
];
/** On systems without Debian's packages only the programs can be looked for. */
const PROGRAMS = [
  'Xvfb',
  'xauth',
  'chromium',
  'pdftotext',
  'socat',
  'espeak-ng',
  'sox',
  'strace',
  'unzip',
  'gcc',
  'g++',
];
const INSTALL_DEADLINE_MS = 20 * 60_000;

process.exitCode = (await ensureSystemPackages()) && (await ensureElectron()) ? 0 : 1;

async function ensureSystemPackages(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  if (findProgram('dpkg-query') === undefined) return reportPrograms();
  const missing = await missingPackages();
  if (missing.length === 0) return true;
  const canInstall = process.getuid?.() === 0 && findProgram('apt-get') !== undefined;
  if (canInstall && (await install(missing))) return true;
  const names = missing.map(([first]) => first).join(' ');
  console.error(
    `The tests need some system packages. Please run:\n  sudo apt-get update && sudo apt-get install -y ${names}`,
  );
  return false;
}

async function missingPackages(): Promise<(readonly [string, ...string[]])[]> {
  // Its exit code only says that some name is unknown, which is no news: what counts is what it prints.
  const query = [
    '-c',
    `dpkg-query -W -f '\${Package} \${db:Status-Status}\\n' ${PACKAGES.flat().join(' ')} 2>/dev/null; true`,
  ];
  const listed = await runCommand('sh', query);
  const installed = new Set(
    (listed.ok ? listed.value : '')
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.slice(0, line.indexOf(' '))),
  );
  return PACKAGES.filter((names) => !names.some((name) => installed.has(name)));
}

async function install(missing: readonly (readonly [string, ...string[]])[]): Promise<boolean> {
  console.log(`Installing ${missing.map(([first]) => first).join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, showOutput: true, deadlineMs: INSTALL_DEADLINE_MS };
  const updated = await runCommand('apt-get', ['update', '-q'], options);
  if (!updated.ok) return false;
  const chosen = await Promise.all(missing.map(installableName));
  const run = await runCommand(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', ...chosen],
    options,
  );
  return run.ok && (await missingPackages()).length === 0;
}

/** The first of the names that this release of the distribution really has. */
async function installableName(names: readonly [string, ...string[]]): Promise<string> {
  for (const name of names) {
    const shown = await runCommand('apt-cache', ['show', '--no-all-versions', name]);
    if (shown.ok && shown.value.includes(`Package: ${name}`)) return name;
  }
  return names[0];
}

function reportPrograms(): boolean {
  const missing = PROGRAMS.filter((program) => findProgram(program) === undefined);
  if (missing.length === 0) return true;
  console.error(`The tests need these programs, please install them: ${missing.join(', ')}`);
  return false;
}

function findProgram(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file) && isExecutable(file));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function ensureElectron(): Promise<boolean> {
  const runtime = await ensureElectronRuntime((line) => console.log(line));
  if (!runtime.ok) console.error(`There is no Electron to test with: ${runtime.error}`);
  return runtime.ok;
}
