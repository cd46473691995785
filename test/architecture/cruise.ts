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

const folders = ['libs/*/src', 'apps/*/{src,bin}', 'test/kit/{src,bin}', 'test/!(kit)'];

/**
 * The imports of a tree and which rules they break.
 * @param baseDir the tree's top, which holds `libs`, `apps` or `test`
 */
export const cruiseTree = async (baseDir: string): Promise<ICruiseResult> => {
  const { output } = await cruise(folders, {
    ...cruiseOptions,
    baseDir,
    validate: true,
    ruleSet: { forbidden: [...importRules] },
  });
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text');
  return output;
};
