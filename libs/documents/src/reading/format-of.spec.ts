import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { formatOf } from './format-of.ts';
import { RefusedFile } from './refused-file.ts';
import { zipOf } from './testing/zip.ts';

const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const old = (...names: ReadonlyArray<string>): Uint8Array =>
  Buffer.concat([Buffer.from(ole), ...names.map((name) => Buffer.from(name, 'utf16le'))]);
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

const latin1 = (bytes: string): Uint8Array => Buffer.from(bytes, 'latin1');

/** The kind of a file, or its refusal. */
const formatOrRefusal = async (name: string, bytes: Uint8Array) => {
  try {
    return await formatOf({ name, bytes });
  } catch (thrown) {
    if (thrown instanceof RefusedFile) return thrown.refusal;
    throw thrown;
  }
};

/** The kind of a file, or the tag of its refusal. */
const kindOf = async (name: string, bytes: Uint8Array): Promise<string> => {
  const found = await formatOrRefusal(name, bytes);
  return typeof found === 'string' ? found : found._tag;
};

describe('the kind of a file', () => {
  it.each<readonly [string, string, Uint8Array]>([
    ['docx', 'plan.docx', zipOf({ 'word/document.xml': '<a/>' })],
    ['docx', 'misnamed.xlsx', zipOf({ 'word/document.xml': '<a/>' })],
    ['xlsx', 'plan.xlsx', zipOf({ 'xl/workbook.xml': '<a/>' })],
    ['odt', 'plan.odt', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' })],
    ['ods', 'plan.ods', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' })],
    ['doc', 'plan.doc', old('WordDocument')],
    ['pdf', 'plan.pdf', text('%PDF-1.7')],
    ['html', 'plan.html', text('<!DOCTYPE html><p>Plan')],
    ['html', 'plan', text('\uFEFF <html><p>Plan')],
    ['html', 'plan.xls', text('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>')],
    ['html', 'plan.doc', text('<html><p>Plan')],
    ['html', 'plan.xls', text('\n<table border="1"><tr><td>1')],
    ['html', 'plan.doc', text('<meta charset="utf-8"><p>Plan')],
    ['html', 'plan.html', text('<?xml version="1.0"?>\n<!DOCTYPE html><html>')],
    ['markdown', 'plan.md', text('# Plan')],
    ['markdown', 'plan.md', text('<p align="center">Plan</p>')],
    ['csv', 'plan.tsv', text('a\tb')],
    ['text', 'plan.txt', text('Plan')],
    ['text', 'plan', text('Plan')],
    ['text', 'plan.txt', text('From: A. Clerk\nTo: the board\n\nAction 1. Open the hub')],
    ['text', 'plan.txt', text('PK is a person')],
    ['text', 'plan.txt', text('<3 is no page')],
    ['text', 'plan.txt', text('<please note> Priority 1')],
    ['text', 'plan.txt', text('{rtf} is none')],
    ['csv', 'plan.xls.csv', text('No,Action')],
  ])('given %s as %s, then it is known by its bytes', async (format, name, bytes) => {
    expect(await kindOf(name, bytes)).toBe(format);
  });

  it.each<readonly [string, string, Uint8Array]>([
    ['HoldsMacros', 'plan.docm', zipOf({ 'word/document.xml': '<a/>', 'word/vbaProject.bin': '' })],
    [
      'HoldsMacros',
      'plan.ods',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'Basic/a.xml': '' }),
    ],
    ['HoldsMacros', 'plan.doc', old('WordDocument', '_VBA_PROJECT')],
    ['Encrypted', 'plan.docx', old('EncryptedPackage')],
    ['UnreadKind', 'plan.xls', old('Workbook')],
    ['UnreadKind', 'plan.ppt', old('PowerPoint Document')],
    ['UnreadKind', 'plan.pptx', zipOf({ 'ppt/presentation.xml': '<a/>' })],
    ['UnreadKind', 'plan.zip', zipOf({ 'plan.docx': 'x' })],
    ['UnreadKind', 'plan.rtf', text('{\\rtf1')],
    ['UnreadKind', 'plan.png', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    ['UnreadKind', 'plan.mht', text('MIME-Version: 1.0\n\n<html>')],
    [
      'UnreadKind',
      'plan.fodt',
      text('<?xml version="1.0"?>\n<office:document office:version="1.3">'),
    ],
    ['Damaged', 'plan.docx', text('Plan')],
    ['Damaged', 'plan.xlsx', Buffer.from('PK\u0003\u0004 cut')],
  ])('given what ends as %s, such as %s, then it is refused', async (tag, name, bytes) => {
    expect(await kindOf(name, bytes)).toBe(tag);
  });

  const mail =
    'Return-Path: <a@example.org>\r\nReceived: by mail\r\n\twith care\r\nMIME-Version: 1.0\r\n';
  const xml = '<?xml version="1.0"?>';

  it.each<readonly [string, string, Uint8Array]>([
    ['a Rich Text document (.rtf)', 'plan.doc', text('{\\rtf1')],
    ['a picture (.png)', 'plan.png', latin1('\x89PNG\r\n')],
    ['a picture (.jpg)', 'plan.docx', latin1('\xff\xd8\xff\xe0')],
    ['a picture (.gif)', 'plan.gif', latin1('GIF89a')],
    ['a picture (.tif)', 'scan.tif', latin1('II*\0')],
    ['a picture (.tif)', 'scan.tif', latin1('MM\0*')],
    ['a picture (.webp)', 'plan.webp', latin1('RIFF\x10\0\0\0WEBPVP8 ')],
    ['a picture or a film (.heic, .mp4)', 'plan.heic', latin1('\0\0\0\x18ftypheic')],
    ['an archive (.7z)', 'plan.7z', latin1('7z\xbc\xaf\x27\x1c')],
    ['an archive (.rar)', 'plan.rar', latin1('Rar!\x1a\x07\x00')],
    ['an archive (.gz)', 'plan.csv.gz', latin1('\x1f\x8b\x08')],
    ['a PowerPoint presentation (.pptx)', 'plan.pptx', zipOf({ 'ppt/presentation.xml': '' })],
    ['a binary Excel workbook (.xlsb)', 'plan.xlsb', zipOf({ 'xl/workbook.bin': '' })],
    ['a Visio drawing (.vsdx)', 'plan.vsdx', zipOf({ 'visio/document.xml': '' })],
    ['a Pages, Numbers or Keynote document', 'plan.pages', zipOf({ 'Index/Document.iwa': '' })],
    ['a Pages, Numbers or Keynote document', 'plan.numbers', zipOf({ 'Index.zip': '' })],
    ['a Pages, Numbers or Keynote document', 'plan.pages', zipOf({ 'index.xml': '' })],
    [
      'an OpenDocument file that is neither a text nor a spreadsheet',
      'plan.odp',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.presentation' }),
    ],
    ['a zip archive', 'plan.zip', zipOf({ 'plan.docx': '' })],
    ['an old Excel workbook (.xls)', 'plan.xls', old('Workbook')],
    ['an old PowerPoint presentation (.ppt)', 'plan.ppt', old('PowerPoint Document')],
    ['a message of Outlook (.msg)', 'plan.msg', old('__substg1.0_0037001F', 'WordDocument')],
    ['an old Office document', 'plan.mpp', old('Props')],
    ['an e-mail (.eml)', 'plan.eml', text(`${mail}Subject: Plan\r\n\r\nDear all`)],
    [
      'a web page saved with all its parts (.mht)',
      'plan.doc',
      text(`${mail}Content-Type: multipart/related; boundary="b"\r\n\r\n<html>`),
    ],
    [
      'a Word or Excel document saved as XML (.xml)',
      'plan.xls',
      text(`${xml}\n<?mso-application progid="Excel.Sheet"?><Workbook/>`),
    ],
    ['a flat OpenDocument file (.fodt, .fods)', 'plan.fods', text(`${xml}<office:document>`)],
    ['a file of XML', 'plan.xml', text(`${xml}<plan/>`)],
  ])(
    'given %s, then it is called that, with what to do instead',
    async (looksLike, name, bytes) => {
      const refusal = await formatOrRefusal(name, bytes);
      expect(refusal).toMatchObject({ _tag: 'UnreadKind', looksLike });
      expect(refusal).toHaveProperty('instead', expect.stringMatching(/^(?:Save|Take) .+\.$/u));
    },
  );
});
