import { defineConfig, type OxlintOverride } from 'oxlint';
import {
  ADAPTERS,
  GUEST_SOURCES,
  NO_OUTSIDE_GLOBALS,
  NO_OUTSIDE_PROPERTIES,
  NO_PROPERTIES_ANYWHERE,
} from './packages/config/lint/guest-rules.ts';
import { zones } from './packages/config/lint/layers.ts';

const TESTS = ['**/test/**', '**/e2e/**', 'packages/testing/**', '**/*.test.ts', '**/*.test.mjs'];

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise'],
  categories: { correctness: 'error' },
  env: { browser: true, es2024: true, node: true },
  ignorePatterns: ['**/dist/**', '**/.data/**', '**/mockServiceWorker.js'],
  rules: {
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'max-depth': ['error', 4],
    'max-lines': ['error', 350],
    'no-empty': 'error',
    'no-eval': 'error',
    'no-implied-eval': 'error',
    'no-new-func': 'error',
    'no-restricted-properties': ['error', ...NO_PROPERTIES_ANYWHERE],
    'no-script-url': 'error',
    // Judging text is what the contract is for, control characters included.
    'no-control-regex': 'off',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    'no-var': 'error',
    'prefer-const': 'error',
    'import/no-cycle': 'error',
    'import/no-self-import': 'error',
    'typescript/no-explicit-any': 'error',
    'unicorn/prefer-node-protocol': 'error',
    // A promise nobody waits for is an error nobody hears of.
    'typescript/await-thenable': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    // Of the rules that know types only those above: the others object to what the code means to do.
    'typescript/no-base-to-string': 'off',
    'typescript/no-meaningless-void-operator': 'off',
    'typescript/no-misused-spread': 'off',
    'typescript/require-array-sort-compare': 'off',
    'typescript/restrict-template-expressions': 'off',
    'typescript/unbound-method': 'off',
    'unicorn/no-thenable': 'off',
    'promise/no-callback-in-promise': 'off',
  },
  overrides: [
    ...zones().map(({ files, bans }): OxlintOverride => ({
      files: [...files],
      rules: { 'no-restricted-imports': ['error', { patterns: [...bans] }] },
    })),
    {
      files: GUEST_SOURCES,
      rules: {
        'no-console': ['error', { allow: ['warn', 'error'] }],
        'no-restricted-globals': ['error', ...NO_OUTSIDE_GLOBALS],
        'no-restricted-properties': ['error', ...NO_OUTSIDE_PROPERTIES],
      },
    },
    {
      files: ADAPTERS,
      rules: {
        'no-restricted-globals': 'off',
        'no-restricted-properties': ['error', ...NO_PROPERTIES_ANYWHERE],
      },
    },
    {
      files: TESTS,
      // A test runner takes care of the promises its functions return.
      rules: {
        'max-lines': ['error', 450],
        'typescript/no-floating-promises': 'off',
        'no-loss-of-precision': 'off',
        'no-script-url': 'off',
      },
    },
    // Kysely's migrations speak of tables as they were, not as the types say they are now.
    { files: ['packages/server/src/database/migrations/**'], rules: { 'typescript/no-explicit-any': 'off' } },
    // Plays the old and rude scripts of other people's pages.
    { files: ['demo/public/hostile.js'], rules: { 'no-var': 'off', 'no-extend-native': 'off' } },
    { files: ['**/locales/**'], rules: { 'max-lines': 'off' } },
  ],
});
