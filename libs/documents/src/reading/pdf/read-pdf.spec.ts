import { describe, expect, it } from 'vitest';
import { blocksOfPieces } from '../../document/blocks-of-pieces.ts';
import { RefusedFile } from '../refused-file.ts';
import { lineFrom, painted, type PdfBesides, pdfOf, ruled, wordsAt } from '../testing/pdf.ts';
import { readPdf } from './read-pdf.ts';

const readBytes = async (bytes: Uint8Array) =>
  readPdf({ name: 'plan.pdf', bytes, progress: () => undefined });

const read = async (pages: ReadonlyArray<string>, besides: PdfBesides = {}) =>
  readBytes(pdfOf(pages, besides));

const blocksIn = async (...pages: ReadonlyArray<string>) =>
  blocksOfPieces((await read(pages)).pieces);

const told = async (...pages: ReadonlyArray<string>) =>
  (await blocksIn(...pages)).map(({ kind, marker, text, level }) => {
    const heading = level === undefined ? '' : ` ${level}`;
    return `${kind}${heading}${marker === undefined ? '' : ` ${marker}`}|${text}`;
  });

const cellsIn = async (...pages: ReadonlyArray<string>) =>
  (await blocksIn(...pages)).map(({ table, text, fill }) => {
    if (table === undefined) return text;
    const spans = table.columns === undefined && table.rows === undefined;
    const size = spans ? '' : ` ${table.columns ?? 1}x${table.rows ?? 1}`;
    const colour = fill === undefined ? '' : ` ${fill.hex} ${fill.by}`;
    return `${table.table}.${table.row}.${table.column}${size} ${text}${colour}`;
  });

const remarksIn = async (pages: ReadonlyArray<string>, besides: PdfBesides = {}) =>
  (await read(pages, besides)).remarks
    .filter(({ words }) => !words.startsWith('A PDF is read'))
    .map(({ kind, place, words }) => `${kind} | ${place} | ${words}`);

const refusalOf = async (bytes: Uint8Array) =>
  readBytes(bytes).then(
    () => undefined,
    (thrown: unknown) => (thrown instanceof RefusedFile ? thrown.refusal : thrown),
  );

/** Lines under one another, 12 points apart, the first at a height. */
const lines = (x: number, y: number, ...all: ReadonlyArray<string>): string =>
  all.map((words, at) => wordsAt(x, y - at * 12, words)).join('');

