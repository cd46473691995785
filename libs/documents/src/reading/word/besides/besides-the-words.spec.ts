import { describe, expect, it } from 'vitest';
import { documentOf } from '../../testing/document-of.ts';
import { p, r, tbl, tc, tr, wordFile, type WordFileParts } from '../../testing/word-file.ts';

const by = 'w:author="J. Fox" w:date="2027-05-03T10:00:00Z"';

const read = async (parts: WordFileParts) => documentOf('b.docx', wordFile(parts));
const remarksOf = async (body: string, more: Partial<WordFileParts> = {}) =>
  (await read({ ...more, body })).remarks;

const deleted = (words: string, who = by): string =>
  `<w:del ${who}><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`;
const inserted = (words: string, who = by): string => `<w:ins ${who}>${r(words)}</w:ins>`;

describe('tracked changes', () => {
  it('given words put in, taken out and moved, then the new ones are read, the old are not, and each is said', async () => {
    const body =
      p('Before') +
      `<w:p>${r('Kept ')}${inserted('put ')}${inserted('in')}${deleted('taken out')}${r(' kept')}</w:p>` +
      `<w:p><w:moveFrom ${by}>${r('Moved')}</w:moveFrom>${r('Stays')}</w:p>` +
      `<w:p><w:moveTo ${by}>${r('Moved')}</w:moveTo></w:p>`;
    const { blocks, remarks } = await read({ body });
    expect(blocks.map(({ text }) => text)).toEqual([
      'Before',
      'Kept put in kept',
      'Stays',
      'Moved',
    ]);
    expect(remarks).toEqual([
      {
        kind: 'tracked change',
        place: 'paragraph 2',
        words: 'Inserted by J. Fox, 3 May 2027: “put in”',
        block: 2,
      },
      {
        kind: 'tracked change',
        place: 'paragraph 2',
        words: 'Deleted by J. Fox, 3 May 2027: “taken out”',
        block: 2,
      },
      {
        kind: 'tracked change',
        place: 'paragraph 3',
        words: 'Moved away from here by J. Fox, 3 May 2027: “Moved”',
        block: 3,
      },
      {
        kind: 'tracked change',
        place: 'paragraph 4',
        words: 'Moved here by J. Fox, 3 May 2027: “Moved”',
        block: 4,
      },
    ]);
  });

  it('given words put in by one and taken out by another, then they are not read, and the deletion is said', async () => {
    const body = `<w:p>${r('A')}<w:ins ${by}>${deleted('B', 'w:author=""')}</w:ins></w:p>`;
    const { blocks, remarks } = await read({ body });
    expect(blocks.map(({ text }) => text)).toEqual(['A']);
    expect(remarks.map(({ words }) => words)).toEqual(['Deleted by somebody: “B”']);
  });

  it('given a paragraph that was taken out whole, then it is none, and it is said where it stood', async () => {
    const mark = `<w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr>`;
    const body = p('One') + `<w:p>${mark}${deleted('Gone')}</w:p>` + p('Two');
    const { blocks, remarks } = await read({ body });
    expect(blocks.map(({ text }) => text)).toEqual(['One', 'Two']);
    expect(remarks).toMatchObject([{ place: 'paragraph 2', block: 2 }]);
  });

  it('given a change in the last line of a cell, then it is about that line', async () => {
    const body = tbl(tr([tc(p('first') + `<w:p>${inserted('second')}</w:p>`)]));
    expect(await remarksOf(body)).toMatchObject([{ place: 'table 1, row 1, column 1', block: 2 }]);
  });

  it('given 203 changes, then 200 are told and the rest are counted', async () => {
    const body = `${p('x')}${Array.from({ length: 203 }, (_, at) => `<w:p>${inserted(`w${at}`)}</w:p>`).join('')}`;
    const remarks = await remarksOf(body);
    expect(remarks).toHaveLength(201);
    expect(remarks.at(-1)).toEqual({
      kind: 'tracked change',
      place: '',
      words: '3 more tracked changes, which are not listed one by one.',
    });
  });
});

