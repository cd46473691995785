import { describe, expect, it } from 'vitest';
import { blocksOfPieces } from '../../document/blocks-of-pieces.ts';
import type { Remark } from '../../document/remark.ts';
import { RefusedFile } from '../refused-file.ts';
import { readHtml } from './read-html.ts';

const read = async (page: string | Uint8Array) =>
  readHtml({
    name: 'plan.html',
    bytes: typeof page === 'string' ? new TextEncoder().encode(page) : page,
    progress: () => undefined,
  });

const piecesIn = async (page: string) => blocksOfPieces((await read(page)).pieces);

/** "kind marker|text" of each, in order. */
const told = async (page: string): Promise<ReadonlyArray<string>> =>
  (await piecesIn(page)).map(
    ({ kind, marker, text, level }) =>
      `${kind}${level === undefined ? '' : ` ${level}`}${marker === undefined ? '' : ` ${marker}`}|${text}`,
  );

/** "table.row.column" with its spans, and the words. */
const cellsIn = async (page: string): Promise<ReadonlyArray<string>> =>
  (await piecesIn(page)).map(({ table, text }) => {
    if (table === undefined) return text;
    const spans = table.columns === undefined && table.rows === undefined;
    const size = spans ? '' : ` ${table.columns ?? 1}x${table.rows ?? 1}`;
    return `${table.table}.${table.row}.${table.column}${size} ${text}`;
  });

const colours = async (page: string): Promise<ReadonlyArray<string>> =>
  (await piecesIn(page)).map(({ fill }) =>
    fill === undefined ? 'none' : `${fill.hex} ${fill.by}`,
  );

const remarksIn = async (page: string, kind: Remark['kind']): Promise<ReadonlyArray<string>> =>
  (await read(page)).remarks.filter((one) => one.kind === kind).map(({ words }) => words);

const refusalOf = async (page: string | Uint8Array) =>
  read(page).then(
    () => undefined,
    (thrown: unknown) => (thrown instanceof RefusedFile ? thrown.refusal : thrown),
  );

describe('a web page with names that JavaScript knows', () => {
  it('given lists of such types, then they are numbered as lists of no type are', async () => {
    expect(
      await told(
        '<ol type="constructor"><li>a<li type="toString">b</ol><ol type="__proto__"><li>c</ol>',
      ),
    ).toEqual(['list item 1.|a', 'list item 2.|b', 'list item 1.|c']);
  });
});

describe('a web page that Google Sheets wrote', () => {
  const page =
    '<style>.ritz .waffle a { color: inherit; }.ritz .waffle .s1{background-color:#00ff00;text-align:left;}' +
    '.ritz .other .s0{background-color:#ff0000;}</style><div class="ritz grid-container"><table class="waffle">' +
    '<thead><tr><th class="row-header freezebar-origin-ltr"></th><th id="0C0" class="column-headers-background">A</th>' +
    '<th class="column-headers-background">B</th></tr></thead><tbody>' +
    '<tr><th class="row-headers-background"><div>1</div></th><td class="s0">Action</td><td class="s0">RAG</td></tr>' +
    '<tr><th class="freezebar-cell freezebar-horizontal-handle"></th><td class="freezebar-cell"></td><td class="freezebar-cell"></td></tr>' +
    '<tr><th class="row-headers-background"><div>2</div></th><td class="s0">Open the hub</td><td class="s1"></td></tr>' +
    '</tbody></table></div>';

  it('given letters of columns and numbers of rows, then they are no cells of the table', async () => {
    expect(await cellsIn(page)).toEqual([
      '1.1.1 Action',
      '1.1.2 RAG',
      '1.2.1 Open the hub',
      '1.2.2 ',
    ]);
  });

  it('given its rules for its own table, then they colour cells, and rules for others do not', async () => {
    expect(await colours(page)).toEqual(['none', 'none', 'none', '#00FF00 cell']);
  });
});

