import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';
import { borders } from './test/architecture/borders.js';

export default [
  { ignores: ['dist/', 'release/', 'artefacts/', 'node_modules/', 'test/architecture/must-fail/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.{ts,vue}'],
    languageOptions: {
      parser: vueParser,
      parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] },
    },
  },
  {
    plugins: { 'import-x': importX },
    rules: {
      // The compiler already knows every name.
      'no-undef': 'off',
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      'import-x/no-default-export': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // The formatter decides how templates look.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/require-default-prop': 'off',
      'vue/multi-word-component-names': 'off',
    },
  },
  {
    // Tables read top to bottom; a test is as long as the situation it tells.
    files: [
      'test/**',
      '**/*-operations.ts',
      '**/migrations.ts',
      '**/*tables.ts',
      '**/*statements.ts',
      '**/*.vue',
    ],
    rules: { 'max-lines-per-function': 'off' },
  },
  { files: ['**/*.config.{js,ts}', '**/env.d.ts'], rules: { 'import-x/no-default-export': 'off' } },
  // People read what the command line says; the services log.
  { files: ['main/cli/**', 'resources/build/**', 'test/**'], rules: { 'no-console': 'off' } },
  ...borders,
];
