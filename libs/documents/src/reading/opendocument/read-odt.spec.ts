import { describe, expect, it } from 'vitest';
import { blocksOfPieces } from '../../document/blocks-of-pieces.ts';
import type { Remark } from '../../document/remark.ts';
import { RefusedFile } from '../refused-file.ts';
import { openDocumentOf, type OpenDocument } from '../testing/open-document.ts';
import { zipOf } from '../testing/zip.ts';
import { readOdt } from './read-odt.ts';

const readBytes = async (bytes: Uint8Array) =>
  readOdt({ name: 'plan.odt', bytes, progress: () => undefined });

const read = async (body: string, besides: Partial<OpenDocument> = {}) =>
  readBytes(openDocumentOf({ kind: 'text', body, ...besides }));

const blocksIn = async (body: string, besides: Partial<OpenDocument> = {}) =>
  blocksOfPieces((await read(body, besides)).pieces);

const told = async (body: string, besides: Partial<OpenDocument> = {}) =>
  (await blocksIn(body, besides)).map(
    ({ kind, marker, text, level }) =>
      `${kind}${level === undefined ? '' : ` ${level}`}${marker === undefined ? '' : ` ${marker}`}|${text}`,
  );

const cellsIn = async (body: string) =>
  (await blocksIn(body)).map(({ table, text }) => {
    if (table === undefined) return text;
    const size = `${table.columns ?? 1}x${table.rows ?? 1}`;
    return `${table.table}.${table.row}.${table.column}${size === '1x1' ? '' : ` ${size}`} ${text}`;
  });

const remarksIn = async (
  kind: Remark['kind'],
  body: string,
  besides: Partial<OpenDocument> = {},
): Promise<ReadonlyArray<readonly [place: string, words: string]>> =>
  (await read(body, besides)).remarks
    .filter((one) => one.kind === kind)
    .map(({ place, words }) => [place, words]);

const refusalOf = async (bytes: Uint8Array) =>
  readBytes(bytes).then(
    () => undefined,
    (thrown: unknown) => (thrown instanceof RefusedFile ? thrown.refusal : thrown),
  );

const p = (words: string, style = 'Standard') =>
  `<text:p text:style-name="${style}">${words}</text:p>`;

describe('the words of an OpenDocument text', () => {
  it('given headings, paragraphs, spaces and breaks, then each line is a piece', async () => {
    expect(
      await told(
        `<text:h text:outline-level="2">Aims</text:h>${p('One<text:s text:c="3"/>two<text:tab/>three<text:line-break/>four')}${p('')}`,
      ),
    ).toEqual(['heading 2|Aims', 'paragraph|One two three', 'paragraph|four']);
  });

  it('given the title of the whole, by its style, then it is a heading', async () => {
    const styles =
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>';
    expect(await told(p('Harbour plan', 'P1') + p('One'), { styles })).toEqual([
      'heading 1|Harbour plan',
      'paragraph|One',
    ]);
  });

  it('given words in spans, fields, links and sections, then all are read', async () => {
    expect(
      await told(
        `<text:section>${p('a<text:span>b</text:span><text:bookmark-start text:name="x"/><text:a xlink:href="#x">c</text:a><text:date>d</text:date>')}</text:section>` +
          `<text:table-of-content><text:table-of-content-source><text:index-title-template>no</text:index-title-template></text:table-of-content-source><text:index-body>${p('Aims 3')}</text:index-body></text:table-of-content>`,
      ),
    ).toEqual(['paragraph|abcd', 'paragraph|Aims 3']);
  });

  it('given a text box, then its words come after the paragraph that it stands in', async () => {
    expect(
      await told(
        p(
          `before<draw:frame><draw:text-box>${p('in the box')}</draw:text-box></draw:frame> after`,
        ) + p('next'),
      ),
    ).toEqual(['paragraph|before after', 'paragraph|in the box', 'paragraph|next']);
  });

  it('given notes, then they stand at the end with their marks, and say where they belong', async () => {
    const note = (words: string, of: string, mark: string) =>
      `<text:note text:note-class="${of}"><text:note-citation>${mark}</text:note-citation><text:note-body>${p(words)}</text:note-body></text:note>`;
    const blocks = await blocksIn(
      p(`a${note('specific target', 'endnote', 'i')} and b${note('see below', 'footnote', '1')}`) +
        p('c'),
    );
    expect(blocks.map(({ kind, marker, text, place }) => [kind, marker, text, place])).toEqual([
      ['paragraph', undefined, 'a and b', 'paragraph 1'],
      ['paragraph', undefined, 'c', 'paragraph 2'],
      ['paragraph', '[1]', 'see below', 'footnote 1 to paragraph 1'],
      ['paragraph', '[i]', 'specific target', 'endnote i to paragraph 1'],
    ]);
  });
});

