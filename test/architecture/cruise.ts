import { fileURLToPath } from 'node:url';
import { type ICruiseOptions, type ICruiseResult, cruise } from 'dependency-cruiser';
import { importRules } from './import-rules.ts';

/** Imports are followed as Node does in a clone: to source, types included. */
export const cruiseOptions = {
  tsPreCompilationDeps: true,
  doNotFollow: { path: '(^|/)(node_modules|dist)/' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['@trackrecord/source', 'types', 'import', 'node', 'default'],
    extensions: ['.ts', '.js', '.mjs', '.cjs'],
  },
} satisfies ICruiseOptions;

/** numfmt says that its types are in a file that it does not ship: its code is taken for itself. */
const resolving = { alias: { numfmt: fileURLToPath(import.meta.resolve('numfmt')) } };

const folders = ['libs/*/src', 'apps/*/{src,bin}', 'test/kit/{src,bin}', 'test/!(kit)'];

/**
 * The imports of a tree and which rules they break.
 * @param baseDir the tree's top, which holds `libs`, `apps` or `test`
 */
export const cruiseTree = async (baseDir: string): Promise<ICruiseResult> => {
  const { output } = await cruise(
    folders,
    {
      ...cruiseOptions,
      baseDir,
      validate: true,
      ruleSet: { forbidden: [...importRules] },
    },
    resolving,
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text');
  return output;
};
