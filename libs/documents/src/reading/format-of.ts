import { Buffer } from 'node:buffer';
import { type Format, formats } from '../document/format.ts';
import { openPackage } from './package/open-package.ts';
import { refuse } from './refused-file.ts';
import type { Source } from './reader.ts';
import {
  outlookMessage,
  unreadArchive,
  unreadByBytes,
  unreadByParts,
  type UnreadKind,
  unreadOld,
  unreadText,
} from './unread-kinds.ts';

const unread = (name: string, kind: UnreadKind): never =>
  refuse({ _tag: 'UnreadKind', name, ...kind });

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

const zippedFormat = async (name: string, bytes: Uint8Array): Promise<Format> => {
  const { names, lookup } = await openPackage(name, bytes);
  const macro = names.find((part) => macros.test(part));
  if (macro !== undefined) return refuse({ _tag: 'HoldsMacros', name, part: macro });
  const other = unreadByParts(names);
  if (other !== undefined) return unread(name, other);
  const office = zipped.find(([, part]) => names.some((one) => part.test(one)));
  if (office !== undefined) return office[0];
  const mimeType = ((await lookup('mimetype')) ?? '').toString().trim();
  const open = openDocuments.find(
    ([, type]) => mimeType === type || mimeType === `${type}-template`,
  );
  return open?.[0] ?? unread(name, unreadArchive(mimeType));
};

const holds = (bytes: Uint8Array, words: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from(words, 'utf16le'),
  );

/** Office files before 2007, and encrypted ones of any age; the names in them stand in UTF-16. */
const oleFormat = (name: string, bytes: Uint8Array): Format => {
  if (holds(bytes, 'EncryptedPackage'))
    return refuse({ _tag: 'Encrypted', name, looksLike: 'a Word or Excel document' });
  // Before Word: a document may be attached to it.
  if (holds(bytes, '__substg1.0_')) return unread(name, outlookMessage);
  if (holds(bytes, 'WordDocument')) {
    return holds(bytes, '_VBA_PROJECT')
      ? refuse({ _tag: 'HoldsMacros', name, part: '_VBA_PROJECT' })
      : 'doc';
  }
  return unread(
    name,
    unreadOld((stream) => holds(bytes, stream)),
  );
};

/** So much of a file of text shows what it is: the head of a message is long. */
const start_bytes = 16 * 1024;

const startOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, start_bytes))
    .toString('utf8')
    .replace(/^\uFEFF/u, '');

const isPage = (start: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html)[\s>]/iu.test(
    start.slice(0, 500),
  );

/** What programs write as a page, or as a workbook, without a page around it. */
const isPartOfPage = (start: string): boolean =>
  /^\s*<(?:head|meta|link|title|style|body|table|div|center|font|p|h[1-6]|ul|ol)(?:\s[^<>]*)?>/iu.test(
    start.slice(0, 500),
  );

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
  const known = unreadByBytes(bytes);
  if (known !== undefined) return unread(name, known);
  const start = startOf(bytes);
  // Programs that export pages call them .xls and .doc, so that Excel and Word open them.
  if (isPage(start)) return 'html';
  const text = unreadText(start);
  if (text !== undefined) return unread(name, text);
  const ofText = byEnding.find(([, ending]) => ending.test(name))?.[0];
  if (ofText !== undefined) return ofText;
  if (isPartOfPage(start)) return 'html';
  const named = byNameAlone.find(([, ending]) => ending.test(name));
  return named === undefined ? 'text' : wronglyNamed(name, named[0]);
};
