import type { Piece } from '../../../document/blocks-of-pieces.ts';
import type { Remark } from '../../../document/remark.ts';

type Kind = Remark['kind'];

type Anchored = Omit<Remark, 'block'> & Readonly<{ piece: Piece | undefined }>;

/** What is remarked on while a document is read, before its pieces have their numbers. */
export type RemarkList = Readonly<{
  /** @param piece what it is about, where it is about one */
  add: (kind: Kind, place: string, words: string, piece?: Piece) => void;
  /** All of them, in their order, about `pieces` by their numbers. */
  about: (pieces: ReadonlyArray<Piece>) => ReadonlyArray<Remark>;
}>;

/** So many of a kind are told one by one: of a document with every word changed nobody reads more. */
const most = 200;

/** Comments are somebody's words, and there are no others that say the same. */
const mostComments = 2_000;

const several: Readonly<Record<Kind, string>> = {
  'not read': 'pictures and other things that are not read',
  hidden: 'hidden words',
  'tracked change': 'tracked changes',
  comment: 'comments',
  'around the page': 'headers and footers',
  link: 'links',
  doubtful: 'doubts',
};

export const remarkList = (): RemarkList => {
  const told: Array<Anchored> = [];
  const counts = new Map<Kind, number>();
  const limitOf = (kind: Kind): number => (kind === 'comment' ? mostComments : most);
  const rest = (): ReadonlyArray<Remark> =>
    [...counts].flatMap(([kind, count]) => {
      const more = count - limitOf(kind);
      const words = `${more.toLocaleString('en-GB')} more ${several[kind]}, which are not listed one by one.`;
      return more > 0 ? [{ kind, place: '', words }] : [];
    });
  return {
    add: (kind, place, words, piece) => {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      if (count <= limitOf(kind)) told.push({ kind, place, words, piece });
    },
    about: (pieces) => {
      const numbers = new Map(pieces.map((piece, at) => [piece, at + 1]));
      const placed = told.map(({ piece, ...remark }): Remark => {
        const block = piece === undefined ? undefined : numbers.get(piece);
        return block === undefined ? remark : { ...remark, block };
      });
      return [...placed, ...rest()];
    },
  };
};
