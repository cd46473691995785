import { describe, expect, it } from 'vitest';
import { limits } from '../../limits.ts';
import { documentOf, refusalOf } from '../../testing/document-of.ts';
import { p, tbl, tc, tr, wordFile } from '../../testing/word-file.ts';

const read = async (body: string) => documentOf('t.docx', wordFile({ body }));

const cells = async (body: string) =>
  (await read(body)).blocks.map(({ text, table }) => {
    const { table: number = 0, row = 0, column = 0, columns = 1, rows = 1 } = table ?? {};
    return table === undefined ? text : `${text}@${number}:${row},${column} ${columns}x${rows}`;
  });

const span = (columns: number | string): string => `<w:gridSpan w:val="${columns}"/>`;
const down = (val?: string): string => `<w:vMerge${val === undefined ? '' : ` w:val="${val}"`}/>`;
const cell = (words: string, properties = ''): string => tc(p(words), properties);

describe('the cells of a table as people see them', () => {
  it('given cells merged across and down, then each is one cell with its spans, and covered ones are none', async () => {
    const body = tbl(
      tr([cell('a', span(2)), cell('b')]),
      tr([cell('c', down('restart')), cell('d'), cell('e')]),
      tr([cell('', down()), cell('f'), cell('g')]),
      tr([cell('h'), cell('i', `${span(2)}${down('restart')}`)]),
      tr([cell('j'), cell('', `${span(2)}${down('continue')}`)]),
    );
    expect(await cells(body)).toEqual([
      'a@1:1,1 2x1',
      'b@1:1,3 1x1',
      'c@1:2,1 1x2',
      'd@1:2,2 1x1',
      'e@1:2,3 1x1',
      'f@1:3,2 1x1',
      'g@1:3,3 1x1',
      'h@1:4,1 1x1',
      'i@1:4,2 2x2',
      'j@1:5,1 1x1',
    ]);
  });

  it('given columns left out before a row’s first cell, then its cells stand under their heads', async () => {
    const body = tbl(
      tr([cell('a'), cell('b'), cell('c')]),
      tr([cell('d')], '<w:gridBefore w:val="2"/>'),
    );
    expect((await cells(body)).at(-1)).toBe('d@1:2,3 1x1');
  });

  it('given cells merged across as old files write it, then they are one cell', async () => {
    const body = tbl(
      tr([cell('a', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('b')]),
    );
    expect(await cells(body)).toEqual(['a@1:1,1 2x1', 'b@1:1,3 1x1']);
  });

  it('given a cell that goes on with none above it, then it is a cell', async () => {
    expect(await cells(tbl(tr([cell('a', down())])))).toEqual(['a@1:1,1 1x1']);
  });

  it('given words in a cell that another covers, then they are not read, and said', async () => {
    const body = tbl(tr([cell('a', down('restart'))]), tr([cell('under', down())]));
    const { blocks, remarks } = await read(body);
    expect(blocks.map(({ text }) => text)).toEqual(['a']);
    expect(remarks).toEqual([
      { kind: 'hidden', place: 'table 1, row 2, column 1', words: 'A merged cell covers “under”' },
    ]);
  });

  it('given a cell of several paragraphs, then each is a block of its place; empty ones only where there is no other', async () => {
    const body = tbl(tr([tc(`${p('one')}<w:p/>${p('two')}`), tc('<w:p/><w:p/>')]));
    const { blocks } = await read(body);
    expect(blocks.map(({ kind, text, place }) => [kind, text, place])).toEqual([
      ['cell', 'one', 'table 1, row 1, column 1'],
      ['cell', 'two', 'table 1, row 1, column 1'],
      ['cell', '', 'table 1, row 1, column 2'],
    ]);
  });

  it('given a table in a cell of a row with others, then it comes after that row with a number of its own', async () => {
    const inner = tbl(tr([cell('in')]));
    const body = tbl(tr([tc(p('out') + inner), cell('beside')]), tr([cell('below'), cell('b')]));
    expect(await cells(body)).toEqual([
      'out@1:1,1 1x1',
      'beside@1:1,2 1x1',
      'in@2:1,1 1x1',
      'below@1:2,1 1x1',
      'b@1:2,2 1x1',
    ]);
  });

  it('given a table that is only a frame for another, then the inner one stands in its place', async () => {
    const body =
      tbl(tr([tc(p('Above') + tbl(tr([cell('a'), cell('b')])) + p(''))])) + tbl(tr([cell('next')]));
    expect(await cells(body)).toEqual(['Above', 'a@1:1,1 1x1', 'b@1:1,2 1x1', 'next@2:1,1 1x1']);
  });

  it('given rows and cells in content controls, then they are of the table', async () => {
    const control = (inside: string) =>
      `<w:sdt><w:sdtPr/><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
    const body = tbl(control(tr([cell('a'), control(cell('b'))])));
    expect(await cells(body)).toEqual(['a@1:1,1 1x1', 'b@1:1,2 1x1']);
  });

  it('given rows inserted, deleted or hidden, then they are read, left out, left out, and each is said', async () => {
    const by = 'w:author="J. Fox" w:date="2027-05-03T10:00:00Z"';
    const body = tbl(
      tr([cell('a')]),
      tr([cell('gone')], `<w:del ${by}/>`),
      tr([cell('new')], `<w:ins ${by}/>`),
      tr([cell('unseen')], '<w:hidden/>'),
    );
    const { blocks, remarks } = await read(body);
    expect(blocks.map(({ text, table }) => [text, table?.row])).toEqual([
      ['a', 1],
      ['new', 2],
    ]);
    expect(remarks).toEqual([
      {
        kind: 'tracked change',
        place: 'table 1, row 2',
        words: 'Row inserted by J. Fox, 3 May 2027: “new”',
        block: 2,
      },
      {
        kind: 'tracked change',
        place: 'table 1, after row 1',
        words: 'Row deleted by J. Fox, 3 May 2027: “gone”',
      },
      { kind: 'hidden', place: 'table 1, after row 2', words: 'Hidden row: “unseen”' },
    ]);
  });

  it('given spans that are nonsense, then they are one column, or as many as a table may have', async () => {
    const body = tbl(tr([cell('a', span('NaN')), cell('b', span(-4)), cell('c', span('0'))]));
    expect(await cells(body)).toEqual(['a@1:1,1 1x1', 'b@1:1,2 1x1', 'c@1:1,3 1x1']);
    const wide = tbl(tr([cell('a', span(99_999_999))]));
    expect(await cells(wide)).toEqual([`a@1:1,1 ${limits.columns}x1`]);
  });

  it('given more columns than a table may have, then the file is refused by its part', async () => {
    const body = tbl(tr([cell('a', span(500)), cell('b')]));
    expect(await refusalOf('t.docx', wordFile({ body }))).toBe(
      't.docx is too much to read: word/document.xml has 501 columns in a table. Accepted are at most 500.',
    );
  });

  it('given tables inside one another, then eight are read and nine are refused', async () => {
    const nested = (inner: number): string =>
      tbl(tr([tc(p(`depth ${inner}`) + (inner === 0 ? '' : nested(inner - 1))), cell('x')]));
    expect((await read(nested(8))).blocks.filter(({ text }) => text === 'depth 0')).toHaveLength(1);
    expect(await refusalOf('t.docx', wordFile({ body: nested(9) }))).toContain(
      'word/document.xml has 9 tables inside one another. Accepted are at most 8.',
    );
  });
});
