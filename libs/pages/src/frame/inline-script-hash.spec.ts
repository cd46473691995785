import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inlineScriptHash } from './inline-script-hash.ts';
import { renderPage } from './render-page.ts';

const html = renderPage(
  {
    title: 'T',
    serviceName: 'Trackrecord',
    visitor: null,
    navigation: [],
    breadcrumbs: [],
    dateBar: null,
    dataLinks: [],
    csrfToken: null,
    banner: null,
    errors: [],
    print: false,
    wide: false,
    assets: { stylesheet: '/a.css', script: '/a.js', icon: '/a.svg' },
  },
  '',
);

describe('inlineScriptHash', () => {
  it('given a page as it is rendered, then its one inline script is the one that is allowed', () => {
    const inline = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/gu)].filter(
      ([, attributes]) => !attributes?.includes('src='),
    );
    const hashes = inline.map(
      ([, , script]) =>
        `'sha256-${createHash('sha256')
          .update(script ?? '')
          .digest('base64')}'`,
    );
    expect(hashes).toEqual([inlineScriptHash]);
  });
});
