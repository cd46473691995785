import { renderTemplate } from '../frame/render-template.ts';
import { printed } from '../words/printed.ts';
import { type BlockBecame, becameInWords } from './import-words.ts';
import { blockHref } from './import-links.ts';
import { spotOf, spotView } from './spot.ts';

/** How a doubt of a known kind can be put right, as the library for documents offers it. */
export type BlockRemedy = Readonly<{ kind: 'rating' | 'request' | 'whom' | 'open'; words: string }>;

/** A block of an upload: where it stands, its words, what became of it. */
export type ImportBlock = Readonly<{
  block: number;
  line: number;
  /** Where it stands, in a file that has no lines: "table 2, row 3, column 1". */
  place?: string;
  /** As it stands in the text, on several lines maybe. */
  words: string;
  isCell: boolean;
  became: ReadonlyArray<BlockBecame>;
}>;

/** A block that is worth a second look. */
export type DoubtfulBlock = ImportBlock &
  Readonly<{
    doubts: ReadonlyArray<string>;
    /** What is certain, and could be said more plainly. */
    hints: ReadonlyArray<string>;
    remedies: ReadonlyArray<BlockRemedy>;
    /** Whether it was put right by hand, and is doubtful still. */
    isCorrected: boolean;
  }>;

/** What the forms that put a block right send besides. */
export type FixContext = Readonly<{
  plan: string;
  upload: string;
  csrfToken: string;
  /** Of the corrections that the page shows. */
  version: string;
  /** Where to come back to. */
  back: string;
  /** The ratings that can be chosen. */
  ratings: ReadonlyArray<string>;
}>;

/** "Not rated" is no rating: it is chosen as nothing. */
export const notRatedChoice = 'Not rated';

const remediesView = (remedies: ReadonlyArray<BlockRemedy>, ratings: ReadonlyArray<string>) =>
  remedies.map(({ kind, words }) => ({
    kind,
    words,
    items:
      kind === 'rating'
        ? [...ratings, notRatedChoice].map((word) => ({ value: word, text: word }))
        : [],
  }));

/** About as many lines as the words take. */
const rowsFor = (words: string): number =>
  Math.min(14, Math.max(2, Math.ceil(words.length / 70) + words.split('\n').length - 1));

/** What the forms of one block are made of. */
export const fixView = (
  { block, words, isCell }: ImportBlock,
  remedies: ReadonlyArray<BlockRemedy>,
  { plan, upload, ratings, ...context }: FixContext,
  id: string,
) => ({
  ...context,
  id,
  action: blockHref(plan, upload, block),
  words,
  isCell,
  rows: rowsFor(words),
  remedies: remediesView(remedies, ratings),
});

/** What became of a block, in words; said once where several parts became the same. */
export const becameView = (became: ReadonlyArray<BlockBecame>): ReadonlyArray<string> =>
  became.length === 0 ? ['Not used'] : [...new Set(became.map(becameInWords))];

/** The line, where the file has any. */
const numberOf = ({ line, place }: ImportBlock): string =>
  place === undefined ? String(line) : '';

/** A doubtful block with its forms, folded. */
export const doubtView = (of: DoubtfulBlock, context: FixContext) => ({
  anchor: `block-${of.block}`,
  ...spotView(of),
  number: numberOf(of),
  words: of.words,
  became: becameView(of.became),
  doubts: of.doubts.map(printed),
  hints: of.hints.map(printed),
  isCorrected: of.isCorrected,
  fix: fixView(of, of.remedies, context, `b${of.block}-`),
});

export type FixPageOf = Readonly<{
  block: DoubtfulBlock;
  /** The blocks around it, for the sense. */
  before: ReadonlyArray<ImportBlock>;
  after: ReadonlyArray<ImportBlock>;
  context: FixContext;
  names: ReadonlyArray<string>;
  name: string;
  errors: ReadonlyArray<Readonly<{ field: string; message: string }>>;
  /** What was typed and refused, in the place of the block's words. */
  typed: string | null;
}>;

/** One block, to be put right by hand. */
export const fixPage = ({
  block,
  before,
  after,
  context,
  names,
  name,
  errors,
  typed,
}: FixPageOf): Readonly<{ title: string; content: string }> => {
  const heading = spotOf(block);
  const shown = typed === null ? block : { ...block, words: typed };
  const neighbour = (of: ImportBlock) => ({ number: numberOf(of), words: of.words });
  return {
    title: `${heading} of ${name}`,
    content: renderTemplate('import/fix.njk', {
      heading,
      name,
      names,
      doubt: doubtView(block, context),
      fix: { ...fixView(shown, block.remedies, context, ''), errors },
      before: before.map(neighbour),
      after: after.map(neighbour),
      back: context.back,
    }),
  };
};
