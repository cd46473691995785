import { describe, expect, it } from 'vitest';
import { aTable, bars, paperWith } from '../testing/nasty-paper.ts';
import { cssString } from './escape-html.ts';
import { htmlPaper } from './html-paper.ts';

const page = htmlPaper(paperWith(aTable, bars));

/** Every tag that the page opens, by name. */
const tagsIn = (html: string): ReadonlyArray<string> => [
  ...new Set([...html.matchAll(/<([a-z][a-z0-9]*)/gu)].map(([, name = '']) => name)),
];

describe('a board paper as a page', () => {
  it('given its head, then language, title, and nothing that may be fetched or run', () => {
    expect(page).toContain('<html lang="en-GB">');
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|url\(|@import/u);
  });

  it('given words that would be markup, then none of it is', () => {
    expect(page).toContain(
      '<h1>Harbour &lt;b onclick=&quot;x&quot;&gt;&amp; &quot;quoted&quot; &#39;single&#39;',
    );
    expect(tagsIn(page)).not.toContain('b');
    // The words stand in the stylesheet too, for the foot of printed pages: they must not end it.
    expect(page.match(/<\/style>/gu)).toHaveLength(1);
  });

  it('given a table, then a caption, heads of its columns, and the head of each row', () => {
    expect(page).toContain('<caption class="hidden">One action</caption>');
    expect(page.match(/<th scope="col"/gu)).toHaveLength(4);
    expect(page).toContain('<th scope="row">27</th>');
    expect(page).toContain('<td><p>Open &lt;the&gt; grounds</p><p>a | b</p></td>');
    expect(page).toContain('<td class="end">12</td>');
  });

  it('given a rating, then its word on its colour', () => {
    expect(page).toContain('<td class="rating rating-amber-green">Amber/Green</td>');
    expect(page).toContain('.rating-amber-green{background:#cfe05b;color:#0b0c0c}');
  });

  it('given a picture, then it is named, and described for who cannot see it', () => {
    expect(page).toContain('<figcaption>Actions by rating</figcaption>');
    expect(page).toMatch(/<svg role="img"[^>]* aria-label="Bars: Red 2, Green 1"/u);
  });

  it('given print, then heads on every page, no row split, wide tables across', () => {
    expect(page).toContain('thead{display:table-header-group}');
    expect(page).toContain('tr{break-inside:avoid}');
    expect(page).toContain('<section class="wide"');
    expect(page).toContain('@page wide{size:A4 landscape}');
  });

  it('given what it was made from, then it says so as other copies do', () => {
    expect(page).toContain('<meta name="Trackrecord.plan" content="harbour">');
    expect(page).toContain('<meta name="Trackrecord.ordinal" content="20">');
    expect(page).toContain('<meta name="Trackrecord.asOf" content="2026-06-30">');
  });

  it('given two levels of headings, then none is left out between them', () => {
    const html = htmlPaper(
      paperWith(
        { _tag: 'Heading', level: 2, words: 'Priority 2' },
        { _tag: 'Heading', level: 3, words: 'Theme 2.3' },
      ),
    );
    expect([...html.matchAll(/<h(\d)/gu)].map(([, level]) => Number(level))).toEqual([
      1, 2, 2, 3, 4,
    ]);
  });
});

describe('words in a stylesheet', () => {
  it('given quotes, backslashes and line breaks, then nothing ends the string', () => {
    expect(cssString('a"b\\c\n</style>')).toBe(String.raw`"a\22 b\5c c\a \3c \2f style\3e "`);
  });
});
