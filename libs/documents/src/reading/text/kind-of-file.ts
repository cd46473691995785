type Signature = readonly [looksLike: string, start: ReadonlyArray<number>];

/** Files that people take for text, by their first bytes. */
const signatures: ReadonlyArray<Signature> = [
  ['a PDF (.pdf)', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a Rich Text document (.rtf)', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['a picture (.png)', [0x89, 0x50, 0x4e, 0x47]],
  ['a picture (.jpg)', [0xff, 0xd8, 0xff]],
  ['a picture (.gif)', [0x47, 0x49, 0x46, 0x38]],
];

/** A zip archive by the name of its first parts; each of these kinds has its own. */
const archives: ReadonlyArray<readonly [looksLike: string, holds: string]> = [
  ['a Word document (.docx)', 'word/'],
  ['an Excel workbook (.xlsx)', 'xl/'],
  ['a PowerPoint presentation (.pptx)', 'ppt/'],
  ['an OpenDocument text (.odt)', 'opendocument.text'],
  ['an OpenDocument spreadsheet (.ods)', 'opendocument.spreadsheet'],
  ['a Pages, Numbers or Keynote document', 'Index/'],
];

/** Names in an old Office file stand in UTF-16. */
const olds: ReadonlyArray<readonly [looksLike: string, holds: string]> = [
  ['an old Word document (.doc)', 'WordDocument'],
  ['an old Excel workbook (.xls)', 'Workbook'],
  ['an old PowerPoint presentation (.ppt)', 'PowerPoint Document'],
];

const begins = (bytes: Uint8Array, start: ReadonlyArray<number>): boolean =>
  start.every((byte, at) => bytes[at] === byte);

const holdsAny = (
  bytes: Uint8Array,
  kinds: typeof archives,
  encoding: 'latin1' | 'utf16le',
): string | undefined => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return kinds.find(([, holds]) => file.includes(Buffer.from(holds, encoding)))?.[0];
};

const isHtml = (bytes: Uint8Array): boolean =>
  /^\uFEFF?\s*<(?:!doctype\s+html|html)[\s>]/iu.test(
    Buffer.from(bytes.subarray(0, 200)).toString('utf8'),
  );

/** What a file is that is no plain text, as people call it, by its bytes; `undefined` where it may be text. */
export const kindOfFile = (bytes: Uint8Array): string | undefined => {
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04]))
    return (
      holdsAny(bytes, archives, 'latin1') ?? 'a Word or Excel document (or another zip archive)'
    );
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return holdsAny(bytes, olds, 'utf16le') ?? 'an old Word or Excel document';
  return (
    signatures.find(([, start]) => begins(bytes, start))?.[0] ??
    (isHtml(bytes) ? 'a web page (.html)' : undefined)
  );
};
