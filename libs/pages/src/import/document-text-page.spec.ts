import { describe, expect, it } from 'vitest';
import { documentTextPage } from './document-text-page.ts';

const shown = (text: string): string =>
  documentTextPage({
    plan: { id: 'harbour', title: 'Harbour Plan' },
    may: { audit: false, manage: false },
    document: { sha256: 'ab'.repeat(32), name: 'q1.txt', on: '2026-03-31' },
    text,
  }).content;

const linesIn = (html: string): ReadonlyArray<string> =>
  [...html.matchAll(/<li id="line-(\d+)">([^<]*)<\/li>/gu)].map(
    ([, number = '', words = '']) => `${number} ${words}`,
  );

describe('the text of a document', () => {
  it('given lines that end in either way, and a mark of the byte order, then each with its number', () => {
    expect(linesIn(shown('\uFEFFPriority 1\r\n\n\tAction 1.\nGREEN\n'))).toEqual([
      '1 Priority 1',
      '2 ',
      '3 \tAction 1.',
      '4 GREEN',
    ]);
  });

  it('given a text that would be a page of its own, then it is nothing but text', () => {
    const html = shown('<script>alert(1)</script>\n"&amp;"');
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('&quot;&amp;amp;&quot;');
  });

  it('given a document, then the way to what is recorded from it, and to its file', () => {
    const address = `/plans/harbour/documents/${'ab'.repeat(32)}`;
    expect(shown('x')).toContain(`href="${address}"`);
    expect(shown('x')).toContain(`href="${address}/file"`);
  });
});