describe('the words of a PDF', () => {
  it('given lines that were broken at a width, then they are paragraphs again; a short line ends one', async () => {
    expect(
      await told(
        lines(
          50,
          600,
          'The partnership meets in each quarter of the year, and it',
          'reports to the board of the trust, whose members are multi-',
          'agency and keep the safeguarding of children in mind.',
          'It works.',
          'Another paragraph begins here and goes on for so long until',
          'it is broken; the safe-',
          'guarding board agrees.',
        ),
      ),
    ).toEqual([
      'paragraph|The partnership meets in each quarter of the year, and it reports to the board of the trust, whose members are multi-agency and keep the safeguarding of children in mind.',
      'paragraph|It works.',
      'paragraph|Another paragraph begins here and goes on for so long until it is broken; the safeguarding board agrees.',
    ]);
  });

  it('given larger letters and list signs, then they are headings by size, and list items', async () => {
    expect(
      await told(
        wordsAt(50, 700, 'Harbour plan', 24) +
          wordsAt(50, 660, 'Priority 1', 14) +
          lines(50, 640, 'Some words that are read as they are.') +
          wordsAt(50, 615, '1.') +
          wordsAt(68, 615, 'Check the boats') +
          wordsAt(50, 603, '2.') +
          wordsAt(68, 603, 'Mend the quay') +
          wordsAt(50, 580, 'Priority 2', 14),
      ),
    ).toEqual([
      'heading 1|Harbour plan',
      'heading 2|Priority 1',
      'paragraph|Some words that are read as they are.',
      'list item 1.|Check the boats',
      'list item 2.|Mend the quay',
      'heading 2|Priority 2',
    ]);
  });

  it('given numbers that are set off from headings and items, then they are no table', async () => {
    const numbered = (x: number, y: number, mark: string, words: string) =>
      wordsAt(x, y, mark) + wordsAt(x + 70, y, words);
    expect(
      await told(
        numbered(50, 600, 'Priority 1:', 'Safe water') +
          numbered(50, 580, '1.1', 'Boats') +
          numbered(50, 560, '(i)', 'Moor them') +
          numbered(50, 540, '1.2', 'Quay'),
      ),
    ).toEqual([
      'paragraph|Priority 1: Safe water',
      'paragraph|1.1 Boats',
      'list item (i)|Moor them',
      'paragraph|1.2 Quay',
    ]);
  });

  it('given two columns of prose, then one is read after the other', async () => {
    const prose = (x: number, first: string) =>
      lines(
        x,
        600,
        `${first} and the words go on until here`,
        ...Array.from({ length: 8 }, (_, at) => `line ${at + 2} of these goes on as far as here`),
      );
    const [one, other] = await told(prose(50, 'Left') + prose(320, 'Right'));
    expect(one).toMatch(/^paragraph\|Left and .* line 9 of these/u);
    expect(other).toMatch(/^paragraph\|Right and .* line 9 of these/u);
  });

  it('given words that stand sideways, then they are said to be not read', async () => {
    const sideways = 'BT /F1 10 Tf 0 1 -1 0 40 300 Tm (Rated) Tj ET\n';
    expect(await remarksIn([wordsAt(50, 600, 'a') + sideways])).toEqual([
      'not read | page 1 | Words that stand sideways are not read: “Rated”',
    ]);
  });

  it('given a page that is turned, then it is read as people hold it', async () => {
    const { pieces } = await read(
      [
        'BT /F1 10 Tf 0 1 -1 0 100 50 Tm (First) Tj ET BT /F1 10 Tf 0 1 -1 0 130 50 Tm (Second) Tj ET',
      ],
      { page: '/Rotate 90' },
    );
    expect(pieces.map(({ text, place }) => [text, place])).toEqual([
      ['First', 'page 1'],
      ['Second', 'page 1'],
    ]);
  });
});

