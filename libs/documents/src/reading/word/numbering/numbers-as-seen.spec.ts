import { describe, expect, it } from 'vitest';
import { documentOf } from '../../testing/document-of.ts';
import { p, tbl, tc, tr, wordFile } from '../../testing/word-file.ts';

type LevelParts = Readonly<{ format?: string; text: string; start?: number; more?: string }>;

const level = (ilvl: number, { format = 'decimal', text, start = 1, more = '' }: LevelParts) =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

const abstract = (id: number, ...levels: ReadonlyArray<LevelParts>) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.map((one, ilvl) => level(ilvl, one)).join('')}</w:abstractNum>`;

const num = (id: number, of: number, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`;

const numPr = (numId: number, ilvl?: number): string =>
  `<w:numPr>${ilvl === undefined ? '' : `<w:ilvl w:val="${ilvl}"/>`}<w:numId w:val="${numId}"/></w:numPr>`;

const item = (numId: number, ilvl = 0, words = 'x'): string => p(words, numPr(numId, ilvl));

const markers = async (
  body: string,
  numbering: string,
  styles = '',
): Promise<ReadonlyArray<string>> => {
  const { blocks } = await documentOf('n.docx', wordFile({ body, numbering, styles }));
  return blocks.map(({ marker }) => marker ?? '');
};

const legal = [{ text: '%1.' }, { text: '%1.%2' }, { text: '(%3)', format: 'lowerLetter' }];

