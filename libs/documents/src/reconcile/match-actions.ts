import type { ActionState } from '@trackrecord/read-models';
import type { ProposedAction } from '../proposal/proposed-action.ts';
import { likeness } from './likeness.ts';

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

type Pair<Proposed extends Named = Named> = Readonly<{
  proposed: Proposed;
  existing: Recognisable;
}>;
type Scored<Proposed extends Named> = Readonly<{ pair: Pair<Proposed>; score: number }>;

/** How well a pair goes together in one way; `undefined` where it does not. */
type Rule = (pair: Pair) => number | undefined;

const sameRef = ({ proposed, existing }: Pair): boolean => proposed.ref === existing.ref;
const sameWords = ({ proposed, existing }: Pair): boolean =>
  proposed.title.trim() === existing.title.trim();

const isStanding = ({ existing }: Pair): boolean => existing.status !== 'withdrawn';
const standing = (pair: Pair): number => (isStanding(pair) ? worthOfStanding : 0);

const alike: Rule = (pair) => {
  const score = likeness(pair.proposed.title, pair.existing.title);
  const enough = sameRef(pair) ? alikeWithSameRef : alikeWithOtherRef;
  return score >= enough ? score + standing(pair) + (sameRef(pair) ? worthOfRef : 0) : undefined;
};

/** From the surest sign to the weakest. A number that its action gave up says nothing by itself. */
const ways: ReadonlyArray<Readonly<{ rule: Rule; doubtful: boolean }>> = [
  {
    rule: (pair) => (sameRef(pair) && sameWords(pair) ? standing(pair) : undefined),
    doubtful: false,
  },
  { rule: (pair) => (sameWords(pair) ? standing(pair) : undefined), doubtful: false },
  { rule: alike, doubtful: false },
  { rule: (pair) => (sameRef(pair) && isStanding(pair) ? 1 : undefined), doubtful: true },
];

/** All pairs that satisfy a rule; each side is used once, the best pair first. */
const pairs = <Proposed extends Named>(
  rule: Rule,
  open: ReadonlyArray<Proposed>,
  free: ReadonlyArray<Recognisable>,
): ReadonlyArray<Pair<Proposed>> => {
  const candidates = open
    // Those that do not go together are not kept: there may be millions of them.
    .flatMap((proposed) =>
      free.flatMap((existing): ReadonlyArray<Scored<Proposed>> => {
        const pair = { proposed, existing };
        const score = rule(pair);
        return score === undefined ? [] : [{ pair, score }];
      }),
    )
    .toSorted((a, b) => b.score - a.score);
  const used = new Set<Proposed | Recognisable>();
  return candidates.flatMap(({ pair }) => {
    if (used.has(pair.proposed) || used.has(pair.existing)) return [];
    used.add(pair.proposed).add(pair.existing);
    return [pair];
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
  for (const { rule, doubtful } of ways) {
    const open = proposed.filter((action) => !matched.has(action));
    const free = existing.filter(({ id }) => !taken.has(id));
    for (const pair of pairs(rule, open, free)) {
      matched.set(pair.proposed, { ...pair, doubtful });
      taken.add(pair.existing.id);
    }
  }
  return proposed.map((action) => matched.get(action) ?? { proposed: action, doubtful: false });
};
