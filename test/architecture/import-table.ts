/** What a library may import: one row of the table "Libraries and who may import whom". */
export type Row = Readonly<{
  library: string;
  mayImport: ReadonlyArray<string>;
  /** The application's ports alone, by their own door. */
  ports?: true;
  outside: ReadonlyArray<string>;
  /** Modules of Node itself, without `node:`. */
  node?: ReadonlyArray<string>;
}>;

/**
 * The law of the workspace. A library that has no row may import nothing at all.
 * fp-ts stands in the rows of the adapters too: the ports that they implement speak in its types.
 */
export const importTable: ReadonlyArray<Row> = [
  { library: 'kernel', mayImport: [], outside: ['fp-ts', 'io-ts'] },
  { library: 'domain', mayImport: ['kernel'], outside: ['fp-ts', 'io-ts'] },
  { library: 'read-models', mayImport: ['kernel', 'domain'], outside: ['fp-ts'] },
  { library: 'application', mayImport: ['kernel', 'domain', 'read-models'], outside: ['fp-ts'] },
  {
    library: 'event-log',
    mayImport: ['kernel', 'domain'],
    ports: true,
    outside: ['fp-ts', '@eventstore/db-client'],
    node: ['.*'],
  },
  { library: 'evidence', mayImport: ['kernel'], outside: ['fp-ts'], node: ['crypto'] },
  {
    library: 'documents',
    mayImport: ['kernel', 'domain', 'read-models'],
    // A document that was read is something to import.
    ports: true,
    outside: [
      'fp-ts',
      'yauzl',
      'saxes',
      'numfmt',
      'csv-parse',
      'parse5',
      'marked',
      'word-extractor',
      'unpdf',
    ],
    // Hashing a document, telling its encoding, expanding its parts; a thread of its own to read it in.
    node: ['crypto', 'buffer', 'zlib', 'stream', 'worker_threads', 'url', 'v8', 'module'],
  },
  {
    // What is written for people outside: it takes the application's answers, as pages do.
    library: 'papers',
    mayImport: ['kernel', 'domain', 'read-models', 'application', 'documents'],
    outside: [
      'fp-ts',
      'docx',
      '@cj-tech-master/excelts',
      'pdfkit',
      // Its files are read, not imported: the letters that a PDF carries.
      '@expo-google-fonts/source-sans-3',
      'csv-stringify',
      'd3-scale',
      'd3-shape',
    ],
    node: ['crypto', 'buffer', 'stream', 'zlib', 'fs', 'path', 'url'],
  },
  {
    library: 'notifications',
    // Of the domain only its words: a plan's id, a part of the country.
    mayImport: ['kernel', 'domain'],
    ports: true,
    outside: ['fp-ts', 'nodemailer', 'nunjucks', 'ical-generator', 'date-holidays'],
    // Links are signed; templates are read from beside the source; an outbox is a directory.
    node: ['crypto', 'fs', 'fs/promises', 'path', 'url'],
  },
  {
    library: 'pages',
    // Pages take the application's answers (docs/decisions/0018); of the domain only its words.
    mayImport: ['kernel', 'domain', 'read-models', 'application'],
    outside: ['fp-ts', 'nunjucks', 'govuk-frontend', 'sass', 'esbuild', 'd3-scale', 'd3-shape'],
    // Templates and stylesheets are read from beside the source; an asset's address is its hash.
    node: ['fs', 'path', 'url', 'crypto'],
  },
];

/** What specs may import beyond their library's row. */
export const testTools: ReadonlyArray<string> = [
  'vitest',
  'fast-check',
  'canonicalize',
  'smtp-server',
  'mailparser',
];
