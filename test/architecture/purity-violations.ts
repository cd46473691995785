/** A line that a pure layer may not hold, and the lint rule that must say so. */
export type Impurity = Readonly<{ what: string; source: string; rule: string }>;

/** Deliberate violations, one for each thing that kernel, domain and read-models may not do. */
export const impurities: ReadonlyArray<Impurity> = [
  { what: 'let', source: 'let a = 1; export const b = a;', rule: 'functional/no-let' },
  { what: 'class', source: 'export class A {}', rule: 'functional/no-classes' },
  {
    what: 'this',
    source: 'export const a = function (this: unknown) { return this; };',
    rule: 'functional/no-this-expressions',
  },
  {
    what: 'throw',
    source: "export const a = () => { throw new Error('no'); };",
    rule: 'no-restricted-syntax',
  },
  {
    what: 'a rejected promise',
    source: "export const a = () => Promise.reject(new Error('no'));",
    rule: 'functional/no-promise-reject',
  },
  {
    what: 'the clock, as a function',
    source: 'export const a = Date.now();',
    rule: 'no-restricted-globals',
  },
  {
    what: 'the clock, as an object',
    source: 'export const a = new Date();',
    rule: 'no-restricted-globals',
  },
  {
    what: 'the clock, by Temporal',
    source: 'export const a = Temporal.Now.instant();',
    rule: 'no-restricted-globals',
  },
  {
    what: 'the monotonic clock',
    source: 'export const a = performance.now();',
    rule: 'no-restricted-globals',
  },
  {
    what: 'a timer',
    source: 'setTimeout(() => undefined, 1);',
    rule: 'no-restricted-globals',
  },
  {
    what: 'randomness',
    source: 'export const a = Math.random();',
    rule: 'no-restricted-properties',
  },
  {
    what: 'a random id',
    source: 'export const a = crypto.randomUUID();',
    rule: 'no-restricted-globals',
  },
  {
    what: 'the environment',
    source: "export const a = process.env['HOME'];",
    rule: 'no-restricted-globals',
  },
  {
    what: 'a global by its other name',
    source: 'export const a = globalThis.process;',
    rule: 'no-restricted-globals',
  },
  { what: 'output', source: "console.log('a');", rule: 'no-restricted-globals' },
  {
    what: 'the network',
    source: "export const a = fetch('https://example.org');",
    rule: 'no-restricted-globals',
  },
  {
    what: 'a module of Node',
    source: "import { readFileSync } from 'node:fs'; export const a = readFileSync;",
    rule: 'no-restricted-syntax',
  },
  {
    what: 'an import at run time',
    source: "export const a = () => import('./a.ts');",
    rule: 'no-restricted-syntax',
  },
  {
    what: 'waiting',
    source: 'export const a = async (b: Promise<void>) => { await b; };',
    rule: 'no-restricted-syntax',
  },
];

/** Deliberate violations of the rules that hold everywhere. */
export const liberties: ReadonlyArray<Impurity> = [
  {
    what: 'any',
    source: 'export const a = (b: any) => b;',
    rule: '@typescript-eslint/no-explicit-any',
  },
  {
    what: 'a type assertion',
    source: 'export const a = (b: unknown) => b as string;',
    rule: '@typescript-eslint/consistent-type-assertions',
  },
  {
    what: 'a non-null assertion',
    source: 'export const a = (b: string | undefined) => b!;',
    rule: '@typescript-eslint/no-non-null-assertion',
  },
  {
    what: 'a silenced compiler',
    source: '// @ts-expect-error: because\nexport const a: string = 1;',
    rule: '@typescript-eslint/ban-ts-comment',
  },
  {
    what: 'a silenced rule',
    source: '// eslint-disable-next-line\nexport const a = (b: any) => b;',
    rule: '@typescript-eslint/no-explicit-any',
  },
  {
    what: 'work left for later',
    source: '// TODO: finish\nexport const a = 1;',
    rule: 'no-warning-comments',
  },
  {
    what: 'fp-ts by a path that ESM does not resolve',
    source: "import * as E from 'fp-ts/Either'; export const a = E.left;",
    rule: '@typescript-eslint/no-restricted-imports',
  },
  {
    what: 'the whole of fp-ts',
    source: "import { either } from 'fp-ts'; export const a = either;",
    rule: '@typescript-eslint/no-restricted-imports',
  },
  {
    what: "another library's inside",
    source: "import { a } from '@trackrecord/kernel/src/json.ts'; export const b = a;",
    rule: '@typescript-eslint/no-restricted-imports',
  },
  {
    what: 'another library by its folder',
    source: "import { a } from '../../kernel/src/index.ts'; export const b = a;",
    rule: '@typescript-eslint/no-restricted-imports',
  },
  {
    what: 'a relative import of what is only built',
    source: "import { a } from './a.js'; export const b = a;",
    rule: '@typescript-eslint/no-restricted-imports',
  },
];