describe('the tables of a PDF that are drawn with lines', () => {
  const xs = [50, 100, 300, 400];
  const ys = [600, 570, 540, 510];
  const head = wordsAt(55, 580, 'No') + wordsAt(105, 580, 'Action') + wordsAt(305, 580, 'RAG');

  it('given cells with colours behind them, in them and of their words, then each has its own', async () => {
    const disc = 'q 1 0 0 rg 340 520 m 350 530 l 360 520 l 350 512 l f Q\n';
    expect(
      await cellsIn(
        painted(50, 570, 350, 30, '0.8 0.8 0.8') +
          painted(300, 540, 100, 30, '1 0.7529 0') +
          disc +
          ruled(xs, ys) +
          head +
          wordsAt(55, 555, '1') +
          lines(105, 558, 'Check every mooring before the winter', 'gales come') +
          wordsAt(55, 525, '2') +
          `0 0.502 0 rg ${wordsAt(105, 525, 'Mend')} 0 g ${wordsAt(50, 480, 'After.')}`,
      ),
    ).toEqual([
      '1.1.1 No #CCCCCC cell',
      '1.1.2 Action #CCCCCC cell',
      '1.1.3 RAG #CCCCCC cell',
      '1.2.1 1',
      '1.2.2 Check every mooring before the winter gales come',
      '1.2.3  #FFC000 cell',
      '1.3.1 2',
      '1.3.2 Mend #008000 words',
      '1.3.3  #FF0000 highlight',
      'After.',
    ]);
  });

  it('given cells that no line parts, then they are merged', async () => {
    const merged =
      [50, 400].map((x) => lineFrom(x, 510, x, 600)).join('') +
      lineFrom(100, 510, 100, 570) +
      lineFrom(300, 510, 300, 570) +
      [600, 570, 510].map((y) => lineFrom(50, y, 400, y)).join('') +
      lineFrom(100, 540, 400, 540);
    expect(
      await cellsIn(
        merged +
          wordsAt(55, 580, 'Priority 1: Safe water') +
          wordsAt(55, 550, 'One') +
          wordsAt(105, 550, 'a') +
          wordsAt(305, 550, 'b') +
          wordsAt(105, 520, 'c'),
      ),
    ).toEqual([
      '1.1.1 3x1 Priority 1: Safe water',
      '1.2.1 1x2 One',
      '1.2.2 a',
      '1.2.3 b',
      '1.3.2 c',
      '1.3.3 ',
    ]);
  });

  it('given lines that are painted as thin areas, then they are lines all the same', async () => {
    const thin =
      xs.map((x) => painted(x, 540, 0.5, 60, '0 0 0')).join('') +
      [600, 570, 540].map((y) => painted(50, y, 350, 0.5, '0 0 0')).join('');
    expect(await cellsIn(thin + head + wordsAt(55, 550, '1') + wordsAt(105, 550, 'a'))).toEqual([
      '1.1.1 No',
      '1.1.2 Action',
      '1.1.3 RAG',
      '1.2.1 1',
      '1.2.2 a',
      '1.2.3 ',
    ]);
  });

  it('given a frame around words, then it is no table', async () => {
    expect(await cellsIn(ruled([40, 500], [500, 620]) + wordsAt(55, 580, 'Words'))).toEqual([
      'Words',
    ]);
  });

  it('given a table that goes on over pages, then it is one: its head once, a broken row mended', async () => {
    const rows = (first: string, second: string) =>
      ruled(xs, ys) + head + wordsAt(55, 555, first) + wordsAt(105, 555, second);
    const pages = [
      `${rows('1', 'Check the boats.')}${wordsAt(55, 525, '2')}${wordsAt(105, 525, 'Mend the quay and')}`,
      `${rows('', 'paint it.')}${wordsAt(55, 525, '3')}${wordsAt(105, 525, 'Pick litter')}`,
    ];
    expect(await cellsIn(...pages)).toEqual([
      '1.1.1 No',
      '1.1.2 Action',
      '1.1.3 RAG',
      '1.2.1 1',
      '1.2.2 Check the boats.',
      '1.2.3 ',
      '1.3.1 2',
      '1.3.2 Mend the quay and paint it.',
      '1.3.3 ',
      '1.4.1 3',
      '1.4.2 Pick litter',
      '1.4.3 ',
    ]);
    expect(await remarksIn(pages)).toEqual([
      'around the page |  | The head of a table stands on page 2 again; it is read once.',
    ]);
  });
});

describe('the tables of a PDF that nothing draws', () => {
  it('given words under one another in row after row, then they are a table, also with cells of colour alone', async () => {
    const row = (y: number, no: string, action: string, lead: string, colour: string) =>
      wordsAt(50, y, no) +
      wordsAt(90, y, action) +
      wordsAt(300, y, lead) +
      painted(420, y - 8, 60, 20, colour);
    expect(
      await cellsIn(
        wordsAt(50, 650, 'Words before it that are long enough to be prose and no row of it.') +
          wordsAt(50, 600, 'No') +
          wordsAt(90, 600, 'Action') +
          wordsAt(300, 600, 'Lead') +
          row(570, '1', 'Check the boats', 'Jo Fox', '1 0 0') +
          row(540, '2', 'Mend the quay', 'County', '0 1 0') +
          wordsAt(90, 528, 'and paint it') +
          row(498, '3', 'Pick litter', '', '1 1 0'),
      ),
    ).toEqual([
      'Words before it that are long enough to be prose and no row of it.',
      '1.1.1 No',
      '1.1.2 Action',
      '1.1.3 Lead',
      '1.1.4 ',
      '1.2.1 1',
      '1.2.2 Check the boats',
      '1.2.3 Jo Fox',
      '1.2.4  #FF0000 cell',
      '1.3.1 2',
      '1.3.2 Mend the quay and paint it',
      '1.3.3 County',
      '1.3.4  #00FF00 cell',
      '1.4.1 3',
      '1.4.2 Pick litter',
      '1.4.3 ',
      '1.4.4  #FFFF00 cell',
    ]);
  });
});

