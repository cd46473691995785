import type { Piece } from '../../document/blocks-of-pieces.ts';
import type { Remark } from '../../document/remark.ts';
import { limits } from '../limits.ts';
import { refuse } from '../refused-file.ts';
import { splitListMarker } from '../text/list-marker.ts';
import type { Aside, FlowLine, FlowNote } from './flow.ts';

/** What was told so far of a flow, and how far it was counted. */
export type Telling = {
  readonly name: string;
  readonly pieces: Array<Piece>;
  readonly remarks: Array<Remark>;
  /** How many of a kind there were, told or not. */
  readonly remarked: Map<Remark['kind'], number>;
  readonly notes: Array<Readonly<{ note: FlowNote; place: string }>>;
  tables: number;
  paragraphs: number;
  /** Rows and pieces gone through: what is repeated inside what is repeated is soon more than anybody can. */
  steps: number;
};

export const newTelling = (name: string): Telling => ({
  name,
  pieces: [],
  remarks: [],
  remarked: new Map(),
  notes: [],
  tables: 0,
  paragraphs: 0,
  steps: 0,
});

export const countStep = (telling: Telling): void => {
  telling.steps += 1;
  const { name, steps } = telling;
  if (steps > 2 * limits.blocks)
    refuse({ _tag: 'TooManyBlocks', name, blocks: steps, limit: limits.blocks });
};

/** So many of a kind are told one by one: of a page with a thousand links nobody reads more. Comments are all told. */
const most = 200;

const several: Readonly<Record<Remark['kind'], string>> = {
  'not read': 'pictures and other things that are not read',
  hidden: 'places with hidden words',
  'tracked change': 'tracked changes',
  comment: 'comments',
  'around the page': 'headers and footers',
  link: 'links',
  doubtful: 'doubts',
};

export const tellAside = (
  { remarks, remarked }: Telling,
  aside: Aside,
  place: string,
  block?: number,
): void => {
  const count = (remarked.get(aside.kind) ?? 0) + 1;
  remarked.set(aside.kind, count);
  if (count > most && aside.kind !== 'comment') return;
  remarks.push({ ...aside, place, ...(block === undefined ? {} : { block }) });
};

/** What was not told one by one. */
export const furtherRemarks = ({ remarked }: Telling): ReadonlyArray<Remark> =>
  [...remarked].flatMap(([kind, count]) =>
    count <= most || kind === 'comment'
      ? []
      : [
          {
            kind,
            place: '',
            words: `${(count - most).toLocaleString('en-GB')} more ${several[kind]}, which are not listed one by one.`,
          },
        ],
  );

/** What stands by itself belongs to what was read before it. */
export const lastPlace = ({ pieces }: Telling): string => pieces.at(-1)?.place ?? '';

/**
 * Tells a piece of a line, and what stands beside its words. A list marker that was typed is one as well as one that
 * the document counts.
 */
export const tellLine = (
  telling: Telling,
  { text, asides, notes = [] }: FlowLine,
  marker: string | undefined,
  pieceOf: (words: Readonly<{ text: string; marker?: string }>) => Piece,
): void => {
  countStep(telling);
  const typed = marker === undefined ? splitListMarker(text) : { marker, text };
  const piece = pieceOf({
    text: typed.text,
    ...(typed.marker === undefined ? {} : { marker: typed.marker }),
  });
  telling.pieces.push(piece);
  const place = piece.place ?? '';
  for (const aside of asides) tellAside(telling, aside, place, telling.pieces.length);
  for (const note of notes) telling.notes.push({ note, place });
};
