import js from '@eslint/js';
import functional from 'eslint-plugin-functional';
import tseslint from 'typescript-eslint';

const pureLayers = ['libs/{kernel,domain,read-models}/src/**/*.ts'];
const specs = ['**/*.spec.ts', 'test/**/*.ts'];

/** Imports that resolve for the type checker and fail at run time, or reach past a library's door. */
const importPaths = [
  {
    regex: '^fp-ts(?!/lib/[A-Za-z]+\\.js$)',
    message: "In ESM fp-ts is imported by file: 'fp-ts/lib/Either.js'.",
  },
  {
    regex: '^io-ts/(?!lib/[A-Za-z]+\\.js$)',
    message: "In ESM io-ts is imported as 'io-ts' or by file: 'io-ts/lib/PathReporter.js'.",
  },
  {
    regex: '^@trackrecord/(?!application/ports$)[a-z-]+/',
    message: 'A library is imported by its name, through its index.ts.',
  },
  {
    regex: '^\\.{1,2}/(.*/)?src/',
    message: 'Another library is imported by its name, through its index.ts.',
  },
  {
    regex: '^\\.{1,2}/(.*/)?[^/.]+$|^\\.{1,2}/.*\\.js$',
    message: 'Relative imports name the file as it is: ./either.ts',
  },
];

const impureGlobals = [
  ['Date', 'Time arrives in the command; dates are LocalDate, instants are Instant.'],
  ['Temporal', 'Time arrives in the command; dates are LocalDate, instants are Instant.'],
  ['performance', 'A pure layer has no clock.'],
  ['setTimeout', 'A pure layer has no timers.'],
  ['setInterval', 'A pure layer has no timers.'],
  ['setImmediate', 'A pure layer has no timers.'],
  ['queueMicrotask', 'A pure layer has no timers.'],
  ['crypto', 'Ids arrive in the command.'],
  ['process', 'A pure layer does not see its environment.'],
  ['console', 'A pure layer prints nothing.'],
  ['fetch', 'A pure layer has no I/O.'],
  ['require', 'A pure layer has no I/O.'],
  ['globalThis', 'A pure layer does not see its environment.'],
].map(([name, message]) => ({ name, message }));

/** The rules that keep kernel, domain and read-models pure. None of them needs types. */
const purity = {
  'functional/no-let': 'error',
  'functional/no-classes': 'error',
  'functional/no-this-expressions': 'error',
  'functional/no-promise-reject': 'error',
  'no-restricted-globals': ['error', ...impureGlobals],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'A pure layer has no randomness.' },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: 'ThrowStatement', message: 'A pure layer answers with Either or Option.' },
    { selector: 'ImportExpression', message: 'A pure layer has no I/O.' },
    { selector: 'AwaitExpression', message: 'A pure layer has nothing to wait for.' },
    {
      selector: 'ImportDeclaration[source.value=/^node:/]',
      message: 'A pure layer has no I/O.',
    },
  ],
};

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.nx/', 'coverage/', 'test/**/fixtures/'] },
  {
    // A rule that is wrong is changed here, where it is reviewed, and not waved through in a comment.
    linterOptions: { noInlineConfig: true },
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    plugins: { functional },
    rules: {
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      // `as const` stays allowed.
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // The refusals of a whole subject are listed command by command, also where two are alike or one has none.
      '@typescript-eslint/no-duplicate-type-constituents': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // Saying what is also the default can say what is meant.
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      // The compiler takes `signal.aborted` for unchanged across an `await`; pure layers, below, have no such thing.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // A generic that appears once is how codecs and brands are written.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // An adapter may answer with a promise where the port asks for one.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: importPaths }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-param-reassign': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme'] }],
      'prefer-const': 'error',
    },
  },
  {
    files: pureLayers,
    ignores: specs,
    rules: { ...purity, '@typescript-eslint/no-unnecessary-condition': 'error' },
  },
  {
    // Where a checked value becomes its branded type.
    files: ['**/brand.ts', '**/*codec.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
  {
    // Nest takes an empty class for a module, and a plain object for options that it declares as a class.
    files: ['apps/server/src/{app-module,server}.ts', 'test/benchmarks/hello-nest.ts'],
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowEmpty: true }],
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    // docx declares its charts as another class than those that its paragraphs say they take.
    files: ['libs/papers/src/word/picture.ts'],
    rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' },
  },
  {
    files: specs,
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    // What runs in a browser knows its document and not Node.
    files: ['libs/pages/src/browser/**', 'libs/pages/types/**'],
    languageOptions: { parserOptions: { project: './libs/pages/tsconfig.browser.json' } },
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
  },
  {
    files: ['**/bin/**/*.js', '**/*.cjs'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', module: 'writable', URL: 'readonly' },
    },
  },
);
