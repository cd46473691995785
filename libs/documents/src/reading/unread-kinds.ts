import { Buffer } from 'node:buffer';

/** A kind of file that people send and that is not read: what it is called, and what to do instead. */
export type UnreadKind = Readonly<{ looksLike: string; instead: string }>;

const asDocument = 'Save the plan as .docx, .xlsx or .pdf and send that.';
const asWord = 'Save it as .docx and send that.';
const takenOut = 'Take the document out of it and send that.';

const kind = (looksLike: string, instead = asDocument): UnreadKind => ({ looksLike, instead });

/** Of the first bytes of a file, each as a character. */
const signatures: ReadonlyArray<readonly [UnreadKind, RegExp]> = [
  [kind('a Rich Text document (.rtf)', asWord), /^\{\\rtf/u],
  [kind('a picture (.png)'), /^\u0089PNG/u],
  [kind('a picture (.jpg)'), /^\u00FF\u00D8\u00FF/u],
  [kind('a picture (.gif)'), /^GIF8/u],
  [kind('a picture (.tif)'), /^(?:II\*\0|MM\0\*)/u],
  [kind('a picture (.webp)'), /^RIFF[\s\S]{4}WEBP/u],
  [kind('a picture or a film (.heic, .mp4)'), /^\0[\s\S]{3}ftyp/u],
  [kind('an archive (.7z)', takenOut), /^7z\u00BC\u00AF/u],
  [kind('an archive (.rar)', takenOut), /^Rar!\p{Cc}{2}/u],
  [kind('an archive (.gz)', takenOut), /^\p{Cc}\u008B/u],
];

/** By its first bytes. */
export const unreadByBytes = (bytes: Uint8Array): UnreadKind | undefined => {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return signatures.find(([, begins]) => begins.test(start))?.[0];
};

const archives: ReadonlyArray<readonly [UnreadKind, part: RegExp]> = [
  [kind('a PowerPoint presentation (.pptx)'), /^ppt\//u],
  [
    kind('a Pages, Numbers or Keynote document'),
    /^Index(?:\/|\.zip$)|^index\.(?:xml|apxl)(?:\.gz)?$/u,
  ],
  [kind('a binary Excel workbook (.xlsb)'), /^xl\/workbook\.bin$/u],
  [kind('a Visio drawing (.vsdx)'), /^visio\//u],
];

/** A zip archive, by the names of its parts. */
export const unreadByParts = (names: ReadonlyArray<string>): UnreadKind | undefined =>
  archives.find(([, part]) => names.some((name) => part.test(name)))?.[0];

/** A zip archive of no kind that is known, by the part that says what an OpenDocument file is. */
export const unreadArchive = (mimeType: string): UnreadKind =>
  mimeType.startsWith('application/vnd.oasis.opendocument.')
    ? kind('an OpenDocument file that is neither a text nor a spreadsheet')
    : kind('a zip archive');

const olds: ReadonlyArray<readonly [UnreadKind, stream: string]> = [
  [kind('an old Excel workbook (.xls)'), 'Workbook'],
  [kind('an old PowerPoint presentation (.ppt)'), 'PowerPoint Document'],
];

/** An Office file from before 2007 that is no Word document. @param holds whether it has a stream of this name */
export const unreadOld = (holds: (stream: string) => boolean): UnreadKind =>
  olds.find(([, stream]) => holds(stream))?.[0] ?? kind('an old Office document');

/** What Outlook saves, with whatever is attached to it inside. */
export const outlookMessage = kind('a message of Outlook (.msg)', takenOut);

const header = /^[A-Za-z][\w-]*:|^[ \t]/u;

/** The lines at the head of a message, where it has any. */
const headersIn = (start: string): ReadonlyArray<string> => {
  const lines = start.split(/\r?\n/u);
  const end = lines.findIndex((line) => !header.test(line));
  return end < 0 ? lines : lines.slice(0, end);
};

/** A message, by the line that every one has whose words are not plain: others may be a plan that begins like one. */
const messageOf = (start: string): UnreadKind | undefined => {
  const headers = headersIn(start);
  if (!headers.some((line) => /^MIME-Version:/iu.test(line))) return undefined;
  return headers.some((line) => /multipart\/related/iu.test(line))
    ? kind(
        'a web page saved with all its parts (.mht)',
        'Save it as a web page (.html) or as .docx.',
      )
    : kind('an e-mail (.eml)', takenOut);
};

const marked: ReadonlyArray<readonly [UnreadKind, begins: RegExp]> = [
  [
    kind('a flat OpenDocument file (.fodt, .fods)', 'Save it as .odt, .ods, .docx or .xlsx.'),
    /^\s*<\?xml[^>]*>\s*<office:document\b/iu,
  ],
  [
    kind(
      'a Word or Excel document saved as XML (.xml)',
      'Save it as .docx or .xlsx and send that.',
    ),
    /^\s*<\?xml[^>]*>\s*<\?mso-application\b/iu,
  ],
  [kind('a file of XML'), /^\s*<\?xml\s/iu],
];

/** A file that is text to look at, and no text of a plan. @param start its first words */
export const unreadText = (start: string): UnreadKind | undefined =>
  messageOf(start) ?? marked.find(([, begins]) => begins.test(start))?.[0];
