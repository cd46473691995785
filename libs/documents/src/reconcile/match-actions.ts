import type { ActionState } from '@trackrecord/read-models';
import type { ProposedAction } from '../proposal/proposed-action.ts';
import { likenessesAmong } from './likeness.ts';

/** As much of an action as it is recognised by. */
export type Recognisable = Pick<ActionState, 'id' | 'ref' | 'label' | 'title' | 'status'>;

/** As much of what a document holds as it is recognised by. */
export type Named = Readonly<{ ref: string; title: string }>;

/** A proposed action with the plan's own that it is, where there is one. */
export type ActionMatch<Proposed extends Named = ProposedAction> = Readonly<{
  proposed: Proposed;
  existing?: Recognisable;
  /** Recognised by its ref although its words are quite others. */
  doubtful: boolean;
}>;

/** From here on two wordings are taken for one action whose ref stayed. */
const alikeWithSameRef = 0.4;
/** From here on for one action that was renumbered: nothing but its words speaks for it. */
const alikeWithOtherRef = 0.6;
/** What the same ref adds where one action is like two. */
const worthOfRef = 0.2;
/** What standing in the plan adds, beside a withdrawn action of the same words. */
const worthOfStanding = 0.1;

/** A pair that goes together in one way, and how well. */
type Scored<Proposed extends Named> = Readonly<{
  proposed: Proposed;
  existing: Recognisable;
  score: number;
}>;

/** All pairs that go together in one way, in the order of the proposed and then of the plan's own. */
type Way = <Proposed extends Named>(
  open: ReadonlyArray<Proposed>,
  free: ReadonlyArray<Recognisable>,
) => ReadonlyArray<Scored<Proposed>>;

const standing = ({ status }: Recognisable): number =>
  status === 'withdrawn' ? 0 : worthOfStanding;

/** Pairs that have something in common: no others are looked at, as there may be millions. */
const inCommon =
  (keyOf: (named: Named) => string, scoreOf: (existing: Recognisable) => number | undefined): Way =>
  (open, free) => {
    const byKey = Map.groupBy(free, keyOf);
    return open.flatMap((proposed) =>
      (byKey.get(keyOf(proposed)) ?? []).flatMap((existing) => {
        const score = scoreOf(existing);
        return score === undefined ? [] : [{ proposed, existing, score }];
      }),
    );
  };

const alike: Way = (open, free) => {
  const likenesses = likenessesAmong(free.map(({ title }) => title));
  return open.flatMap((proposed) =>
    likenesses(proposed.title, alikeWithSameRef).flatMap(([at, likeness]) => {
      const existing = free[at];
      const isSameRef = existing?.ref === proposed.ref;
      return existing === undefined || likeness < (isSameRef ? alikeWithSameRef : alikeWithOtherRef)
        ? []
        : [
            {
              proposed,
              existing,
              score: likeness + standing(existing) + (isSameRef ? worthOfRef : 0),
            },
          ];
    }),
  );
};

/** From the surest sign to the weakest. A number that its action gave up says nothing by itself. */
const ways: ReadonlyArray<Readonly<{ way: Way; doubtful: boolean }>> = [
  {
    way: inCommon(({ ref, title }) => JSON.stringify([ref, title.trim()]), standing),
    doubtful: false,
  },
  { way: inCommon(({ title }) => title.trim(), standing), doubtful: false },
  { way: alike, doubtful: false },
  {
    way: inCommon(
      ({ ref }) => ref,
      ({ status }) => (status === 'withdrawn' ? undefined : 1),
    ),
    doubtful: true,
  },
];

/** Of all pairs the best first; each side is used once. */
const bestOf = <Proposed extends Named>(
  candidates: ReadonlyArray<Scored<Proposed>>,
): ReadonlyArray<Scored<Proposed>> => {
  const used = new Set<Proposed | Recognisable>();
  return candidates
    .toSorted((a, b) => b.score - a.score)
    .filter(({ proposed, existing }) => {
      if (used.has(proposed) || used.has(existing)) return false;
      used.add(proposed).add(existing);
      return true;
    });
};

/**
 * Recognises the actions of a document among those of the plan: by ref, or by likeness where an action
 * was renumbered. What is recognised by nothing is new.
 */
export const matchActions = <Proposed extends Named>(
  proposed: ReadonlyArray<Proposed>,
  existing: ReadonlyArray<Recognisable>,
): ReadonlyArray<ActionMatch<Proposed>> => {
  const matched = new Map<Proposed, ActionMatch<Proposed>>();
  const taken = new Set<string>();
  for (const { way, doubtful } of ways) {
    const open = proposed.filter((action) => !matched.has(action));
    const free = existing.filter(({ id }) => !taken.has(id));
    for (const { proposed: action, existing: own } of bestOf(way(open, free))) {
      matched.set(action, { proposed: action, existing: own, doubtful });
      taken.add(own.id);
    }
  }
  return proposed.map((action) => matched.get(action) ?? { proposed: action, doubtful: false });
};