describe('the words of a web page', () => {
  it('given headings, paragraphs and line breaks, then each begins a piece of its own', async () => {
    expect(
      await told(
        '<h1>A plan</h1><p>One <b>and</b>\n two<br>three</p>four<div>five</div><h3>Six</h3>',
      ),
    ).toEqual([
      'heading 1|A plan',
      'paragraph|One and two',
      'paragraph|three',
      'paragraph|four',
      'paragraph|five',
      'heading 3|Six',
    ]);
  });

  it('given lists, then their markers are those that a browser shows', async () => {
    expect(
      await told(
        '<ul><li>a<ul style="list-style-type:none"><li>b</ul></ul><ol start=3><li>c<li value=9>d<li>e</ol>' +
          '<ol type=a><li><p>f</p><p>g</p></ol><ol reversed type=I><li>h<li>i</ol>' +
          '<ol style="list-style-type: lower-roman"><li>j<li><h2>k</h2></ol>',
      ),
    ).toEqual([
      'list item •|a',
      'paragraph|b',
      'list item 3.|c',
      'list item 9.|d',
      'list item 10.|e',
      'list item a.|f',
      'paragraph|g',
      'list item II.|h',
      'list item I.|i',
      'list item i.|j',
      'heading 2 ii.|k',
    ]);
  });

  it('given words kept in lines, then each line is a piece', async () => {
    expect(await told('<pre>one\n  two\n\nthree</pre>')).toEqual([
      'paragraph|one',
      'paragraph|two',
      'paragraph|three',
    ]);
  });

  it('given soft hyphens and marks of no width, then words are told without them', async () => {
    expect(await told('<p>safe&shy;guard&#8203;ing&nbsp;&nbsp;board</p>')).toEqual([
      'paragraph|safeguarding board',
    ]);
  });

  it('given a title, then it is a property of the document and no words of the page', async () => {
    const { pieces, properties } = await read('<title>Harbour\n plan</title><p>One');
    expect(pieces).toHaveLength(1);
    expect(properties).toEqual({ 'dc:title': 'Harbour plan' });
  });

  it('given what Word saves of its lists, then numbers are markers and bullets of symbol fonts are bullets', async () => {
    const gap = '<span style=\'font:7.0pt "Times New Roman"\'>&nbsp;&nbsp; </span>';
    expect(
      await told(
        `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>3.2${gap}</span><![endif]>Whole</p>` +
          `<p class=MsoListParagraph><span style='font-family:Symbol'>·${gap}</span>Filtered</p>` +
          `<h1>4${gap}Headed</h1>`,
      ),
    ).toEqual(['list item 3.2|Whole', 'list item •|Filtered', 'heading 1 4|Headed']);
  });
});

describe('the tables of a web page', () => {
  it('given merged cells, then the others have no piece and columns are those of the grid', async () => {
    expect(
      await cellsIn(
        '<table><tr><th rowspan=2>No<th colspan=2>RAG<tr><td>now<td>then<tr><td><p>1</p><p>i</p><td colspan=2></table>',
      ),
    ).toEqual([
      '1.1.1 1x2 No',
      '1.1.2 2x1 RAG',
      '1.2.2 now',
      '1.2.3 then',
      '1.3.1 1',
      '1.3.1 i',
      '1.3.2 2x1 ',
    ]);
  });

  it('given a span to the end of the rows, or beyond it, then it ends with them', async () => {
    expect(
      await cellsIn(
        '<table><tbody><tr><td rowspan=0>a<td rowspan=9>b<td>c<tr><td>d</tbody><tbody><tr><td>e</table>',
      ),
    ).toEqual(['1.1.1 1x2 a', '1.1.2 1x2 b', '1.1.3 c', '1.2.3 d', '1.3.1 e']);
  });

  it('given a table in a cell beside others, then it comes after the row; in a frame, in its place', async () => {
    expect(
      await cellsIn(
        '<table><caption>Actions</caption><tr><td>a<table><tr><td>in</table>b<td>c<tr><td>d</table>' +
          '<table><tr><td>before<table><tr><td>e<td>f</table>after</table>',
      ),
    ).toEqual([
      'Actions',
      '1.1.1 a',
      '1.1.1 b',
      '1.1.2 c',
      '2.1.1 in',
      '1.2.1 d',
      'before',
      '3.1.1 e',
      '3.1.2 f',
      'after',
    ]);
  });

  it('given an item without words in a cell, then its number is what the cell shows', async () => {
    expect(await told('<table><tr><td><ol start=14><li></ol><td>Mend it</table>')).toEqual([
      'cell 14.|',
      'cell|Mend it',
    ]);
  });

  it('given a place for people, then it counts tables, rows and columns, and paragraphs outside of them', async () => {
    const { pieces } = await read('<p>a</p><table><tr><td>b<td>c</table><p></p><p>d');
    expect(pieces.map(({ place }) => place)).toEqual([
      'paragraph 1',
      'table 1, row 1, column 1',
      'table 1, row 1, column 2',
      'paragraph 2',
    ]);
  });
});

