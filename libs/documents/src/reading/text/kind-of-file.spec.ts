import { describe, expect, it } from 'vitest';
import { kindOfFile } from './kind-of-file.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** An archive's first entry: its signature, some bytes of sizes, the name of a part. */
const zipOf = (part: string): Uint8Array =>
  bytesOf(`PK\x03\x04\x14\x00${'\x00'.repeat(20)}${part}`);

const oldOf = (stream: string): Uint8Array =>
  Buffer.concat([bytesOf('\xd0\xcf\x11\xe0'), Buffer.from(stream, 'utf16le')]);

describe('what a file is that is no plain text', () => {
  it.each([
    ['a Word document (.docx)', zipOf('word/document.xml')],
    ['an Excel workbook (.xlsx)', zipOf('xl/workbook.xml')],
    ['an OpenDocument text (.odt)', zipOf('mimetypeapplication/vnd.oasis.opendocument.text')],
    ['a Word or Excel document (or another zip archive)', zipOf('plan.txt')],
    ['an old Word document (.doc)', oldOf('WordDocument')],
    ['an old Excel workbook (.xls)', oldOf('Workbook')],
    ['an old Word or Excel document', oldOf('Contents')],
    ['a PDF (.pdf)', bytesOf('%PDF-1.7\n')],
    ['a Rich Text document (.rtf)', bytesOf('{\\rtf1\\ansi')],
    ['a picture (.png)', bytesOf('\x89PNG\r\n')],
    ['a picture (.jpg)', bytesOf('\xff\xd8\xff\xe0')],
    ['a web page (.html)', bytesOf('\n<!DOCTYPE html>\n<html>')],
    ['a web page (.html)', bytesOf('<html lang="en">')],
  ])('given the first bytes of %s, then it is called so', (kind, bytes) => {
    expect(kindOfFile(bytes)).toBe(kind);
  });

  it.each([[''], ['Priority 1: Health'], ['PK is a person'], ['<3 is no page'], ['{rtf} is none']])(
    'given %j, then it may be text',
    (text) => {
      expect(kindOfFile(bytesOf(text))).toBeUndefined();
    },
  );
});
