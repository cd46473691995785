import type { ReadRefusal } from '@trackrecord/documents';
import { listInWords } from '@trackrecord/kernel';

/** Why a paper is not written into a template. */
export type PaperRefusal =
  /** The file cannot be a template at all. */
  | Readonly<{ _tag: 'TemplateNotRead'; refusal: ReadRefusal }>
  | Readonly<{
      _tag: 'UnknownPlaceholders';
      unknown: ReadonlyArray<string>;
      accepted: ReadonlyArray<string>;
    }>
  | Readonly<{ _tag: 'NoPlaceForPaper' }>
  /** The paper's place is where no paper can stand. */
  | Readonly<{
      _tag: 'PaperMisplaced';
      where: 'beside words' | 'in a table' | 'outside the text' | 'twice';
    }>
  /** A picture that no PDF can hold. */
  | Readonly<{ _tag: 'BadPicture'; part: string; seen: string }>
  /** Pages whose margins leave too little for words; lengths in points. */
  | Readonly<{ _tag: 'NarrowPage'; width: number; height: number }>
  /** A part that stands elsewhere, and that Word would fetch. */
  | Readonly<{ _tag: 'LeadsOutside'; part: string; what: string }>
  /** A field that fetches or starts something. */
  | Readonly<{ _tag: 'FetchingField'; field: string }>
  /** The library that fills templates in gave up. */
  | Readonly<{ _tag: 'TemplateNotFilled'; detail: string }>;

/** What a page has to leave for words, points: narrower no table can be read. */
export const leastRoom = { width: 250, height: 200 } as const;

const marked = (name: string): string => `{{${name}}}`;

const place =
  'Put {{paper}} once, in a paragraph of its own in the text of the template: that is where the paper goes.';

const misplaced = {
  'beside words':
    'The template has other words in the paragraph of {{paper}}, which would be lost.',
  'in a table': 'The template has {{paper}} in a table.',
  'outside the text':
    'The template has {{paper}} in a header, a footer or a text box, where a paper has no room.',
  twice: 'The template has {{paper}} more than once.',
} as const;

const another = 'Save it in Word as a document (.docx) without macros and without a password.';

const notRead = (refusal: ReadRefusal): string => {
  switch (refusal._tag) {
    case 'EmptyFile':
      return `The template is empty. ${another}`;
    case 'FileTooLarge':
      return `The template is ${refusal.bytes.toLocaleString('en-GB')} bytes; accepted are at most ${refusal.limit.toLocaleString('en-GB')}. Make its pictures smaller.`;
    case 'Encrypted':
      return `The template is protected by a password. ${another}`;
    case 'HoldsMacros':
      return `The template holds macros (in ${refusal.part}). ${another}`;
    case 'Damaged':
      return `The template is damaged: in ${refusal.part}, ${refusal.seen}. Open it in Word, save it anew and use that.`;
    case 'OverLimit':
      return `The template is too much: ${refusal.part} has ${refusal.seen.toLocaleString('en-GB')} ${refusal.what}; accepted are at most ${refusal.limit.toLocaleString('en-GB')}.`;
    case 'UnreadKind':
    case 'BinaryFile':
      return `The template is no Word document: it is ${refusal.looksLike}. ${another}`;
    case 'TooManyBlocks':
    case 'TooMuchToImport':
    case 'NotUtf8':
    case 'StrayCorrection':
    case 'ReaderStopped':
      return `The template cannot be read. ${another}`;
  }
};

/** A refusal in words: what was seen, and what would be accepted. */
export const describePaperRefusal = (refusal: PaperRefusal): string => {
  switch (refusal._tag) {
    case 'TemplateNotRead':
      return notRead(refusal.refusal);
    case 'UnknownPlaceholders':
      return (
        `The template asks for ${listInWords(refusal.unknown.map(marked), 'and')}, which nothing is known of. ` +
        `Accepted are ${listInWords(refusal.accepted.map(marked), 'and')}.`
      );
    case 'NoPlaceForPaper':
      return `The template does not say where the paper goes. ${place}`;
    case 'PaperMisplaced':
      return `${misplaced[refusal.where]} ${place}`;
    case 'BadPicture':
      return `A picture of the template cannot be taken: of ${refusal.part}, ${refusal.seen}. Put it into the template anew, as PNG or JPEG.`;
    case 'NarrowPage':
      return (
        `A page of the template has ${refusal.width} × ${refusal.height} points between its margins, its header and its footer; ` +
        `accepted are at least ${leastRoom.width} × ${leastRoom.height}.`
      );
    case 'LeadsOutside':
      return `The template takes ${refusal.what} from elsewhere (in ${refusal.part}), which would be fetched on opening each paper. Put it into the template itself.`;
    case 'FetchingField':
      return `The template has a field ${refusal.field}, which fetches or starts something on opening each paper. Take it out.`;
    case 'TemplateNotFilled':
      return `The template could not be filled in (${refusal.detail}). Open it in Word, save it anew and use that.`;
  }
};
