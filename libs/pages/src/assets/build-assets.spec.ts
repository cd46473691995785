import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ratingLooks } from '../rating/rating-look.ts';
import { type Assets } from './asset.ts';
import { assetLinksOf } from './asset-links.ts';
import { buildAssets } from './build-assets.ts';

const built: { assets: Assets } = { assets: new Map() };

beforeAll(async () => {
  built.assets = await buildAssets();
}, 60_000);

const textOf = (ending: string): string =>
  [...built.assets]
    .filter(([path]) => path.endsWith(ending))
    .map(([, { body }]) => new TextDecoder().decode(body))
    .join('');

/** As sass writes a colour when it is short of room. */
const short = (colour: string): string => colour.replace(/^#(.)\1(.)\2(.)\3$/u, '#$1$2$3');

describe('buildAssets', () => {
  it('given its addresses, then each has its content’s hash in it, and its type beside it', () => {
    built.assets.forEach(({ body }, path) => {
      const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
      expect(path).toMatch(new RegExp(`^/assets/[a-z]+-${hash}\\.(css|js|svg)$`, 'u'));
    });
    expect([...built.assets.values()].map(({ type }) => type).toSorted()).toEqual([
      'image/svg+xml',
      'text/css; charset=utf-8',
      'text/javascript; charset=utf-8',
    ]);
  });

  it('given a second time, then the same and no work', () => {
    expect(buildAssets()).toBe(buildAssets());
  });

  it('given the links of the frame, then each leads to an asset', () => {
    Object.values(assetLinksOf(built.assets)).forEach((href) => {
      expect(built.assets.has(href)).toBe(true);
    });
  });

  it('given the stylesheet, then it asks for no font and no picture, and no crown is in it', () => {
    const css = textOf('.css');
    expect(css).not.toMatch(/@font-face|@import|url\(/u);
    expect(css).not.toMatch(/GDS Transport|crown|crest/iu);
  });

  it('given the stylesheet, then ratings have the colours that the charts have', () => {
    const css = textOf('.css');
    Object.entries(ratingLooks).forEach(([tone, { fill, ink }]) => {
      expect(css).toContain(`.app-rating--${tone}{color:${short(ink)};background:${short(fill)}}`);
    });
  });

  it('given their sizes over the wire, then a first visit stays small', () => {
    expect(gzipSync(textOf('.css')).length).toBeLessThan(22_000);
    expect(gzipSync(textOf('.js')).length).toBeLessThan(8_000);
  });
});
