/** Lint: what strangers would trip over, and what the laws of DESIGN forbid and a machine can see. */

import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import house from './scripts/tooling/lintRules.mjs';

/** Storeys whose answers may depend on their arguments only. */
const WITHOUT_HIDDEN_INPUTS = [
  'scheduling',
  'locales',
  'models',
  'channels',
  'understanding',
  'commands',
  'dialogs',
];
/** These get their clock too, but may draw ids and jitter themselves. */
const WITHOUT_CLOCK = [...WITHOUT_HIDDEN_INPUTS, 'bot', 'jobs', 'api'];

const inFolders = (folders) => folders.map((folder) => `${folder}/**/*.ts`);
const TESTS = ['**/*.test.ts', '**/*.fixture.ts', 'test/**/*.ts'];

const clockSyntax = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The clock comes in as an argument: new Date() reads a hidden one.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'The clock comes in as an argument.' },
  {
    selector: "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(now|local)$/]",
    message: 'The clock and the zone come in as arguments: luxon would take the machine’s.',
  },
  {
    selector: "CallExpression[callee.object.name='DateTime'][callee.property.name='utc'][arguments.length=0]",
    message: 'The clock comes in as an argument.',
  },
];

const clockProperties = [
  { object: 'Date', property: 'now', message: 'The clock comes in as an argument.' },
  { object: 'performance', property: 'now', message: 'The clock comes in as an argument.' },
  {
    object: 'process',
    property: 'env',
    message: 'Configuration is read in platform/config and comes in as an argument.',
  },
  { object: 'process', property: 'hrtime', message: 'The clock comes in as an argument.' },
  { object: 'Math', property: 'random', message: 'Randomness comes in as an argument.' },
];

export default defineConfig(
  { ignores: ['**/node_modules/', 'dist/', '.data/', 'coverage/', 'bench/peers/'] },
  {
    // What may not be switched off needs no comments that switch it off.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    plugins: { house },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'house/short-functions': ['error', { max: 60 }],
      'house/sql-without-clock': 'error',
      eqeqeq: ['error', 'always'],
      'prefer-const': 'error',
      'no-var': 'error',
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    ignores: TESTS,
    rules: {
      'max-lines-per-function': [
        'error',
        { max: 60, skipBlankLines: false, skipComments: false, IIFEs: true },
      ],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': ['error', { fixToUnknown: false }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: TESTS,
    rules: {
      // Answers of servers are read as JSON and judged by the expectations themselves.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    files: inFolders(WITHOUT_CLOCK),
    ignores: TESTS,
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...clockSyntax],
      'no-restricted-properties': ['error', ...clockProperties],
    },
  },
  {
    files: inFolders(WITHOUT_HIDDEN_INPUTS),
    ignores: [...TESTS, 'channels/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: ['crypto', 'node:crypto'].map((name) => ({
            name,
            importNames: ['randomUUID', 'randomBytes', 'randomInt'],
            message: 'Randomness comes in as an argument (CommandContext.newId).',
          })),
        },
      ],
    },
  },
  {
    // The one place that asks the database for its time: to learn how far the two clocks are apart.
    files: ['platform/processClock.ts'],
    rules: { 'house/sql-without-clock': 'off' },
  },
);
