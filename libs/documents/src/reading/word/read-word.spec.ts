import { describe, expect, it } from 'vitest';
import { documentOf, refusalOf } from '../testing/document-of.ts';
import { p, r, tbl, tc, tr, wordFile, wordParts } from '../testing/word-file.ts';
import { zipOf } from '../testing/zip.ts';

const styles = `
  <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
  <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Board heading"/><w:basedOn w:val="berschrift1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Third"><w:name w:val="Third"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Pool"/></w:style>
  <w:style w:type="paragraph" w:styleId="Pool"><w:name w:val="Pool"/><w:basedOn w:val="Loop"/></w:style>
  <w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>`;

const blocksOf = async (body: string, more = {}) =>
  (await documentOf('plan.docx', wordFile({ body, styles, ...more }))).blocks;

const shapes = async (body: string) =>
  (await blocksOf(body)).map(({ kind, level, text }) => [kind, level, text]);

const styled = (style: string, words: string): string => p(words, `<w:pStyle w:val="${style}"/>`);

describe('the words of a Word document', () => {
  it('given paragraphs, when they are read, then each is a block with its place and its words on one line', async () => {
    const body = `${p('First')}<w:p/>${p('Second  with\tspaces')}`;
    expect(await blocksOf(body)).toMatchObject([
      { index: 1, kind: 'paragraph', text: 'First', place: 'paragraph 1' },
      { index: 2, kind: 'paragraph', text: 'Second with spaces', place: 'paragraph 2' },
    ]);
  });

  it('given a soft break, then each line is a block of the one paragraph', async () => {
    const body = `<w:p>${r('One')}<w:r><w:br/></w:r>${r('Two')}<w:r><w:cr/></w:r>${r(' ')}</w:p>`;
    expect(await blocksOf(body)).toMatchObject([
      { text: 'One', place: 'paragraph 1' },
      { text: 'Two', place: 'paragraph 1' },
    ]);
  });

  it('given headings by style in any language, by a style upon one, by outline level and a title, then each has its level', async () => {
    const direct = p('Direct', '<w:outlineLvl w:val="1"/>');
    const none = p('None', '<w:pStyle w:val="berschrift1"/><w:outlineLvl w:val="9"/>');
    expect(
      await shapes(
        styled('Titel', 'Plan') +
          styled('berschrift1', 'One') +
          styled('Own', 'Two') +
          styled('Third', 'Three') +
          direct +
          none +
          styled('Loop', 'Round') +
          styled('Unknown', 'Plain'),
      ),
    ).toEqual([
      ['heading', 1, 'Plan'],
      ['heading', 1, 'One'],
      ['heading', 1, 'Two'],
      ['heading', 3, 'Three'],
      ['heading', 2, 'Direct'],
      ['paragraph', undefined, 'None'],
      ['paragraph', undefined, 'Round'],
      ['paragraph', undefined, 'Plain'],
    ]);
  });

  it('given a table of contents, then its lines are no headings and are marked for what they are', async () => {
    const line = `<w:p><w:pPr><w:pStyle w:val="Verzeichnis1"/></w:pPr>${r('Health')}<w:r><w:tab/></w:r>${r('4')}</w:p>`;
    expect(await blocksOf(line)).toMatchObject([
      { kind: 'paragraph', text: 'Health … 4', aside: 'contents' },
    ]);
  });

  it('given a list marker that somebody typed, then it is the marker, as in a file of text', async () => {
    expect(await blocksOf(p('• Open it') + tbl(tr([tc(p('2) Close it'))])))).toMatchObject([
      { kind: 'list item', marker: '•', text: 'Open it' },
      { kind: 'cell', marker: '2)', text: 'Close it' },
    ]);
  });

  it('given signs of Wingdings, as symbols or as letters in that font, then people’s signs are read', async () => {
    const body =
      `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>` +
      `<w:p>${r('l', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')}</w:p>` +
      `<w:p><w:r><w:sym w:font="MS Gothic" w:char="2612"/></w:r></w:p>` +
      `<w:p><w:r><w:sym w:font="Wingdings" w:char="110000"/><w:sym w:char="zz"/></w:r></w:p>`;
    expect((await blocksOf(body)).map(({ text }) => text)).toEqual(['✓', '●', '☒', '•']);
  });

  it('given hyphens that do not break or are not seen, then words are whole', async () => {
    const body = `<w:p>${r('2027')}<w:r><w:noBreakHyphen/><w:t>28 co\u00ADop\u2011ted</w:t><w:softHyphen/></w:r></w:p>`;
    expect((await blocksOf(body))[0]?.text).toBe('2027-28 coop-ted');
  });

  it('given content controls, tags, fields and an equation, then their words are read and their instructions are not', async () => {
    const field = (inside: string) => `<w:r>${inside}</w:r>`;
    const body =
      `<w:p><w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>${r('Amber')}</w:sdtContent></w:sdt></w:p>` +
      `<w:p><w:smartTag>${r('North')}</w:smartTag><w:customXml>${r('brook')}</w:customXml></w:p>` +
      `<w:p><w:fldSimple w:instr="DATE">${r('3 May')}</w:fldSimple></w:p>` +
      `<w:p>${field('<w:fldChar w:fldCharType="begin"/>')}${field('<w:instrText> IF </w:instrText>')}` +
      `${field('<w:fldChar w:fldCharType="begin"/>')}${field('<w:instrText>REF x</w:instrText>')}${field('<w:fldChar w:fldCharType="separate"/>')}${r('inner')}${field('<w:fldChar w:fldCharType="end"/>')}` +
      `${field('<w:fldChar w:fldCharType="separate"/>')}${r('outer')}${field('<w:fldChar w:fldCharType="end"/>')}</w:p>` +
      `<w:p><m:oMath><m:r><m:t>x≥95</m:t></m:r></m:oMath></w:p>` +
      `<w:sdt><w:sdtContent>${p('In a block')}</w:sdtContent></w:sdt>`;
    expect((await blocksOf(body)).map(({ text }) => text)).toEqual([
      'Amber',
      'Northbrook',
      '3 May',
      'outer',
      'x≥95',
      'In a block',
    ]);
  });

  it('given a field that never ends, then the words after its paragraph are still read', async () => {
    const body = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${r('told')}</w:p>${p('After')}`;
    expect((await blocksOf(body)).map(({ text }) => text)).toEqual(['After']);
  });

  it('given old form fields, then a box is seen ticked or not, and a list shows what was chosen', async () => {
    const form = (inside: string) =>
      `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData>${inside}</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    const list = '<w:listEntry w:val="Red"/><w:listEntry w:val="Amber"/>';
    const body =
      form('<w:checkBox><w:checked/></w:checkBox>') +
      form('<w:checkBox><w:default w:val="0"/></w:checkBox>') +
      form(`<w:ddList><w:result w:val="1"/>${list}</w:ddList>`);
    expect((await blocksOf(body)).map(({ text }) => text)).toEqual(['☒', '☐', 'Amber']);
  });

  it('given a text box in two forms, then it is read once, after the paragraph that holds it', async () => {
    const box = (words: string) => `<w:txbxContent>${p(words)}</w:txbxContent>`;
    const both =
      `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx>${box('Boxed')}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:shape><v:textbox>${box('Boxed')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;
    const body = `<w:p><w:r>${both}</w:r>${r('Around')}</w:p>${p('After')}`;
    expect((await blocksOf(body)).map(({ text, place }) => [text, place])).toEqual([
      ['Around', 'paragraph 1'],
      ['Boxed', 'text box in paragraph 1'],
      ['After', 'paragraph 2'],
    ]);
  });

  it('given a text box of old Word, then it is read too', async () => {
    const body = `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('Old box')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
    expect(await blocksOf(body)).toMatchObject([
      { text: 'Old box', place: 'text box before paragraph 1' },
    ]);
  });
});