const level = (at: number, besides: string) =>
  `<text:list-level-style-number text:level="${at}" ${besides}/>`;

const numbered =
  `<text:list-style style:name="L1">${level(1, 'style:num-format="1" style:num-suffix="."')}` +
  level(2, 'style:num-format="1" text:display-levels="2"') +
  `${level(3, 'style:num-format="a" style:num-prefix="(" style:num-suffix=")"')}</text:list-style>` +
  `<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="\uF0B7"/></text:list-style>` +
  `<text:list-style style:name="L3">${level(1, 'style:num-format="1" loext:num-list-format="Action %1%" text:start-value="14"')}</text:list-style>` +
  `<text:list-style style:name="L4">${level(1, 'style:num-format=""')}</text:list-style>`;

const list = (items: string, style = 'L1', besides = '') =>
  `<text:list text:style-name="${style}" ${besides}>${items}</text:list>`;

const item = (inside: string, besides = '') =>
  `<text:list-item ${besides}>${inside}</text:list-item>`;

describe('the automatic numbers of an OpenDocument text', () => {
  it('given levels inside one another, then numbers are those that a reader sees', async () => {
    const deep = `<text:list>${item(p('b'))}${item(`${p('c')}<text:list>${item(p('d'))}${item(p('e'))}</text:list>`)}</text:list>`;
    expect(
      await told(list(item(p('a')) + item(p('a2') + p('more') + deep) + item(p('f'))), {
        styles: numbered,
      }),
    ).toEqual([
      'list item 1.|a',
      'list item 2.|a2',
      'paragraph|more',
      'list item 2.1|b',
      'list item 2.2|c',
      'list item (a)|d',
      'list item (b)|e',
      'list item 3.|f',
    ]);
  });

  it('given lists that go on with others, or begin anew, then they are counted so', async () => {
    expect(
      await told(
        list(item(p('a')), 'L1', 'xml:id="x"') +
          list(item(p('b'))) +
          list(item(p('c')), 'L1', 'text:continue-numbering="true"') +
          list(item(p('d')), 'L1', 'text:continue-list="x"') +
          list(item(p('e'), 'text:start-value="7"') + item(p('f'))),
        { styles: numbered },
      ),
    ).toEqual([
      'list item 1.|a',
      'list item 1.|b',
      'list item 2.|c',
      'list item 2.|d',
      'list item 7.|e',
      'list item 8.|f',
    ]);
  });

  it('given bullets, a pattern, no number, a header and an unknown style, then each is as it looks', async () => {
    expect(
      await told(
        list(item(p('a')), 'L2') +
          list(item(p('b')) + item(p('c')), 'L3') +
          list(item(p('d')), 'L4') +
          list(`<text:list-header>${p('e')}</text:list-header>`) +
          list(item(p('f')), 'gone'),
        { styles: numbered },
      ),
    ).toEqual([
      'list item •|a',
      'list item Action 14|b',
      'list item Action 15|c',
      'paragraph|d',
      'paragraph|e',
      'list item •|f',
    ]);
  });

  it('given headings that are numbered by their level, then their numbers are markers', async () => {
    const outline = `<text:outline-style>${[1, 2]
      .map(
        (at) =>
          `<text:outline-level-style text:level="${at}" style:num-format="1" text:display-levels="${at}"/>`,
      )
      .join('')}</text:outline-style>`;
    const h = (at: number, words: string, besides = '') =>
      `<text:h text:outline-level="${at}" ${besides}>${words}</text:h>`;
    expect(
      await told(
        h(1, 'a') +
          h(2, 'b') +
          h(2, 'c') +
          h(1, 'd') +
          h(2, 'e') +
          h(1, 'f', 'text:is-list-header="true"'),
        { named: outline },
      ),
    ).toEqual([
      'heading 1 1|a',
      'heading 2 1.1|b',
      'heading 2 1.2|c',
      'heading 1 2|d',
      'heading 2 2.1|e',
      'heading 1|f',
    ]);
  });

  it('given a number in a cell that holds nothing else, then it is what the cell shows', async () => {
    const cell = (inside: string) => `<table:table-cell>${inside}</table:table-cell>`;
    expect(
      await told(
        `<table:table><table:table-row>${cell(list(item(p('')), 'L3'))}${cell(p('Mend it'))}</table:table-row></table:table>`,
        { styles: numbered },
      ),
    ).toEqual(['cell Action 14|', 'cell|Mend it']);
  });
});

const cell = (words: string, besides = '') =>
  `<table:table-cell ${besides}>${p(words)}</table:table-cell>`;
const row = (cells: string, besides = '') =>
  `<table:table-row ${besides}>${cells}</table:table-row>`;
const table = (rows: string) => `<table:table>${rows}</table:table>`;

