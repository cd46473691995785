import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { formatOf } from './format-of.ts';
import { RefusedFile } from './refused-file.ts';
import { zipOf } from './testing/zip.ts';

const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const old = (...names: ReadonlyArray<string>): Uint8Array =>
  Buffer.concat([Buffer.from(ole), ...names.map((name) => Buffer.from(name, 'utf16le'))]);
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

/** The kind of a file, or the tag of its refusal. */
const kindOf = async (name: string, bytes: Uint8Array): Promise<string> => {
  try {
    return await formatOf({ name, bytes });
  } catch (thrown) {
    if (thrown instanceof RefusedFile) return thrown.refusal._tag;
    throw thrown;
  }
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
    ['markdown', 'plan.md', text('# Plan')],
    ['csv', 'plan.tsv', text('a\tb')],
    ['text', 'plan.txt', text('Plan')],
    ['text', 'plan', text('Plan')],
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
});