describe('the parts of a Word document', () => {
  it('given a strict document, then it is read as a transitional one is', async () => {
    const body = styled('berschrift1', 'Strict') + p('Words');
    const { blocks } = await documentOf('s.docx', wordFile({ body, styles, isStrict: true }));
    expect(blocks).toMatchObject([{ kind: 'heading', level: 1 }, { text: 'Words' }]);
  });

  it('given a main part with a name of its own, then it is found by the relation', async () => {
    const { 'word/document.xml': main, ...rest } = wordParts({ body: p('Elsewhere') });
    const moved = {
      ...rest,
      'word/document2.xml': main ?? '',
      '_rels/.rels': String(rest['_rels/.rels']).replace(
        'word/document.xml',
        '/word/Document2.xml',
      ),
    };
    expect((await documentOf('m.docx', zipOf(moved))).blocks).toMatchObject([
      { text: 'Elsewhere' },
    ]);
  });

  it('given no relations of the file, then the main part is found by its content type', async () => {
    const { '_rels/.rels': _, ...parts } = wordParts({ body: p('Found') });
    expect((await documentOf('c.docx', zipOf(parts))).blocks).toMatchObject([{ text: 'Found' }]);
  });

  it('given custom properties and a title, then both are properties of the document', async () => {
    const custom =
      '<property fmtid="{D5}" pid="2" name="Trackrecord plan"><vt:lpwstr>north 7</vt:lpwstr></property><property pid="3" name="__proto__"><vt:i4>5</vt:i4></property>';
    const bytes = wordFile({ body: p('x'), custom, core: '<dc:title>The plan</dc:title>' });
    const { properties } = await documentOf('p.docx', bytes);
    expect(Object.entries(properties ?? {})).toEqual([
      ['Trackrecord plan', 'north 7'],
      ['__proto__', '5'],
      ['dc:title', 'The plan'],
    ]);
  });

  it('given a part that is missing or broken, then the refusal names it', async () => {
    const parts = wordParts({ body: p('x'), styles, numbering: '' });
    const without = (part: string) =>
      zipOf(Object.fromEntries(Object.entries(parts).filter(([name]) => name !== part)));
    expect(await refusalOf('d.docx', without('word/document.xml'))).toContain('word/document.xml');
    expect(await refusalOf('d.docx', without('word/numbering.xml'))).toContain(
      'd.docx is damaged: in word/numbering.xml, the part is missing',
    );
    expect(await refusalOf('d.docx', without('word/_rels/document.xml.rels'))).toContain(
      'word/_rels/document.xml.rels',
    );
    const broken = { ...parts, 'word/styles.xml': '<w:styles' };
    expect(await refusalOf('d.docx', zipOf(broken))).toContain('word/styles.xml');
    const other = { ...parts, 'word/document.xml': '<html/>' };
    expect(await refusalOf('d.docx', zipOf(other))).toContain('there is no body');
  });

  it('given neither relations nor content types, then the refusal says what is missing', async () => {
    const parts = { 'word/document.xml': '<x/>' };
    expect(await refusalOf('d.docx', zipOf(parts))).toContain('the main part');
  });
});
