import { Buffer } from 'node:buffer';
import { type Format, formats } from '../document/format.ts';
import { openPackage } from './package/open-package.ts';
import { refuse } from './refused-file.ts';
import type { Source } from './reader.ts';

type Signature = readonly [looksLike: string, start: ReadonlyArray<number>, instead: string];

const asDocument = 'Save the plan as .docx, .xlsx or .pdf and send that.';

/** Kinds of files that people send and that are not read, by their first bytes. */
const unread: ReadonlyArray<Signature> = [
  [
    'a Rich Text document (.rtf)',
    [0x7b, 0x5c, 0x72, 0x74, 0x66],
    'Save it as .docx and send that.',
  ],
  ['a picture (.png)', [0x89, 0x50, 0x4e, 0x47], asDocument],
  ['a picture (.jpg)', [0xff, 0xd8, 0xff], asDocument],
  ['a picture (.gif)', [0x47, 0x49, 0x46, 0x38], asDocument],
];

const begins = (bytes: Uint8Array, start: ReadonlyArray<number>): boolean =>
  start.every((byte, at) => bytes[at] === byte);

const isZip = (bytes: Uint8Array): boolean => begins(bytes, [0x50, 0x4b, 0x03, 0x04]);
const isOle = (bytes: Uint8Array): boolean => begins(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
const isPdf = (bytes: Uint8Array): boolean => begins(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d]);

/** Where a zipped file keeps macros: Office's own parts, OpenDocument's folders. */
const macros =
  /(?:^|\/)vbaProject\.bin$|^(?:Basic|Scripts)\/|(?:^|\/)xlmacrosheets?\/|^xl\/macrosheets\//iu;

const zipped: ReadonlyArray<readonly [Format, part: RegExp]> = [
  ['docx', /^word\//u],
  ['xlsx', /^xl\//u],
];

const openDocuments: ReadonlyArray<readonly [Format, mimeType: string]> = [
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
];

const otherZip: ReadonlyArray<readonly [looksLike: string, part: RegExp]> = [
  ['a PowerPoint presentation (.pptx)', /^ppt\//u],
  ['a Pages, Numbers or Keynote document', /^Index\//u],
  ['a binary Excel workbook (.xlsb)', /^xl\/workbook\.bin$/u],
];

const zippedFormat = async (name: string, bytes: Uint8Array): Promise<Format> => {
  const { names, lookup } = await openPackage(name, bytes);
  const macro = names.find((part) => macros.test(part));
  if (macro !== undefined) return refuse({ _tag: 'HoldsMacros', name, part: macro });
  const other = otherZip.find(([, part]) => names.some((one) => part.test(one)));
  if (other !== undefined)
    return refuse({ _tag: 'UnreadKind', name, looksLike: other[0], instead: asDocument });
  const office = zipped.find(([, part]) => names.some((one) => part.test(one)));
  if (office !== undefined) return office[0];
  const mimeType = ((await lookup('mimetype')) ?? '').toString().trim();
  const open = openDocuments.find(
    ([, type]) => mimeType === type || mimeType === `${type}-template`,
  );
  return (
    open?.[0] ??
    refuse({ _tag: 'UnreadKind', name, looksLike: 'a zip archive', instead: asDocument })
  );
};

const holds = (bytes: Uint8Array, words: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from(words, 'utf16le'),
  );

/** Office files before 2007, and encrypted ones of any age; the names in them stand in UTF-16. */
const oleFormat = (name: string, bytes: Uint8Array): Format => {
  if (holds(bytes, 'EncryptedPackage'))
    return refuse({ _tag: 'Encrypted', name, looksLike: 'a Word or Excel document' });
  if (holds(bytes, 'WordDocument')) {
    return holds(bytes, '_VBA_PROJECT')
      ? refuse({ _tag: 'HoldsMacros', name, part: '_VBA_PROJECT' })
      : 'doc';
  }
  const looksLike = holds(bytes, 'Workbook')
    ? 'an old Excel workbook (.xls)'
    : holds(bytes, 'PowerPoint Document')
      ? 'an old PowerPoint presentation (.ppt)'
      : 'an old Office document';
  return refuse({ _tag: 'UnreadKind', name, looksLike, instead: asDocument });
};

const isHtml = (bytes: Uint8Array): boolean =>
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html)[\s>]/iu.test(
    Buffer.from(bytes.subarray(0, 500)).toString('utf8'),
  );

type Text = readonly [looksLike: string, begins: RegExp, instead: string];

/** Kinds of files that are text to look at, and no text of a plan. */
const unreadText: ReadonlyArray<Text> = [
  [
    'a web page saved with all its parts (.mht)',
    /^(?:From:|MIME-Version:)/iu,
    'Save it as a web page (.html) or as .docx.',
  ],
  [
    'a flat OpenDocument file (.fodt, .fods)',
    /^\s*<\?xml[^>]*>\s*<office:document\b/iu,
    'Save it as .odt, .ods, .docx or .xlsx.',
  ],
];

const startOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, 500))
    .toString('utf8')
    .replace(/^\uFEFF/u, '');

const byEnding: ReadonlyArray<readonly [Format, RegExp]> = [
  ['html', /\.x?html?$/iu],
  ['markdown', /\.(?:md|markdown)$/iu],
  ['csv', /\.(?:csv|tsv|tab)$/iu],
];

/** Kinds whose bytes begin in a way of their own: where a file's do not, its name is wrong, or it is damaged. */
const byNameAlone: ReadonlyArray<readonly [Format, RegExp]> = [
  ['docx', /\.docx$/iu],
  ['xlsx', /\.xlsx$/iu],
  ['odt', /\.odt$/iu],
  ['ods', /\.ods$/iu],
  ['doc', /\.doc$/iu],
  ['pdf', /\.pdf$/iu],
];

const wronglyNamed = (name: string, format: Format): never =>
  refuse({
    _tag: 'Damaged',
    name,
    part: 'its first bytes',
    seen: `there is nothing of ${formats[format]}, for all that its name says`,
    accepted: formats[format],
  });

/** The kind of a file: by its bytes; of files of text also by the ending of its name. Refused where it is not read. */
export const formatOf = async ({
  name,
  bytes,
}: Pick<Source, 'name' | 'bytes'>): Promise<Format> => {
  if (isZip(bytes)) return zippedFormat(name, bytes);
  if (isOle(bytes)) return oleFormat(name, bytes);
  if (isPdf(bytes)) return 'pdf';
  const known = unread.find(([, start]) => begins(bytes, start));
  if (known !== undefined) {
    const [looksLike, , instead] = known;
    return refuse({ _tag: 'UnreadKind', name, looksLike, instead });
  }
  const named = byNameAlone.find(([, ending]) => ending.test(name));
  if (named !== undefined) return wronglyNamed(name, named[0]);
  const page = unreadText.find(([, start]) => start.test(startOf(bytes)));
  if (page !== undefined) {
    const [looksLike, , instead] = page;
    return refuse({ _tag: 'UnreadKind', name, looksLike, instead });
  }
  if (isHtml(bytes)) return 'html';
  return byEnding.find(([, ending]) => ending.test(name))?.[0] ?? 'text';
};
