import { describe, expect, it } from 'vitest';
import { escapeHtml } from './escape-html.ts';

describe('escapeHtml', () => {
  it('given every character that HTML reads as its own, then none of them is left', () => {
    expect(escapeHtml(`<a href="x" title='y'>&`)).toBe(
      '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;',
    );
  });

  it('given words, then they stay as they are', () => {
    expect(escapeHtml('Youth café – 16+')).toBe('Youth café – 16+');
  });
});
