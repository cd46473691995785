/** The kinds of files that are read, with what people call them. */
export const formats = {
  text: 'plain text (.txt)',
  markdown: 'Markdown (.md)',
  html: 'a web page (.html)',
  csv: 'a table of values (.csv, .tsv)',
  docx: 'a Word document (.docx)',
  xlsx: 'an Excel workbook (.xlsx)',
  odt: 'an OpenDocument text (.odt)',
  ods: 'an OpenDocument spreadsheet (.ods)',
  doc: 'an old Word document (.doc)',
  pdf: 'a PDF (.pdf)',
} as const;

export type Format = keyof typeof formats;
