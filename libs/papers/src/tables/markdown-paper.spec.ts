import { describe, expect, it } from 'vitest';
import { aTable, bars, nasty, paperWith } from '../testing/nasty-paper.ts';
import { markdownPaper } from './markdown-paper.ts';

const linesOf = (text: string): ReadonlyArray<string> => text.trimEnd().split('\n');

const paragraph = (words: string) => ({ _tag: 'Paragraph', words }) as const;

/** What stands in the paper's only section. */
const written = (words: string): string | undefined =>
  linesOf(markdownPaper(paperWith(paragraph(words)))).at(-3);

describe('a board paper as Markdown', () => {
  it('given words that would be markup, then each has a backslash before it', () => {
    expect(linesOf(markdownPaper(paperWith()))[0]).toBe(
      String.raw`# Harbour \<b onclick="x"\>\& "quoted" 'single' \| \*star\* \_under\_ \`code\` \[link\](http://x) \# \~ \$ \\ \</style\>`,
    );
    expect(nasty).toContain('<b');
  });

  it('given headings, then each a level below the one that it stands under', () => {
    const text = markdownPaper(
      paperWith(
        { _tag: 'Heading', level: 2, words: 'Priority 2' },
        { _tag: 'Heading', level: 3, words: 'Theme 2.3' },
      ),
    );
    expect(linesOf(text).filter((line) => line.startsWith('##'))).toEqual([
      '## Actions by priority',
      '### Priority 2',
      '#### Theme 2.3',
    ]);
  });

  it('given a table, then a row a row; paragraphs parted, numbers at the end, bars escaped', () => {
    const text = markdownPaper(paperWith(aTable));
    expect(linesOf(text).filter((line) => line.startsWith('|'))).toEqual([
      String.raw`| Ref | Action \| what | Rating | Days |`,
      '| --- | --- | --- | ---: |',
      String.raw`| 27 | Open \<the\> grounds<br>a \| b | Amber/Green | 12 |`,
    ]);
  });

  it('given a picture, then its words', () => {
    expect(markdownPaper(paperWith(bars))).toContain('> Bars: Red 2, Green 1');
  });

  it.each([
    ['- no list', String.raw`\- no list`],
    ['+ no list', String.raw`\+ no list`],
    ['1. no list', String.raw`1\. no list`],
    ['12) no list', String.raw`12\) no list`],
    ['=== no heading', String.raw`\=== no heading`],
    ['2.3 as it is', '2.3 as it is'],
    ['one\n# line\u0000', String.raw`one \# line`],
  ])('given the paragraph %j, then it stays a paragraph', (words, expected) => {
    expect(written(words)).toBe(expected);
  });
});