describe('the colours of a web page', () => {
  it.each([
    ['<td style="background:#ffc000">a', '#FFC000 cell'],
    ['<td bgcolor=ffc000>', '#FFC000 cell'],
    ['<td class="x amber">a', '#FFA500 cell'],
    ['<td style="background-color:white">a', 'none'],
    ['<td><mark>a</mark>', '#FFFF00 highlight'],
    ['<td><p style="background:red">a</p>', '#FF0000 highlight'],
    ['<td><span style="background:red">a</span> b', 'none'],
    ['<td><font color=red>a</font>', '#FF0000 words'],
    ['<td><span style="color:black">a</span>', 'none'],
    ['<td><a href="https://a.example" style="color:blue">a</a>', 'none'],
    ['<td bgcolor=#f2f2f2><mark>a</mark>', '#FFFF00 highlight'],
    ['<td bgcolor=#f2f2f2 style="color:red">a', '#FF0000 words'],
    ['<td bgcolor=green style="color:red">a', '#008000 cell'],
    ['<td style="background:nonsense">a', 'none'],
  ])('given the cell %s, then its colour is %s', async (cell, colour) => {
    const page = `<style>.amber{background:orange}</style><body bgcolor=silver style="color:#333"><table><tr>${cell}</table>`;
    expect(await colours(page)).toEqual([colour]);
  });

  it('given a coloured row, section or table, then its cells have that colour unless they have their own', async () => {
    expect(
      await colours(
        '<table bgcolor=red><tbody><tr><td>a<tr bgcolor=lime><td>b<td bgcolor=white>c</tbody><tbody bgcolor=blue><tr><td>d</table>',
      ),
    ).toEqual(['#FF0000 cell', '#00FF00 cell', 'none', '#0000FF cell']);
  });
});

describe('what a web page holds besides its words', () => {
  it('given what is hidden, then it is said and not read', async () => {
    const page =
      '<p>a</p><p hidden>b</p><p style="display:none">c</p><table><tr><td>d<td style="visibility:hidden">e<tr style="display:none"><td>f</table>';
    expect(await told(page)).toEqual(['paragraph|a', 'cell|d']);
    expect((await remarksIn(page, 'hidden')).toSorted()).toEqual(
      ['b', 'c', 'e', 'f'].map((words) => `Hidden words, not read: “${words}”`),
    );
  });

  it('given pictures, scripts, pages in it and form fields, then nothing of them is read, run or fetched', async () => {
    const page =
      '<script>alert(1)</script><link rel=stylesheet href=a.css><p>a<img alt="A boat"><input value=b><textarea>c</textarea><iframe src="https://evil.example">d</iframe><svg><text>e</text></svg><script src=x.js></script>';
    expect(await told(page)).toEqual(['paragraph|a']);
    expect(await remarksIn(page, 'not read')).toEqual([
      'A picture called “A boat” is not read.',
      'Another page shown inside this one (https://evil.example) is not fetched and not read.',
      'A drawing is not fetched and not read.',
      'A style sheet outside the file (a.css) is not fetched: colours that it gives are not seen.',
      '2 scripts, not run.',
      '2 form fields, not read.',
    ]);
  });

  it('given a link, changes, struck words and a comment, then each is said with its block', async () => {
    const { pieces, remarks } = await read(
      '<p>one</p><p>See <a href="https://a.example/">the site</a> <del>old</del><ins>new</ins> <s>no</s></p><div style="mso-element:comment">Still amber?</div>',
    );
    expect(pieces.map(({ text }) => text)).toEqual(['one', 'See the site new no']);
    expect(remarks).toEqual([
      {
        kind: 'link',
        place: 'paragraph 2',
        block: 2,
        words: '“the site” leads to https://a.example/',
      },
      { kind: 'tracked change', place: 'paragraph 2', block: 2, words: 'Deleted, not read: “old”' },
      { kind: 'tracked change', place: 'paragraph 2', block: 2, words: 'Inserted, read: “new”' },
      {
        kind: 'doubtful',
        place: 'paragraph 2',
        block: 2,
        words: 'Struck through, read as it stands: “no”',
      },
      { kind: 'comment', place: 'paragraph 2', words: 'Comment: “Still amber?”' },
    ]);
  });
});

describe('very many remarks', () => {
  it('given more links than anybody reads, then the rest are told as a number; comments are all told', async () => {
    const links = '<p><a href="https://a.example/">a</a></p>'.repeat(203);
    const comments = '<div style="mso-element:comment">b</div>'.repeat(203);
    const told = await remarksIn(links + comments, 'link');
    expect(told).toHaveLength(201);
    expect(told.at(-1)).toBe('3 more links, which are not listed one by one.');
    expect(await remarksIn(links + comments, 'comment')).toHaveLength(203);
  });
});

