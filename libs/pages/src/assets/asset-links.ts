import type { Assets } from './asset.ts';

/** Where the frame finds its assets. */
export type AssetLinks = Readonly<{ stylesheet: string; script: string; icon: string }>;

const named = (assets: Assets, ending: string): string =>
  [...assets.keys()].find((path) => path.endsWith(ending)) ?? `/assets/missing${ending}`;

/** The addresses that the frame names, each with its content's hash in it. */
export const assetLinksOf = (assets: Assets): AssetLinks => ({
  stylesheet: named(assets, '.css'),
  script: named(assets, '.js'),
  icon: named(assets, '.svg'),
});
