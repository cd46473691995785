import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import tseslint from 'typescript-eslint';
import { impurities, liberties } from './purity-violations.ts';

// The project's own configuration; what it finds by types is left out, so that files which are not there can be judged.
const eslint = new ESLint({
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  overrideConfig: [tseslint.configs.disableTypeChecked],
});

const listBrokenRules = async (
  filePath: string,
  source: string,
): Promise<ReadonlyArray<string | null>> => {
  const results = await eslint.lintText(source, { filePath });
  return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
};

describe.each(['kernel', 'domain', 'read-models'])('the pure library %s', (library) => {
  it.each(impurities)('given $what, then it breaks $rule', async ({ source, rule }) => {
    const file = `libs/${library}/src/action/violation.ts`;
    expect(await listBrokenRules(file, source)).toContain(rule);
  });

  it('given a specification of it, then that may read files and throw', async () => {
    const source = "import 'node:fs'; export const a = () => { throw new Error('no'); };";
    expect(await listBrokenRules(`libs/${library}/src/violation.spec.ts`, source)).toEqual([]);
  });
});

describe.each([
  'libs/kernel/src/a.ts',
  'libs/event-log/src/sqlite/a.ts',
  'libs/documents/src/a.spec.ts',
  'apps/cli/src/a.ts',
  'test/journeys/a.spec.ts',
])('anywhere, as in %s', (file) => {
  it.each(liberties)('given $what, then it breaks $rule', async ({ source, rule }) => {
    expect(await listBrokenRules(file, source)).toContain(rule);
  });

  it('given plain code, then it breaks nothing', async () => {
    const source =
      "import * as E from 'fp-ts/lib/Either.js'; export const a = E.right('x' as const);";
    expect(await listBrokenRules(file, source)).toEqual([]);
  });
});
