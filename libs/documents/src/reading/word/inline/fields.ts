/** A field that has begun: what it is told to do, and whether its result is what comes next. */
type Field = { instruction: string; stage: 'instruction' | 'result' | 'told' };

/**
 * Follows the fields of a part of the document (its body, a header): people see a field's result, not what it is told
 * to do. Fields stand in one another and go over paragraphs.
 */
export type Fields = Readonly<{
  /** `isTold`: what it shows was told already, as of a form's box, and its result is not to be told again. */
  begin: (isTold: boolean) => void;
  instruct: (words: string) => void;
  /** Ends the instruction. @returns it */
  separate: () => string;
  /** @returns the instruction of the field that ends */
  end: () => string;
  /** A field whose instruction has no end in its paragraph is damaged: it must not swallow what comes after. */
  endParagraph: () => void;
  /** Whether what comes next is seen. */
  isShown: () => boolean;
  /** Whether what comes next is the number of a page, or of pages. */
  isPageNumber: () => boolean;
}>;

/** More fields inside one another than this are damage. */
const deepest = 64;

const pageNumber = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/iu;

export const isPageNumberField = (instruction: string): boolean => pageNumber.test(instruction);

export const followFields = (): Fields => {
  const open: Array<Field> = [];
  return {
    begin: (isTold) => {
      if (open.length < deepest)
        open.push({ instruction: '', stage: isTold ? 'told' : 'instruction' });
    },
    instruct: (words) => {
      const field = open.at(-1);
      if (field?.stage === 'instruction' && field.instruction.length < 2_000)
        field.instruction += words;
    },
    separate: () => {
      const field = open.at(-1);
      if (field?.stage !== 'instruction') return '';
      field.stage = 'result';
      return field.instruction;
    },
    end: () => open.pop()?.instruction ?? '',
    endParagraph: () => {
      while (open.length > 0 && open.at(-1)?.stage !== 'result') open.pop();
    },
    isShown: () => open.every(({ stage }) => stage === 'result'),
    isPageNumber: () => open.some(({ instruction }) => isPageNumberField(instruction)),
  };
};

/** The address that a HYPERLINK field leads to, where that is outside the document. */
export const addressIn = (instruction: string): string | undefined =>
  /^\s*HYPERLINK\s+"([^"]+)"/iu.exec(instruction)?.[1];

/** Stands for the number of a page in a header's words. It is no character that words can have: signs are mapped. */
export const pageMark = '\uF8FF';

/** A header longer than this is no header, and none of its ends is looked at for what parted the numbers from it. */
const longestHeader = 5_000;

/** A header's words without the numbers of pages and what is said of them: "Page 3 of 9". */
export const withoutPages = (words: string): string => {
  const told = words
    .replace(/(?:\bpage\s*)?\uF8FF(?:\s*(?:of|\/)\s*\uF8FF)?/giu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return told.length > longestHeader ? told : told.replace(/^[\s|·–-]+|[\s|·–-]+$/gu, '');
};
