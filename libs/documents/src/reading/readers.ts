import type { Format } from '../document/format.ts';
import type { Reader } from './reader.ts';

/** The reader of each kind of file but plain text, loaded when a file of its kind comes. */
export const readers: Readonly<Partial<Record<Exclude<Format, 'text'>, () => Promise<Reader>>>> = {
  docx: async () => (await import('./word/read-word.ts')).readWord,
  odt: async () => (await import('./opendocument/read-odt.ts')).readOdt,
  ods: async () => (await import('./opendocument/read-ods.ts')).readOds,
  markdown: async () => (await import('./markdown/read-markdown.ts')).readMarkdown,
  pdf: async () => (await import('./pdf/read-pdf.ts')).readPdf,
  doc: async () => (await import('./old-word/read-doc.ts')).readDoc,
  html: async () => (await import('./html/read-html.ts')).readHtml,
  xlsx: async () => (await import('./excel/read-workbook.ts')).readWorkbook,
  csv: async () => (await import('./values/read-values.ts')).readValues,
};
