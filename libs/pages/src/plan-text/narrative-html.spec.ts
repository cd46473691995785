import { describe, expect, it } from 'vitest';
import { narrativeHtml } from './narrative-html.ts';

const text = (words: string) => ({ kind: 'text' as const, text: words });

describe('a section of a plan’s text', () => {
  it('given paragraphs and lines with bullets, then the lines are one list', () => {
    expect(narrativeHtml([text('We met.'), text('· one'), text('• two'), text('Then:')], 'x')).toBe(
      '<p class="govuk-body">We met.</p>' +
        '<ul class="govuk-list govuk-list--bullet"><li>one</li><li>two</li></ul>' +
        '<p class="govuk-body">Then:</p>',
    );
  });

  it('given a table whose first row names every column, then that row is its head', () => {
    const rows = [
      ['Year', 'Families'],
      ['2025', '12'],
    ];
    const html = narrativeHtml([{ kind: 'table', rows }], 'Families');
    expect(html).toContain('aria-label="Families, table 1"');
    expect(html).toContain('<th scope="col" class="govuk-table__header">Families</th>');
    expect(html).toContain('<td class="govuk-table__cell">12</td>');
  });

  it('given a table without such a row, then it has no head', () => {
    const html = narrativeHtml(
      [
        {
          kind: 'table',
          rows: [
            ['', 'A'],
            ['B', ''],
          ],
        },
      ],
      'x',
    );
    expect(html).not.toContain('<th');
  });

  it('given hostile words, then they are words', () => {
    const html = narrativeHtml(
      [text('<script>alert(1)</script>'), { kind: 'table', rows: [['<img src=x>']] }],
      '"><b>',
    );
    expect(html).not.toMatch(/<script|<img|<b>/u);
  });
});
