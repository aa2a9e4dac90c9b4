import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { makeOnce } from './cache-folder.ts';
import { unpackPackage, type PinnedPackage } from './npm-package.ts';
import { mustRun } from './run-command.ts';

const HEADERS: PinnedPackage = {
  name: 'node-api-headers',
  version: '1.9.0',
  integrity:
    'sha512-2oNILP4jXwRB4ywnYKjVk1YyJ96n2D4EOVJO6S3oYZ5PtbJrw3Yt9TpAuX3nBLMuzn74rnfGQrv13pS9vC+YiA==',
};

/**
 * The binary inside better-sqlite3 13 asks for Node-API 10, which runtimes before Node 22 lack: it crashes there.
 * Its own sources, compiled for the experimental Node-API that those runtimes do have, work. The header package
 * leaves the experimental part out, so its version number and the one function that finalizers need stand here.
 */
const EXPERIMENTAL_NODE_API = '2147483647';
const PRELUDE = `#pragma once
#include <node_api.h>
#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
extern "C" napi_status NAPI_CDECL node_api_post_finalizer(
    node_api_basic_env env, napi_finalize finalize_cb, void* finalize_data, void* finalize_hint);
`;

const DEFINES = [
  'NDEBUG',
  '_FILE_OFFSET_BITS=64',
  'NODE_GYP_MODULE_NAME=better_sqlite3',
  'BUILDING_NODE_EXTENSION',
  'NAPI_EXPERIMENTAL',
  `NAPI_VERSION=${EXPERIMENTAL_NODE_API}`,
  'NODE_API_EXPERIMENTAL_NO_WARNING',
  'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  'NAPI_DISABLE_CPP_EXCEPTIONS',
  'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
];
const FLAGS = ['-O2', '-fPIC', '-w'];
const CPP_FLAGS = ['-std=c++20', '-fno-rtti', '-fno-exceptions', '-fvisibility=hidden'];
const LINK_FLAGS = ['-shared', '-s', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-ldl', '-lpthread', '-lm'];

/** Compiles better-sqlite3 for a runtime once (about a minute, needs gcc and g++) and tries it there. Answers the file. */
export async function makeSqliteBinding(
  cache: string,
  forRuntime: string,
  executable: string,
  say: (line: string) => void,
): Promise<string> {
  const resolveFrom = createRequire(import.meta.url);
  const manifest = resolveFrom.resolve('better-sqlite3/package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const folder = path.join(cache, `better-sqlite3-${version}-for-${forRuntime}`);
  await makeOnce(folder, async (temporary) => {
    say(`Compiling better-sqlite3 ${version} for ${forRuntime} (a minute or two, once) …`);
    const work = path.join(temporary, 'work');
    await mkdir(work);
    const built = await compile(path.dirname(manifest), work);
    await tryInRuntime(executable, path.dirname(manifest), built);
    await copyFile(built, path.join(temporary, 'better_sqlite3.node'));
    await rm(work, { recursive: true });
  });
  return path.join(folder, 'better_sqlite3.node');
}

async function compile(source: string, work: string): Promise<string> {
  const headers = path.join(await unpackPackage(HEADERS, work), 'include');
  const addonApi = path.dirname(createRequire(path.join(source, 'package.json')).resolve('node-addon-api'));
  const sqlite = path.join(source, 'deps', 'sqlite3');
  const inWork = (name: string): string => path.join(work, name);
  await writeFile(inWork('prelude.h'), PRELUDE);
  const options = (await sqliteOptions(source)).map((option) => `-D${option}`);
  const defines = DEFINES.map((define) => `-D${define}`);
  const includes = [
    ...[headers, addonApi, sqlite].map((folder) => `-I${folder}`),
    '-include',
    inWork('prelude.h'),
  ];
  await Promise.all([
    mustRun('gcc', [...FLAGS, ...options, '-c', path.join(sqlite, 'sqlite3.c'), '-o', inWork('sqlite3.o')]),
    mustRun('g++', [
      ...[...FLAGS, ...CPP_FLAGS, ...defines, ...includes],
      ...['-c', path.join(source, 'src', 'better_sqlite3.cpp'), '-o', inWork('addon.o')],
    ]),
  ]);
  await mustRun('g++', [
    inWork('addon.o'),
    inWork('sqlite3.o'),
    ...LINK_FLAGS,
    '-o',
    inWork('better_sqlite3.node'),
  ]);
  return inWork('better_sqlite3.node');
}

/** Finalizers are where a wrong Node-API shows, so many statements come and go. Throws when the binary does not hold. */
async function tryInRuntime(executable: string, sqlitePackage: string, binding: string): Promise<void> {
  const script = `
    const Database = require(${JSON.stringify(sqlitePackage)});
    const database = new Database(':memory:', { nativeBinding: ${JSON.stringify(binding)} });
    database.exec('create table t (a)');
    for (let i = 0; i < 20000; i += 1) database.prepare('insert into t values (?)').run(i);
    if (database.prepare('select count(*) from t').pluck().get() !== 20000) process.exit(1);`;
  await mustRun(executable, ['-e', script], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
}

/** The package's own SQLite settings, so that the fall-back behaves like the shipped binary. */
async function sqliteOptions(source: string): Promise<string[]> {
  const listed = await readFile(path.join(source, 'deps', 'defines.gypi'), 'utf8');
  const options = [...listed.matchAll(/^\s*'((?:SQLITE|HAVE)_[^']+)'/gm)].map((match) => match[1] ?? '');
  if (options.length < 20) throw new Error(`${source}/deps/defines.gypi is not as expected`);
  return options;
}