describe('the tables of an OpenDocument text', () => {
  it('given merged and repeated cells and rows, then each stands in its column', async () => {
    expect(
      await cellsIn(
        table(
          `<table:table-header-rows>${row(`${cell('a', 'table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell('b', 'table:number-rows-spanned="9"')}`)}</table:table-header-rows>` +
            row(`${cell('c', 'table:number-columns-repeated="2"')}<table:covered-table-cell/>`) +
            row(cell('d'), 'table:number-rows-repeated="2"'),
        ),
      ),
    ).toEqual(['1.1.1 2x1 a', '1.1.3 1x4 b', '1.2.1 c', '1.2.2 c', '1.3.1 d', '1.4.1 d']);
  });

  it('given a table in a cell, then it comes after the row, or in place of its frame', async () => {
    const inner = table(row(cell('x') + cell('y')));
    const holding = `<table:table-cell>${p('a')}${inner}</table:table-cell>`;
    expect(await cellsIn(table(row(holding + cell('b'))) + table(row(holding)))).toEqual([
      '1.1.1 a',
      '1.1.2 b',
      '2.1.1 x',
      '2.1.2 y',
      'a',
      '3.1.1 x',
      '3.1.2 y',
    ]);
  });
});

const cellStyle = (name: string, background: string, parent = '') =>
  `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="${parent}"><style:table-cell-properties ${background}/></style:style>`;
const textStyle = (name: string, properties: string) =>
  `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`;

describe('the colours of an OpenDocument text', () => {
  const styles =
    cellStyle('Amber', 'fo:background-color="#ffc000"') +
    cellStyle('Child', '', 'Amber') +
    cellStyle('White', 'fo:background-color="#ffffff"') +
    cellStyle('None', 'fo:background-color="transparent"') +
    cellStyle('Circle', '', 'Circle') +
    textStyle('Marked', 'fo:background-color="#00ff00"') +
    textStyle('Red', 'fo:color="#ff0000"') +
    textStyle('Black', 'fo:color="#000000"') +
    textStyle('Auto', 'fo:color="#123456" style:use-window-font-color="true"') +
    '<style:style style:name="Rows" style:family="table-row"><style:table-row-properties fo:background-color="#0000ff"/></style:style>' +
    '<style:style style:name="Box" style:family="paragraph"><style:paragraph-properties fo:background-color="#ffff00"/></style:style>';

  it.each([
    ['Amber', p('a'), '#FFC000 cell'],
    ['Amber', p(''), '#FFC000 cell'],
    ['Child', p('a'), '#FFC000 cell'],
    ['White', p('a'), 'none'],
    ['Circle', p('a'), 'none'],
    ['gone', p('<text:span text:style-name="Marked">a</text:span>'), '#00FF00 highlight'],
    ['gone', p('<text:span text:style-name="Marked">a</text:span> b'), 'none'],
    ['gone', p('<text:span text:style-name="Red">a</text:span>'), '#FF0000 words'],
    ['gone', p('<text:span text:style-name="Black">a</text:span>'), 'none'],
    ['gone', p('<text:span text:style-name="Auto">a</text:span>'), 'none'],
    ['gone', p('<text:span text:style-name="Red">●</text:span> Late'), '#FF0000 words'],
    ['gone', p('a', 'Box'), '#FFFF00 highlight'],
  ])('given a cell of style %s with %s, then its colour is %s', async (style, inside, colour) => {
    const [block] = await blocksIn(
      `<table:table><table:table-row><table:table-cell table:style-name="${style}">${inside}</table:table-cell></table:table-row></table:table>`,
      { styles },
    );
    expect(block?.fill === undefined ? 'none' : `${block.fill.hex} ${block.fill.by}`).toBe(colour);
  });

  it('given a coloured row, then its cells have that colour unless they are white', async () => {
    const blocks = await blocksIn(
      table(
        row(
          cell('a', 'table:style-name="None"') + cell('b', 'table:style-name="White"'),
          'table:style-name="Rows"',
        ),
      ),
      { styles },
    );
    expect(blocks.map(({ fill }) => fill?.hex)).toEqual(['#0000FF', undefined]);
  });
});

describe('what an OpenDocument text holds besides its words', () => {
  const info = '<dc:creator>J. Fox</dc:creator><dc:date>2027-05-03T10:00:00</dc:date>';

  it('given tracked changes, then insertions are read, deletions are not, and both are said', async () => {
    const region = (id: string, what: string, words: string) =>
      `<text:changed-region text:id="${id}"><text:${what}><office:change-info>${info}</office:change-info>${words}</text:${what}></text:changed-region>`;
    const body =
      `<text:tracked-changes>${region('i', 'insertion', '')}${region('d', 'deletion', p('old words'))}</text:tracked-changes>` +
      p(
        'one <text:change text:change-id="d"/><text:change-start text:change-id="i"/>new<text:change-end text:change-id="i"/> two<text:change text:change-id="gone"/>',
      );
    expect(await told(body)).toEqual(['paragraph|one new two']);
    expect(await remarksIn('tracked change', body)).toEqual([
      ['paragraph 1', 'Deleted by J. Fox, 3 May 2027, not read: “old words”'],
      ['paragraph 1', 'Inserted by J. Fox, 3 May 2027, read: “new”'],
    ]);
  });

  it('given a comment and a link, then each is said with its place', async () => {
    const body = table(
      row(
        cell(
          `Amber<office:annotation>${info}${p('Is this')}${p('still so?')}</office:annotation> <text:a xlink:href="https://a.example/">site</text:a>`,
        ),
      ),
    );
    expect(await told(body)).toEqual(['cell|Amber site']);
    const place = 'table 1, row 1, column 1';
    expect(await remarksIn('comment', body)).toEqual([
      [
        place,
        'Comment by J. Fox, 3 May 2027: “Is thisstill so?”'.replace('thisstill', 'this still'),
      ],
    ]);
    expect(await remarksIn('link', body)).toEqual([[place, '“site” leads to https://a.example/']]);
  });

  it('given hidden words and sections, then they are not read and that is said', async () => {
    const styles = textStyle('Hidden', 'text:display="none"');
    const body = `${p('a<text:span text:style-name="Hidden">b</text:span>')}<text:section text:display="none">${p('c')}</text:section>`;
    expect(await told(body, { styles })).toEqual(['paragraph|a']);
    expect((await remarksIn('hidden', body, { styles })).map(([, words]) => words)).toEqual([
      'Hidden words, not read: “b”',
      'A hidden section, not read: “c”',
    ]);
  });

  it('given pictures and charts, then they are named as not read', async () => {
    const body = p(
      'a<draw:frame draw:name="Image1"><draw:image xlink:href="https://evil.example/x.png"/><svg:desc>A boat</svg:desc></draw:frame>' +
        '<draw:frame draw:name="Object1"><draw:object/><draw:image/></draw:frame><draw:g><draw:rect/></draw:g>',
    );
    expect((await remarksIn('not read', body)).map(([, words]) => words)).toEqual([
      'A picture called “A boat” is not read.',
      'A chart or an embedded file called “Object1” is not read.',
      'A drawing is not read.',
    ]);
  });

  it('given headers and footers, then each is said once, without the numbers of pages', async () => {
    const around = `<style:header>${p('Draft')}</style:header><style:footer>${p('Draft, page <text:page-number>1</text:page-number>')}</style:footer>`;
    const masters = `<style:master-page>${around}</style:master-page><style:master-page>${around}</style:master-page>`;
    expect(await remarksIn('around the page', p('a'), { masters })).toEqual([
      ['header', 'Header: “Draft”'],
      ['footer', 'Footer: “Draft, page”'],
    ]);
  });

  it('given properties that somebody named, then they are told with the title', async () => {
    const meta =
      '<dc:title>Harbour plan</dc:title><meta:user-defined meta:name="Plan">p-1</meta:user-defined><meta:user-defined meta:name="Empty"/>';
    expect((await read(p('a'), { meta })).properties).toEqual({
      Plan: 'p-1',
      'dc:title': 'Harbour plan',
    });
  });
});

describe('an OpenDocument text that is not read', () => {
  it('given a password, then it is refused as protected', async () => {
    const manifest =
      '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>';
    expect(await refusalOf(openDocumentOf({ kind: 'text', body: p('a'), manifest }))).toMatchObject(
      {
        _tag: 'Encrypted',
      },
    );
  });

  it.each([
    ['no content', zipOf({ mimetype: 'x' }), 'Damaged'],
    ['broken XML', zipOf({ 'content.xml': '<a><b></a>' }), 'Damaged'],
    ['another kind of content', zipOf({ 'content.xml': '<a/>' }), 'Damaged'],
    [
      'rows without end',
      openDocumentOf({
        kind: 'text',
        body: table(row(cell('a'), 'table:number-rows-repeated="999999999"')),
      }),
      'OverLimit',
    ],
    [
      'columns without end',
      openDocumentOf({
        kind: 'text',
        body: table(row(cell('a', 'table:number-columns-repeated="999999"'))),
      }),
      'OverLimit',
    ],
    [
      'repetitions inside one another',
      openDocumentOf({
        kind: 'text',
        body: Array.from({ length: 6 }).reduce<string>(
          (inside) =>
            table(
              `<table:table-row table:number-rows-repeated="900"><table:table-cell>${inside}</table:table-cell>${cell('a')}</table:table-row>`,
            ),
          p('a'),
        ),
      }),
      'TooManyBlocks',
    ],
  ])('given %s, then it is refused by name', async (_, bytes, tag) => {
    expect(await refusalOf(bytes)).toMatchObject({ _tag: tag });
  });
});