describe('what people wrote beside the words', () => {
  it('given comments, then each is told once, with who, when and which block it is about', async () => {
    const comments =
      `<w:comment w:id="0" ${by}>${p('Is this')}${p('still amber?')}</w:comment>` +
      `<w:comment w:id="1" w:author="A. Bell" w:date="never">${p('No.')}</w:comment>` +
      `<w:comment w:id="2" w:author="C. Day">${p('Lost')}</w:comment>`;
    const mark = (id: number) =>
      `<w:commentRangeStart w:id="${id}"/>${r(`Words ${id}`)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
    const body = p('x') + `<w:p>${mark(0)}</w:p>` + tbl(tr([tc(`<w:p>${mark(1)}</w:p>`)]));
    expect(await remarksOf(body, { comments })).toEqual([
      {
        kind: 'comment',
        place: 'paragraph 2',
        words: 'Comment by J. Fox, 3 May 2027: “Is this still amber?”',
        block: 2,
      },
      {
        kind: 'comment',
        place: 'table 1, row 1, column 1',
        words: 'Comment by A. Bell: “No.”',
        block: 3,
      },
      { kind: 'comment', place: '', words: 'Comment by C. Day: “Lost”' },
    ]);
  });

  it('given footnotes and endnotes, then they come last, with their number and what they belong to', async () => {
    const note = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const body =
      `<w:p>${r('Fewer LAC')}${note('footnote', 5)}${note('endnote', 2)}</w:p>` +
      tbl(tr([tc(`<w:p>${r('Cell')}${note('footnote', 4)}</w:p>`)]));
    const footnotes =
      `<w:footnote w:id="-1" w:type="separator">${p('—')}</w:footnote>` +
      `<w:footnote w:id="4">${p('See the strategy.')}</w:footnote>` +
      `<w:footnote w:id="5">${p('specific target')}${p('and more')}</w:footnote>`;
    const endnotes = `<w:endnote w:id="2">${p('At the end.')}</w:endnote>`;
    const { blocks } = await read({ body, footnotes, endnotes });
    expect(blocks.map(({ marker, text, place, aside }) => [marker, text, place, aside])).toEqual([
      [undefined, 'Fewer LAC', 'paragraph 1', undefined],
      [undefined, 'Cell', 'table 1, row 1, column 1', undefined],
      ['[1]', 'specific target', 'footnote 1 to paragraph 1', 'footnote'],
      [undefined, 'and more', 'footnote 1 to paragraph 1', 'footnote'],
      ['[2]', 'See the strategy.', 'footnote 2 to table 1, row 1, column 1', 'footnote'],
      ['[i]', 'At the end.', 'endnote i to paragraph 1', 'footnote'],
    ]);
  });

  it('given headers and footers, then each is told once, without the numbers of pages', async () => {
    const page =
      '<w:r><w:t xml:space="preserve">Page </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' +
      '<w:r><w:t xml:space="preserve"> of </w:t></w:r><w:fldSimple w:instr="NUMPAGES"><w:r><w:t>9</w:t></w:r></w:fldSimple>';
    const section = (...ids: ReadonlyArray<string>) =>
      `<w:sectPr>${ids.map((id) => `<w:${id.slice(0, 6)}Reference r:id="rId-${id}"/>`).join('')}</w:sectPr>`;
    const body =
      `<w:p><w:pPr>${section('header1', 'footer1')}</w:pPr>${r('x')}</w:p>` +
      section('header2', 'header3', 'footer1', 'footer9');
    const remarks = await remarksOf(body, {
      headers: [
        p('Northbrook Board') + p('Official'),
        p('Northbrook Board') + p('Official'),
        tbl(tr([tc(p('Draft')), tc('<w:p/>')])),
      ],
      footers: [`<w:p>${page}</w:p>`],
    });
    expect(remarks).toEqual([
      { kind: 'around the page', place: 'header', words: 'Header: “Northbrook Board · Official”' },
      { kind: 'around the page', place: 'header', words: 'Header: “Draft”' },
    ]);
  });
});

describe('what is not read', () => {
  it('given words struck through by hand, then they are read, and each stretch of them is said', async () => {
    const body =
      `<w:p>${r('Green', '<w:strike/>')}${r('/', '<w:dstrike/>')}${r(' Red')}${r(' soon', '<w:strike w:val="0"/>')}` +
      `<w:r><w:br/></w:r>${r('old', '<w:rStyle w:val="Out"/>')}${r(' new', '<w:rStyle w:val="Out"/><w:strike w:val="0"/>')}</w:p>`;
    const styles =
      '<w:style w:type="character" w:styleId="Out"><w:rPr><w:strike/></w:rPr></w:style>';
    const { blocks, remarks } = await read({ body, styles });
    expect(blocks.map(({ text }) => text)).toEqual(['Green/ Red soon', 'old new']);
    const struck = (block: number, words: string) => ({
      kind: 'doubtful',
      place: 'paragraph 1',
      words: `Struck through, read as it stands: “${words}”`,
      block,
    });
    expect(remarks).toEqual([struck(1, 'Green/'), struck(2, 'old')]);
  });

  it('given hidden words, then they are not read, and said', async () => {
    const body = `<w:p>${r('Seen')}${r(' not seen', '<w:vanish/>')}${r(' again', '<w:vanish w:val="0"/>')}</w:p>`;
    const { blocks, remarks } = await read({ body });
    expect(blocks.map(({ text }) => text)).toEqual(['Seen again']);
    expect(remarks).toEqual([
      { kind: 'hidden', place: 'paragraph 1', words: 'Hidden words: “not seen”', block: 1 },
    ]);
  });

  it('given links, then where those outside lead is said, whether they are elements or fields', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.example" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    const body =
      `<w:p><w:hyperlink r:id="l1">${r('The strategy')}</w:hyperlink><w:hyperlink w:anchor="top">${r(' up')}</w:hyperlink><w:hyperlink r:id="none">${r(' gone')}</w:hyperlink></w:p>` +
      `<w:p>${field}${r('B')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    expect(await remarksOf(body, { links: { l1: 'https://a.example/s' } })).toEqual([
      {
        kind: 'link',
        place: 'paragraph 1',
        words: '“The strategy” leads to https://a.example/s',
        block: 1,
      },
      { kind: 'link', place: 'paragraph 2', words: 'A link leads to https://b.example', block: 2 },
    ]);
  });

  it('given pictures, charts, shapes and files inside, then each is counted and named', async () => {
    const graphic = (uri: string, inside = '') =>
      `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/${uri}">${inside}</a:graphicData></a:graphic>`;
    const drawing = (properties: string, inside: string) =>
      `<w:r><w:drawing><wp:inline><wp:docPr ${properties}/>${inside}</wp:inline></w:drawing></w:r>`;
    const oval =
      '<wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></wps:spPr></wps:wsp>';
    const body =
      p('x') +
      `<w:p>${drawing('name="Picture 7" descr="Our logo"', graphic('picture', '<pic:pic/>'))}</w:p>` +
      `<w:p>${drawing('', graphic('picture', '<pic:pic/>'))}${drawing('name="Chart 1"', graphic('chart'))}</w:p>` +
      `<w:p>${drawing('', graphic('diagram'))}${drawing('name="Oval 3"', graphic('other', oval))}</w:p>` +
      '<w:p><w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>' +
      '<w:p><w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r></w:p>' +
      '<w:altChunk r:id="c1"/>';
    const remarks = await remarksOf(body, { links: { c1: 'chunk.htm' } });
    expect(
      remarks.every(({ kind, place }) => kind === 'not read' && place === 'after paragraph 1'),
    ).toBe(true);
    expect(remarks.map(({ words }) => words)).toEqual([
      'Picture 1 is not read: “Our logo”.',
      'Picture 2 is not read: it has no description.',
      'Chart 1 is not read: “Chart 1”.',
      'SmartArt diagram 1 is not read: it has no description.',
      'Shape 1 is not read: “Oval 3, coloured #FF0000”.',
      'Embedded file 1 is not read: “Excel.Sheet.12”.',
      'Words drawn as a picture (a watermark) are not read: “DRAFT”.',
      'A file that stands in for a part of the document is not read: “chunk.htm”.',
    ]);
  });

  it('given a field that nobody has filled in, then what it shows is no word of the plan, and said', async () => {
    const body = tbl(
      tr([
        tc(
          `<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('Choose an item.')}</w:sdtContent></w:sdt></w:p>`,
        ),
        tc(p('x')),
      ]),
    );
    const { blocks, remarks } = await read({ body });
    expect(blocks.map(({ text }) => text)).toEqual(['', 'x']);
    expect(remarks).toEqual([
      {
        kind: 'not read',
        place: 'table 1, row 1, column 1',
        words: 'A field that nobody has filled in shows “Choose an item.”.',
        block: 1,
      },
    ]);
  });
});
