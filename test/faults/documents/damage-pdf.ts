import { Buffer } from 'node:buffer';
import { deflateSync } from 'node:zlib';
import type { Chance } from '../cluster-chance.ts';
import type { Damaged } from './damage-bytes.ts';

type Objects = ReadonlyArray<string | Buffer>;

const stream = (content: string | Buffer, more = '', length?: number): Buffer =>
  Buffer.concat([
    Buffer.from(`<< /Length ${length ?? Buffer.byteLength(content)} ${more} >>\nstream\n`),
    Buffer.from(content),
    Buffer.from('\nendstream'),
  ]);

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
const pdfOf = (objects: Objects, trailer = ''): Buffer => {
  const chunks: Array<Buffer> = [Buffer.from('%PDF-1.7\n')];
  const offsets: Array<number> = [];
  let at = 9;
  for (const [index, object] of objects.entries()) {
    offsets.push(at);
    const whole = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
    chunks.push(whole);
    at += whole.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  chunks.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${count} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(chunks);
};

const catalogue = '<< /Type /Catalog /Pages 2 0 R >>';
const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const page =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>';
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const words = (more = ''): string =>
  `1 0 0 rg 300 690 40 20 re f 0 g BT /F1 12 Tf 50 700 Td (1. Paint the boats) Tj 200 0 Td (Amber) Tj ET ${more}`;
const form = stream(
  'BT /F1 9 Tf 50 600 Td (form) Tj ET',
  '/Type /XObject /Subtype /Form /BBox [0 0 9 9]',
);

const usual: Objects = [catalogue, pages, page, stream(words()), font, form];

const instead = (changes: Readonly<Record<number, string | Buffer>>, trailer = ''): Buffer =>
  pdfOf(
    usual.map((object, at) => changes[at + 1] ?? object),
    trailer,
  );

const drawing = (content: string): Buffer => instead({ 4: stream(content) });

const selfForm = stream(
  '/X Do '.repeat(50),
  '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>',
);

/** Made when it is asked for: some are large. */
const tricks: ReadonlyArray<readonly [how: string, bytes: () => Buffer]> = [
  [
    'pages that are their own parents',
    () => instead({ 2: '<< /Type /Pages /Kids [2 0 R] /Count 9 >>' }),
  ],
  [
    'more pages than there are',
    () => instead({ 2: '<< /Type /Pages /Kids [3 0 R] /Count 1999 >>' }),
  ],
  ['too many pages', () => instead({ 2: '<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>' })],
  ['fewer pages than none', () => instead({ 2: '<< /Type /Pages /Kids [3 0 R] /Count -1 >>' })],
  [
    'the same page again and again',
    () => instead({ 2: `<< /Type /Pages /Kids [${'3 0 R '.repeat(300)}] /Count 300 >>` }),
  ],
  ['no pages', () => instead({ 2: 'null' })],
  ['no catalogue', () => instead({ 1: '42' })],
  ['a page of no kind', () => instead({ 3: '[1 2 3]' })],
  ['a drawing inside itself', () => instead({ 4: stream(words('/X Do')), 6: selfForm })],
  ['a reference to itself', () => instead({ 4: '4 0 R' })],
  ['arrays inside one another', () => instead({ 3: '['.repeat(50_000) })],
  ['dictionaries inside one another', () => instead({ 3: '<< /A '.repeat(20_000) })],
  ['a length that lies', () => instead({ 4: stream(words(), '', 2_000_000_000) })],
  ['a length below nothing', () => instead({ 4: stream(words(), '', -5) })],
  ['a stream that is no packed one', () => instead({ 4: stream(words(), '/Filter /FlateDecode') })],
  ['a filter that is none', () => instead({ 4: stream(words(), '/Filter /Nonsense') })],
  [
    'filters without end',
    () => instead({ 4: stream(words(), `/Filter [${'/ASCIIHexDecode '.repeat(500)}]`) }),
  ],
  [
    'a bomb: a stream that expands a thousandfold',
    () =>
      instead({
        4: stream(deflateSync(Buffer.alloc(150 * 1024 * 1024, ' ')), '/Filter /FlateDecode'),
      }),
  ],
  [
    'a bomb: drawing without end',
    () =>
      instead({
        4: stream(
          deflateSync(Buffer.from('0 0 1 1 re f '.repeat(1_500_000))),
          '/Filter /FlateDecode',
        ),
      }),
  ],
  [
    'a bomb: words without end',
    () =>
      instead({
        4: stream(
          deflateSync(Buffer.from(`BT /F1 9 Tf ${'(x) Tj 9 0 Td '.repeat(500_000)}ET`)),
          '/Filter /FlateDecode',
        ),
      }),
  ],
  ['graphics states never closed', () => drawing(`${'q '.repeat(3_000)}${words()}`)],
  ['graphics states closed too often', () => drawing(`${'Q '.repeat(20_000)}${words()}`)],
  ['numbers without end', () => drawing(words('1e400 -1e400 99999999999999999999 NaN re f'))],
  ['no numbers', () => drawing('BT Tf Td Tj TJ Tm ET re f cm rg')],
  ['words of the wrong kind', () => drawing('BT /F1 12 Tf << >> Tj [[[]]] TJ (x) Td ET')],
  ['words across the universe', () => drawing('BT /F1 1e30 Tf 1e30 0 0 1e30 0 0 Tm (x) Tj ET')],
  ['words at nowhere', () => drawing('BT /F1 12 Tf 0 0 0 0 0 0 Tm (Action 1. Nothing) Tj ET')],
  [
    'lines of a grid without end',
    () =>
      drawing(
        `${Array.from({ length: 4_000 }, (_, at) => `${at % 600} 0 m ${at % 600} 842 l S 0 ${at % 842} m 595 ${at % 842} l S`).join(' ')} ${words()}`,
      ),
  ],
  ['a page without size', () => instead({ 3: page.replace('[0 0 595 842]', '[0 0 0 0]') })],
  [
    'a page as large as a country',
    () => instead({ 3: page.replace('[0 0 595 842]', '[-1e9 -1e9 1e9 1e9]') }),
  ],
  ['a page whose size is no box', () => instead({ 3: page.replace('[0 0 595 842]', '(x)') })],
  [
    'a font that is none',
    () =>
      instead({
        5: '<< /Type /Font /Subtype /Type3 /FontMatrix [0 0 0 0 0 0] /CharProcs 4 0 R >>',
      }),
  ],
  [
    'a font inside itself',
    () =>
      instead({
        5: '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [5 0 R] >>',
      }),
  ],
  [
    'a script',
    () =>
      instead({
        1: '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while(true){}) >> >>',
      }),
  ],
  [
    'a program to start',
    () =>
      instead({ 1: '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) >> >>' }),
  ],
  [
    'a password',
    () =>
      instead(
        {},
        '/Encrypt << /Filter /Standard /V 1 /R 2 /O (00000000000000000000000000000000) /U (00000000000000000000000000000000) /P -4 >> /ID [(a) (a)]',
      ),
  ],
  ['a lock of no kind', () => instead({}, '/Encrypt << /Filter /Mine /V 99 >> /ID [(a) (a)]')],
  ['a table of objects that goes round', () => instead({}, '/Prev 9')],
  ['a size that lies', () => instead({}, '/Size 2000000000')],
  [
    'an outline that goes round',
    () =>
      instead({
        1: '<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>',
        6: '<< /First 6 0 R /Next 6 0 R /Title (x) >>',
      }),
  ],
  [
    'notes of no kind',
    () =>
      instead({
        3: page.replace(
          '/Contents',
          '/Annots [3 0 R 99 0 R null 7 << /Subtype /Text /Contents 3 0 R /Rect (x) >>] /Contents',
        ),
      }),
  ],
  [
    'a picture without end',
    () =>
      instead({
        4: stream(words('/X Do')),
        6: stream(
          'x',
          '/Type /XObject /Subtype /Image /Width 2000000 /Height 2000000 /BitsPerComponent 8 /ColorSpace /DeviceRGB',
        ),
      }),
  ],
];

/** Words of the format that mean something else, or nothing, when they are others. */
const tokens = [
  ['/Length ', '/Length 9'],
  ['/FlateDecode', '/LZWDecode'],
  ['/FlateDecode', '/Crypt'],
  [' 0 R', ' 1 R'],
  ['/Kids', '/Kid'],
  ['/Count ', '/Count 9'],
  ['/Type/Page', '/Type/Pages'],
  ['/MediaBox', '/Mediabox'],
  ['/ToUnicode', '/ToUnicorn'],
  ['endobj', ''],
  ['endstream', ''],
  ['startxref', 'startxxxx'],
  ['xref', 'xxxx'],
  ['trailer', ''],
  ['%%EOF', ''],
  ['/Root', '/Toot'],
] as const;

/** What can happen to a PDF: words of its own that are others, or files made to trip a reader up. */
export const damagePdf = (whole: Buffer, chance: Chance): Damaged => {
  if (chance.comes(0.3)) {
    const [from, to] = tokens[chance.below(tokens.length)] ?? tokens[0];
    const text = whole.toString('latin1');
    const one = chance.comes(0.5) ? text.replace(from, to) : text.replaceAll(from, to);
    return { how: 'words of the format changed', bytes: Buffer.from(one, 'latin1') };
  }
  if (chance.comes(0.3)) {
    // A reference to another object, or to none.
    const text = whole
      .toString('latin1')
      .replace(/\d+ 0 R/gu, (reference) =>
        chance.comes(0.1) ? `${chance.below(40)} 0 R` : reference,
      );
    return { how: 'references to other objects', bytes: Buffer.from(text, 'latin1') };
  }
  const [how, bytes] = tricks[chance.below(tricks.length)] ?? ['', () => whole];
  return { how: `PDF: ${how}`, bytes: bytes() };
};