describe('the columns of a table that nothing draws', () => {
  it('given numbers that are set to the right, then they are one column', async () => {
    const row = (y: number, number: string, x: number, words: string) =>
      wordsAt(x, y, number) + wordsAt(120, y, words) + wordsAt(400, y, 'Jo Fox');
    expect(
      await cellsIn(
        wordsAt(50, 600, 'Number') +
          wordsAt(120, 600, 'Action') +
          wordsAt(400, 600, 'Lead') +
          row(580, '9', 79, 'Check the boats') +
          row(560, '10', 73, 'Mend the quay') +
          row(540, '100', 67, 'Pick litter'),
      ),
    ).toEqual([
      '1.1.1 Number',
      '1.1.2 Action',
      '1.1.3 Lead',
      '1.2.1 9',
      '1.2.2 Check the boats',
      '1.2.3 Jo Fox',
      '1.3.1 10',
      '1.3.2 Mend the quay',
      '1.3.3 Jo Fox',
      '1.4.1 100',
      '1.4.2 Pick litter',
      '1.4.3 Jo Fox',
    ]);
  });
});

describe('what a PDF holds besides its words', () => {
  it('given lines that stand on most pages, then they are around the page and no words of the plan', async () => {
    const page = (number: number, words: string) =>
      wordsAt(50, 770, 'Harbour Trust – draft') +
      wordsAt(50, 400, words) +
      wordsAt(280, 30, `Page ${number} of 3`);
    const pages = [page(1, 'One.'), page(2, 'Two.'), page(3, 'Three.')].map((one) =>
      one.replace('–', '\x96'),
    );
    expect(await told(...pages)).toEqual(['paragraph|One.', 'paragraph|Two.', 'paragraph|Three.']);
    expect(await remarksIn(pages)).toEqual([
      'around the page |  | Header or footer: “Harbour Trust – draft”',
    ]);
  });

  it('given comments, links and form fields, then each is said with its page', async () => {
    const annotations = [
      '/Subtype /Text /Rect [0 0 10 10] /Contents (Still amber?) /T (J. Fox) /M (D:20270503100000Z)',
      '/Subtype /Link /Rect [45 590 80 615] /A << /S /URI /URI (https://a.example/) >>',
      '/Subtype /Widget /FT /Tx /T (name) /V (secret) /Rect [0 0 10 10]',
    ];
    expect(
      await remarksIn([wordsAt(50, 600, 'site') + wordsAt(200, 600, 'other')], { annotations }),
    ).toEqual([
      'comment | page 1 | Comment by J. Fox, 3 May 2027: “Still amber?”',
      'link | page 1 | “site” leads to https://a.example/',
      'not read | page 1 | A form field is not read.',
    ]);
  });

  it('given a page without words, a script and properties, then that is said, and nothing is run', async () => {
    const catalog = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>';
    const { remarks, properties } = await read([wordsAt(50, 600, 'a'), ''], {
      catalog,
      info: '/Title (Harbour plan) /Plan (p-1)',
    });
    expect(properties).toEqual({ 'dc:title': 'Harbour plan', Plan: 'p-1' });
    expect(
      remarks.map(({ kind, place, words }) => `${kind} | ${place} | ${words.slice(0, 40)}`),
    ).toEqual([
      'doubtful |  | A PDF is read by the position of its wor',
      'not read |  | Scripts, not run.',
      'not read | page 2 | The page holds no words: what is on it i',
    ]);
  });
});

describe('a PDF that is not read', () => {
  it('given one that a password protects, then it is refused as such', async () => {
    const bytes32 = '<' + '41'.repeat(32) + '>';
    const trailer = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${bytes32} /U ${bytes32} /P -4 >> /ID [<41> <41>]`;
    expect(await refusalOf(pdfOf([wordsAt(50, 600, 'a')], { trailer }))).toMatchObject({
      _tag: 'Encrypted',
      looksLike: 'a PDF',
    });
  });

  it('given nothing but pictures, then it is refused as a scan, with what to send instead', async () => {
    expect(await refusalOf(pdfOf(['', '']))).toMatchObject({
      _tag: 'UnreadKind',
      looksLike: 'a PDF without words, such as a scan',
    });
  });

  it('given what only begins like one, then it is refused as damaged', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7\nnothing else');
    expect(await refusalOf(bytes)).toMatchObject({ _tag: 'Damaged' });
  });
});
