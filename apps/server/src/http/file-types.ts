/** The media types by which a document is sent as the whole body of a request; the bytes alone tell what it is. */
export const fileTypes: ReadonlyArray<string> = [
  'application/octet-stream',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/msword',
  'application/pdf',
  'text/csv',
  'text/tab-separated-values',
  'text/markdown',
  'text/html',
];
