import { fileURLToPath } from 'node:url';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * The borders of the house, as lint rules:  renderer -> preload/contracts <- main.
 * test/architecture holds one file for each rule that must be refused; a border without such a file proves nothing.
 */
const contracts = './preload/contracts';
const foundation = './main/foundation';
const packages = './node_modules';
const allow = (target, ...except) => ({ target, from: './', except: [target, ...except] });

const zones = [
  allow(contracts, './node_modules/zod'),
  allow(foundation, contracts, packages, './resources'),
  // Calendar and identity rules are pure too; a second copy of them would drift.
  allow('./main/hall/domain', contracts, './main/foundation/identity'),
  allow('./main/hall', contracts, foundation, packages, './resources'),
  allow('./main/station', contracts, foundation, packages, './resources'),
  allow('./main/central', contracts, foundation, packages, './resources'),
  allow('./main/shell', contracts, foundation, packages, './resources'),
  allow('./renderer', contracts, packages, './resources'),
  { target: './renderer/kiosk', from: './renderer', except: ['./kiosk', './shared'] },
  { target: './renderer/counter', from: './renderer', except: ['./counter', './shared'] },
  { target: './renderer/display', from: './renderer', except: ['./display', './shared'] },
  { target: './renderer/admin', from: './renderer', except: ['./admin', './shared'] },
  { target: './renderer/guide', from: './renderer', except: ['./guide', './shared'] },
  { target: './renderer/shared', from: './renderer', except: ['./shared'] },
];

const electron = {
  group: ['electron', 'electron/*'],
  message: 'Only main/shell and the preload scripts talk to Electron.',
};

/** The same rules for a tree that begins elsewhere (the must-fail files mirror the house). */
export function bordersOf(root) {
  const at = (folder) => `${root}${folder}`;
  return [
    {
      files: [
        at('main/**/*.ts'),
        at('preload/**/*.ts'),
        at('renderer/**/*.{ts,vue}'),
        at('resources/**/*.ts'),
      ],
      plugins: { 'import-x': importX },
      settings: {
        // By its own name: a resolver called "node" would be looked up as a package, and there is one.
        'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.vue', '.js'] })],
        'import-x/parsers': { '@typescript-eslint/parser': ['.ts'], 'vue-eslint-parser': ['.vue'] },
      },
      rules: {
        'import-x/no-cycle': 'error',
        'import-x/no-restricted-paths': [
          'error',
          { basePath: fileURLToPath(new URL(`../../${root}`, import.meta.url)), zones },
        ],
      },
    },
    {
      files: [at('main/**/*.ts'), at('preload/contracts/**/*.ts'), at('renderer/**/*.{ts,vue}')],
      ignores: [at('main/shell/**')],
      rules: { 'no-restricted-imports': ['error', { patterns: [electron] }] },
    },
    {
      files: [at('main/shell/**/*.ts')],
      rules: {
        'no-restricted-syntax': [
          'error',
          {
            selector: "MemberExpression[object.name='shell'][property.name='openExternal']",
            message: 'Nothing in a hall opens a foreign program.',
          },
          {
            selector:
              "Property[key.name=/^(sandbox|contextIsolation|nodeIntegration|webSecurity|webviewTag)$/][parent.type='ObjectExpression']",
            message: 'The sandbox is set once, for every window, before the application is ready.',
          },
        ],
      },
    },
    {
      files: [at('main/shell/**/*.ts')],
      ignores: [at('main/shell/ipc/trusted-handle.ts')],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            paths: [
              {
                name: 'electron',
                importNames: ['ipcMain'],
                message: 'Only trusted-handle.ts touches ipcMain.',
              },
            ],
          },
        ],
      },
    },
    {
      files: [at('main/hall/domain/**/*.ts')],
      rules: {
        'no-restricted-globals': [
          'error',
          'Date',
          'setTimeout',
          'setInterval',
          'process',
          'console',
          'fetch',
          'performance',
          'crypto',
        ],
        'no-restricted-properties': [
          'error',
          { object: 'Math', property: 'random', message: 'The domain has no randomness.' },
        ],
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              electron,
              { group: ['node:*', 'better-sqlite3', 'pino', 'fastify'], message: 'The domain is pure.' },
            ],
          },
        ],
      },
    },
    {
      files: [at('renderer/**/*.{ts,vue}')],
      rules: {
        'no-restricted-imports': [
          'error',
          { patterns: [electron, { group: ['node:*'], message: 'Pages run in a browser.' }] },
        ],
      },
    },
  ];
}

export const borders = bordersOf('');
export const parser = tseslint.parser;
