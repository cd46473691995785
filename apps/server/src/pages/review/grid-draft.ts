import type { Failure, Principal } from '@trackrecord/application';
import type { PlanId } from '@trackrecord/domain';
import { Instant, Ordinal } from '@trackrecord/kernel';
import { filledIn, type TypedRows } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import type { Desk } from '../../desk.ts';

/** What is filled in on a review grid, as far as it has come. */
export type GridWork = Readonly<{
  /** The date of the review and whose word it is, as typed. */
  effectiveOn: string;
  onWordOf: string;
  rows: TypedRows;
  /** The ordinal of the plan as its author looked at it. */
  basedOn: Ordinal;
}>;

/** Half-finished work that was kept, and since when. */
export type GridDraft = GridWork & Readonly<{ savedAt: Instant }>;

const Row = t.type({
  rating: t.string,
  note: t.string,
  why: t.string,
  same: t.boolean,
  answers: t.boolean,
});

const Kept = t.type(
  {
    savedAt: Instant,
    basedOn: Ordinal,
    effectiveOn: t.string,
    onWordOf: t.string,
    rows: t.array(t.tuple([t.string, Row])),
  },
  'GridDraft',
);

/** Whose work and on which plan: one piece each. */
export type DraftOf = Readonly<{ principal: Principal; plan: PlanId }>;

const placeOf = ({ plan }: DraftOf): string => `review grid of ${plan}`;

const accountOf = ({ principal: { credential } }: DraftOf): string =>
  credential._tag === 'Account' ? credential.account : credential.token;

/** What cannot be read any more is no work of anybody's. */
const readDraft = (text: string): GridDraft | undefined =>
  pipe(
    E.tryCatch(
      (): unknown => JSON.parse(text),
      () => undefined,
    ),
    E.chainW((read) => Kept.decode(read)),
    E.match(
      () => undefined,
      ({ rows, ...draft }) => ({ ...draft, rows: new Map(rows) }),
    ),
  );

/** The work that somebody left half-finished on a plan's grid; `undefined` where there is none. */
export const lookupDraft = (
  { store }: Desk,
  of: DraftOf,
): TE.TaskEither<Failure, GridDraft | undefined> =>
  pipe(
    store.drafts.lookup(accountOf(of), placeOf(of)),
    TE.map((text) => (text === undefined ? undefined : readDraft(text))),
  );

export const dropDraft = ({ store }: Desk, of: DraftOf): TE.TaskEither<Failure, void> =>
  store.drafts.drop(accountOf(of), placeOf(of));

/** Keeps half-finished work; where nothing is filled in there is none. More than the store takes is refused. */
export const keepDraft = (
  desk: Desk,
  of: DraftOf,
  { rows, basedOn, effectiveOn, onWordOf }: GridWork,
): TE.TaskEither<Failure, void> => {
  const filled = [...filledIn(rows)];
  if (filled.length === 0) return dropDraft(desk, of);
  const savedAt = desk.clock.now();
  const text = JSON.stringify(
    Kept.encode({
      savedAt,
      basedOn,
      effectiveOn,
      onWordOf,
      rows: filled.map(([ref, row]): [string, t.TypeOf<typeof Row>] => [ref, row]),
    }),
  );
  return desk.store.drafts.keep(accountOf(of), placeOf(of), text, savedAt);
};