describe('automatic numbers as people see them', () => {
  it('given a list of several levels, then lower levels begin anew under each higher one', async () => {
    const body = [0, 1, 1, 2, 2, 0, 1, 2].map((ilvl) => item(1, ilvl)).join('');
    expect(await markers(body, abstract(0, ...legal) + num(1, 0))).toEqual([
      '1.',
      '1.1',
      '1.2',
      '(a)',
      '(b)',
      '2.',
      '2.1',
      '(a)',
    ]);
  });

  it('given words around the number, then they are of the marker', async () => {
    const numbering = abstract(0, { text: 'Action %1', start: 14 }) + num(1, 0);
    const { blocks } = await documentOf('n.docx', wordFile({ body: item(1) + item(1), numbering }));
    expect(blocks).toMatchObject([
      { kind: 'list item', marker: 'Action 14', text: 'x' },
      { kind: 'list item', marker: 'Action 15', text: 'x' },
    ]);
  });

  // Microsoft's article Q110380: a first heading 1 below a heading 2 is numbered 2.
  it('given a lower level before any higher one, then the higher one counts as begun', async () => {
    const body = item(1, 1) + item(1, 1) + item(1, 0) + item(1, 1);
    expect(await markers(body, abstract(0, ...legal) + num(1, 0))).toEqual([
      '1.1',
      '1.2',
      '2.',
      '2.1',
    ]);
  });

  it('given two lists of one definition, then the second goes on; one with a start of its own begins there, once', async () => {
    const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="8"/></w:lvlOverride>';
    const numbering = abstract(0, { text: '%1' }) + num(1, 0) + num(2, 0) + num(3, 0, start);
    const body = [1, 1, 2, 3, 3, 1, 3].map((id) => item(id)).join('');
    expect(await markers(body, numbering)).toEqual(['1', '2', '3', '8', '9', '10', '11']);
  });

  it('given two definitions, then each counts on its own', async () => {
    const numbering =
      abstract(0, { text: '%1' }) + abstract(1, { text: '%1)' }) + num(1, 0) + num(2, 1);
    expect(await markers([1, 2, 1, 2].map((id) => item(id)).join(''), numbering)).toEqual([
      '1',
      '1)',
      '2',
      '2)',
    ]);
  });

  it('given a level that a list defines anew, then that definition counts', async () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, { text: 'No %1', format: 'upperRoman' })}</w:lvlOverride>`;
    const numbering = abstract(0, { text: '%1' }) + num(1, 0, own);
    expect(await markers(item(1) + item(1), numbering)).toEqual(['No I', 'No II']);
  });

  it('given levels that restart after another level or never, then they do', async () => {
    const after = (value: number) => `<w:lvlRestart w:val="${value}"/>`;
    const numbering =
      abstract(0, { text: '%1' }, { text: '%2', more: after(0) }, { text: '%3', more: after(1) }) +
      num(1, 0);
    const body = [0, 1, 2, 2, 1, 2, 0, 1, 2].map((ilvl) => item(1, ilvl)).join('');
    expect(await markers(body, numbering)).toEqual(['1', '1', '1', '2', '2', '3', '2', '3', '1']);
  });

  it('given legal numbering, then all levels are in figures', async () => {
    const numbering =
      abstract(0, { text: '%1', format: 'upperRoman' }, { text: '%1.%2', more: '<w:isLgl/>' }) +
      num(1, 0);
    expect(await markers(item(1) + item(1, 1), numbering)).toEqual(['I', '1.1']);
  });

  it('given bullets of fonts of signs, then the bullets that people see are read', async () => {
    const bullet = (text: string, font: string) =>
      `<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="${text}"/><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr></w:lvl>`;
    const numbering =
      [
        bullet('\uF0B7', 'Symbol'),
        bullet('o', 'Courier New'),
        bullet('\uF0A7', 'Wingdings'),
        bullet('\uF0D8', 'Wingdings'),
        bullet('–', 'Arial'),
        bullet('', 'Arial'),
      ]
        .map((inside, at) => `<w:abstractNum w:abstractNumId="${at}">${inside}</w:abstractNum>`)
        .join('') + [0, 1, 2, 3, 4, 5].map((at) => num(at + 1, at)).join('');
    expect(await markers([1, 2, 3, 4, 5, 6].map((id) => item(id)).join(''), numbering)).toEqual([
      '•',
      '◦',
      '▪',
      '•',
      '–',
      '',
    ]);
  });

  it('given numbering by the paragraph’s style, then its level is that which names the style', async () => {
    const styles =
      `<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr>${numPr(1)}</w:pPr></w:style>` +
      `<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr>${numPr(1)}</w:pPr></w:style>` +
      '<w:style w:type="paragraph" w:styleId="H2b"><w:name w:val="Mine"/><w:basedOn w:val="H2"/></w:style>';
    const numbering =
      abstract(
        0,
        { text: '%1', more: '<w:pStyle w:val="H1"/>' },
        { text: '%1.%2', more: '<w:pStyle w:val="H2"/>' },
      ) + num(1, 0);
    const of = (style: string, more = '') => p('x', `<w:pStyle w:val="${style}"/>${more}`);
    const body = of('H1') + of('H2') + of('H2b') + of('H1', numPr(0)) + of('H1');
    expect(await markers(body, numbering, styles)).toEqual(['1', '1.1', '1.2', '', '2']);
  });

  it('given a definition that only names a style for lists, then the one that defines the style counts', async () => {
    const styles = `<w:style w:type="numbering" w:styleId="Mine"><w:name w:val="Mine"/><w:pPr>${numPr(2)}</w:pPr></w:style>`;
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Mine"/></w:abstractNum>' +
      `<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Mine"/>${level(0, { text: '%1/' })}</w:abstractNum>` +
      num(1, 0) +
      num(2, 1);
    expect(await markers(item(1) + item(2), numbering, styles)).toEqual(['1/', '2/']);
  });

  it('given links of styles that go round, lists that are not there and levels that nobody defines, then there is no number', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="A"/><w:numStyleLink w:val="A"/></w:abstractNum>' +
      num(1, 0) +
      num(2, 77);
    expect(await markers(item(1) + item(2) + item(3) + item(1, 5), numbering)).toEqual([
      '',
      '',
      '',
      '',
    ]);
  });

  it('given numbers of Word 2010 with noughts before them, then they have them', async () => {
    const format =
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>';
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="9"/>${format}<w:lvlText w:val="A%1"/></w:lvl></w:abstractNum>${num(1, 0)}`;
    expect(await markers(item(1) + item(1), numbering)).toEqual(['A009', 'A010']);
  });

  it('given numbered cells without words, then each cell’s number is its marker', async () => {
    const numbering = abstract(0, { text: '%1.' }) + num(1, 0);
    const row = (words: string) => tr([tc(`<w:p><w:pPr>${numPr(1)}</w:pPr></w:p>`), tc(p(words))]);
    const { blocks } = await documentOf(
      'n.docx',
      wordFile({ body: tbl(row('a'), row('b')), numbering }),
    );
    expect(blocks.map(({ kind, marker, text }) => [kind, marker, text])).toEqual([
      ['cell', '1.', ''],
      ['cell', undefined, 'a'],
      ['cell', '2.', ''],
      ['cell', undefined, 'b'],
    ]);
  });

  it('given a paragraph whose end was deleted, then it and the next are one item', async () => {
    const numbering = abstract(0, { text: '%1.' }) + num(1, 0);
    const gone = `<w:p><w:pPr>${numPr(1)}<w:rPr><w:del w:author="A"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Open </w:t></w:r></w:p>`;
    const { blocks } = await documentOf(
      'n.docx',
      wordFile({ body: gone + item(1, 0, 'it') + item(1), numbering }),
    );
    expect(blocks.map(({ marker, text }) => [marker, text])).toEqual([
      ['1.', 'Open it'],
      ['2.', 'x'],
    ]);
  });
});
