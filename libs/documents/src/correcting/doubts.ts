import { type Block, wordsOf } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { placed } from '../proposal/placed.ts';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import type { Warning } from '../proposal/warning.ts';
import { openPlace, type Remedy } from './remedy.ts';

/** A block that is worth a second look before it is imported. */
export type DoubtfulBlock = Readonly<{
  block: number;
  line: number;
  /** For people, where the file has no lines: "table 2, row 3, column 1". */
  place?: string;
  /** What is uncertain about it. */
  doubts: ReadonlyArray<string>;
  /** What is certain, and could be said more plainly: an update asked of nobody, a place left open. */
  hints: ReadonlyArray<string>;
  remedies: ReadonlyArray<Remedy>;
}>;

export type Doubts = Readonly<{
  /** In the document's order. */
  blocks: ReadonlyArray<DoubtfulBlock>;
  /** What is uncertain about the plan rather than about any words of the document. */
  ofPlan: ReadonlyArray<Warning>;
}>;

type Proposed = Pick<ProposedPlan, 'actions' | 'accounts' | 'doubtfulRequests'>;

const plain = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/** A warning of something in the plan names the first block, for want of one of its own. */
const isOfPlan = ({ block, line, text }: Warning, first: Block | undefined): boolean =>
  block === 1 && line === 1 && first !== undefined && !plain(wordsOf(first)).includes(plain(text));

const ratingsIn = ({ actions }: Proposed): ReadonlyMap<number, Remedy> =>
  new Map(
    actions.flatMap(({ rating, ratingAsWritten = '', ratingFrom }) =>
      rating === undefined && ratingFrom !== undefined && ratingAsWritten !== ''
        ? [[ratingFrom.block, { kind: 'rating' as const, words: ratingAsWritten }]]
        : [],
    ),
  );

const requestsIn = ({ doubtfulRequests }: Proposed): ReadonlyMap<number, Remedy> =>
  new Map(
    doubtfulRequests.map(({ words, from }) => [from.block, { kind: 'request' as const, words }]),
  );

const askedOfNobody = ({ actions }: Proposed): ReadonlyMap<number, Remedy> =>
  new Map(
    actions.flatMap(({ requests }) =>
      requests
        .filter(({ parties }) => parties.length === 0)
        .map(({ words, from }) => [from.block, { kind: 'whom' as const, words }]),
    ),
  );

/** What was left open in words that become a field: narrative is kept as it stands. */
const openIn = ({ accounts }: Proposed, { blocks }: Document): ReadonlyMap<number, Remedy> => {
  const fields = new Set(accounts.filter(({ as }) => as === 'field').map(({ block }) => block));
  return new Map(
    blocks.flatMap((block) => {
      const words = fields.has(block.index) ? openPlace.exec(wordsOf(block))?.[0] : undefined;
      return words === undefined ? [] : [[block.index, { kind: 'open' as const, words }]];
    }),
  );
};

const nobody = 'Asks for an update of nobody in particular: the plan’s manager answers for it.';

const leftOpen = ({ words }: Remedy): string => `A place was left open: “${words}”.`;

/**
 * The blocks of a document that are worth a second look, with what can be chosen to put each right.
 * @param warnings the proposal's and those that came of holding it against the plan
 */
export const doubtsOf = (
  document: Document,
  proposal: Proposed,
  warnings: ReadonlyArray<Warning>,
): Doubts => {
  const [first] = document.blocks;
  const inWords = Map.groupBy(
    warnings.filter((warning) => !isOfPlan(warning, first)),
    ({ block }) => block,
  );
  const [ratings, requests] = [ratingsIn(proposal), requestsIn(proposal)];
  const [whom, open] = [askedOfNobody(proposal), openIn(proposal, document)];
  return {
    ofPlan: warnings.filter((warning) => isOfPlan(warning, first)),
    blocks: document.blocks.flatMap((block) => {
      const { index, line } = block;
      const doubts = [...new Set((inWords.get(index) ?? []).map(({ message }) => message))];
      const [unasked, blank] = [whom.get(index), open.get(index)];
      const hints = [
        ...(unasked === undefined ? [] : [nobody]),
        ...(blank === undefined ? [] : [leftOpen(blank)]),
      ];
      const remedies = [
        // Words that mean "no rating" are no doubt.
        ...(doubts.length === 0 ? [] : [ratings.get(index), requests.get(index)]),
        unasked,
        blank,
      ].filter((remedy) => remedy !== undefined);
      return doubts.length + hints.length === 0
        ? []
        : [{ block: index, line, ...placed(block), doubts, hints, remedies }];
    }),
  };
};