describe('what LibreOffice saves of a header and a footer', () => {
  it('given them in the page, then they are said to be around it and are no words of it', async () => {
    const page =
      '<div title="header"><p>Draft</p></div><p>One</p><div title="footer"><p>Page 1</p></div>';
    expect(await told(page)).toEqual(['paragraph|One']);
    expect(await remarksIn(page, 'around the page')).toEqual([
      'Header or footer: “Draft”',
      'Header or footer: “Page 1”',
    ]);
  });
});

describe('the encoding of a web page', () => {
  const words = (bytes: ReadonlyArray<number>, head = '') =>
    new Uint8Array([...new TextEncoder().encode(`${head}<p>`), ...bytes]);

  it.each([
    ['UTF-8, unsaid', words([0xc2, 0xa3])],
    ['Windows-1252, unsaid', words([0xa3])],
    ['Windows-1252, said', words([0xa3], '<meta charset="windows-1252">')],
    [
      'Latin 1, said in the old way',
      words([0xa3], '<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">'),
    ],
    ['UTF-8 that says it is UTF-16', words([0xc2, 0xa3], '<meta charset=utf-16>')],
    ['UTF-16 with a mark', new Uint8Array([0xff, 0xfe, 0x3c, 0, 0x70, 0, 0x3e, 0, 0xa3, 0])],
  ])('given %s, then its pound sign is one', async (_, bytes) => {
    const { pieces, remarks } = await read(bytes);
    expect(pieces.map(({ text }) => text)).toEqual(['£']);
    expect(remarks).toEqual([]);
  });

  it('given a page that is not in the encoding that it names, then that is said', async () => {
    const { pieces, remarks } = await read(words([0xa3], '<meta charset=utf-8>'));
    expect(pieces.map(({ text }) => text)).toEqual(['£']);
    expect(remarks.map(({ kind, place }) => [kind, place])).toEqual([['doubtful', '']]);
  });

  it('given a zero byte, then it is refused as no text', async () => {
    expect(await refusalOf(words([0]))).toMatchObject({ _tag: 'BinaryFile', offset: 3 });
  });
});

describe('a workbook of several sheets that LibreOffice wrote as a page', () => {
  const page =
    '<body><hr><p><center><h1>Overview</h1><A HREF="#table0">Priority 1 - Health</A><br><A HREF="#table1">Priority 2 - Work</A><br></center></p><hr>' +
    '<A NAME="table0"><h1>Sheet 1: <em>Priority 1 - Health</em></h1></A><table><tr><td>a</td></tr></table>' +
    '<A NAME="table1"><h1>Sheet 2: <em>Priority 2 - Work</em></h1></A><table><tr><td>b</td></tr></table>';

  it('given its list of sheets, then that is said and no part of the plan; each sheet begins with its name', async () => {
    expect(await told(page)).toEqual([
      'heading 1|Priority 1 - Health',
      'cell|a',
      'heading 1|Priority 2 - Work',
      'cell|b',
    ]);
    expect(await remarksIn(page, 'around the page')).toEqual([
      'List of sheets: “Priority 1 - Health”, “Priority 2 - Work”',
    ]);
  });

  it('given words beside such links, then they are words', async () => {
    expect(
      await told('<center><h1>Overview</h1><p>See <a href="#table0">below</a>.</p></center>'),
    ).toEqual(['heading 1|Overview', 'paragraph|See below.']);
  });
});

describe('a web page beyond the limits', () => {
  it.each([
    ['elements', '<div>'.repeat(100_000), 'elements inside one another'],
    ['tables', '<table><tr><td>a<td>'.repeat(20), 'tables inside one another'],
    ['columns', `<table><tr>${'<td colspan=400>'.repeat(2)}`, 'columns'],
  ])('given too many %s, then it is refused by name', async (_, page, what) => {
    expect(await refusalOf(page)).toMatchObject({ _tag: 'OverLimit', what });
  });

  it.each([
    '<table><tr><td colspan=-1 rowspan=x>a',
    '<table><td>a</td>stray<table><tr><td>b',
    '<ol start=99999999999999><li value=z>a',
    '<a href>x</a><p style=";;:;color">a<!-- ',
    '<select><p>a</select><frameset><frame src=x>b',
    '</p></table></td><td>a',
  ])('given the broken page %j, then it is read as browsers do', async (page) => {
    expect((await read(page)).pieces.some(({ text }) => /[ab]/u.test(text))).toBe(true);
  });
});
