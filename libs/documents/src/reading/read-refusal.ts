/** Why a file is not read. Offsets are in bytes, from 0. */
export type ReadRefusal = Readonly<{ name: string }> &
  (
    | Readonly<{ _tag: 'EmptyFile' }>
    | Readonly<{ _tag: 'FileTooLarge'; bytes: number; limit: number }>
    | Readonly<{ _tag: 'TooManyBlocks'; blocks: number; limit: number }>
    /** More blocks with words than any import could record; `largest` is the part that has most, where there are parts. */
    | Readonly<{
        _tag: 'TooMuchToImport';
        worded: number;
        limit: number;
        largest?: Readonly<{ part: string; worded: number }>;
      }>
    | Readonly<{ _tag: 'BinaryFile'; looksLike: string; offset: number }>
    | Readonly<{ _tag: 'NotUtf8'; offset: number; byte: number; looksLike?: string }>
    /** A kind of file that is known and not read: `looksLike` names it, `instead` says what to do. */
    | Readonly<{ _tag: 'UnreadKind'; looksLike: string; instead: string }>
    | Readonly<{ _tag: 'Encrypted'; looksLike: string }>
    | Readonly<{ _tag: 'HoldsMacros'; part: string }>
    /** `part` is the file's own name for a part, or a place in words; `seen` what is wrong there. */
    | Readonly<{ _tag: 'Damaged'; part: string; seen: string; accepted: string }>
    | Readonly<{ _tag: 'OverLimit'; part: string; what: string; seen: number; limit: number }>
    /** Words put right where the document, which is no plain text, has none: `start` is counted in its text. */
    | Readonly<{ _tag: 'StrayCorrection'; start: number; text: string }>
    /** The reader was stopped from outside, fell over, or did not begin as too many other files are read. */
    | Readonly<{ _tag: 'ReaderStopped'; why: 'time' | 'memory' | 'fault' | 'busy'; detail: string }>
  );

const hexadecimal = (byte: number): string =>
  `0x${byte.toString(16).padStart(2, '0').toUpperCase()}`;

const megabytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`;

/** The kinds that are read, for a message. */
export const acceptedKinds =
  'Accepted are Word (.docx, .doc), Excel (.xlsx), OpenDocument (.odt, .ods), PDF, web pages, Markdown, tables of values (.csv, .tsv) and plain text in UTF-8';

const inWords = (count: number): string => count.toLocaleString('en-GB');

const mostOf = (largest: Readonly<{ part: string; worded: number }> | undefined): string =>
  largest === undefined ? '' : ` (${largest.part} has ${inWords(largest.worded)})`;

const saveAlone = 'Save the plan alone, as .docx, .xlsx or plain text, and send that.';

const stopped = {
  time: 'took too long to read',
  memory: 'needed too much memory to read',
  fault: 'could not be read: the reader stopped, which is a fault of this program',
  busy: 'was not read: too many other documents are being read just now',
} as const;

const instead = {
  time: saveAlone,
  memory: saveAlone,
  fault: saveAlone,
  busy: 'Try again in a minute.',
} as const;

/** So much of what stands in a file is enough to find it by. */
const mostShown = 200;

/** Words out of a file as a message can show them: no signs that steer a terminal, and not too many. */
const shown = (words: string): string => {
  const plain = words.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD');
  return plain.length <= mostShown ? plain : `${plain.slice(0, mostShown)}…`;
};

const whyIn = (refusal: ReadRefusal): string => {
  const name = shown(refusal.name);
  switch (refusal._tag) {
    case 'EmptyFile':
      return `${name} holds no words. ${acceptedKinds}, with at least one word in it.`;
    case 'FileTooLarge':
      return `${name} is ${inWords(refusal.bytes)} bytes. Accepted is a file of this kind of at most ${inWords(refusal.limit)} bytes (${megabytes(refusal.limit)}).`;
    case 'TooManyBlocks':
      return `${name} has ${inWords(refusal.blocks)} paragraphs and cells. Accepted is a document with at most ${inWords(refusal.limit)} of them.`;
    case 'TooMuchToImport':
      return `${name} has ${inWords(refusal.worded)} paragraphs and cells with words${mostOf(refusal.largest)}: more than one import can record. Accepted are at most ${inWords(refusal.limit)}. Save what the plan is on as a file of its own, without other data, and send that.`;
    case 'BinaryFile':
      return `${name} is ${refusal.looksLike}, seen at byte ${refusal.offset}. ${acceptedKinds}.`;
    case 'NotUtf8':
      return (
        `${name} is not UTF-8: byte ${refusal.offset} is ${hexadecimal(refusal.byte)}` +
        `${refusal.looksLike === undefined ? '' : `; it looks like ${refusal.looksLike}`}. ` +
        `Accepted is plain text in UTF-8: save it again with that encoding.`
      );
    case 'UnreadKind':
      return `${name} is ${refusal.looksLike}, which is not read. ${refusal.instead} ${acceptedKinds}.`;
    case 'Encrypted':
      return `${name} is ${refusal.looksLike} that is protected by a password. Open it, take the password off, save it and send that. ${acceptedKinds}, without a password.`;
    case 'HoldsMacros':
      return `${name} holds macros (in ${shown(refusal.part)}), and a file with macros is not taken. Save it without them, as .docx or .xlsx, and send that.`;
    case 'Damaged':
      return `${name} is damaged: in ${shown(refusal.part)}, ${shown(refusal.seen)}. Accepted is ${refusal.accepted}: open the file in the program that it is of, save it anew and send that.`;
    case 'OverLimit':
      return `${name} is too much to read: ${shown(refusal.part)} has ${inWords(refusal.seen)} ${refusal.what}. Accepted are at most ${inWords(refusal.limit)}.`;
    case 'StrayCorrection':
      return `${name} was put right where it has no words: “${shown(refusal.text)}” at character ${inWords(refusal.start + 1)} of its text. Accepted are other words for one paragraph or cell. Nothing was recorded. Send the file once more, and put it right anew.`;
    case 'ReaderStopped':
      return `${name} ${stopped[refusal.why]} (${shown(refusal.detail)}). Nothing was recorded. ${instead[refusal.why]}`;
  }
};

/** A refusal in words: the file, the place, what was seen there, and what would be accepted. */
export const describeReadRefusal = (refusal: ReadRefusal): string => whyIn(refusal);
