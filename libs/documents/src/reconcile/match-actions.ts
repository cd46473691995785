import type { ActionState } from '@trackrecord/read-models';
import type { ProposedAction } from '../proposal/proposed-action.ts';
import { likeness } from './likeness.ts';

/** A proposed action with the plan's own that it is, where there is one. */
export type ActionMatch = Readonly<{
  proposed: ProposedAction;
  existing?: ActionState;
  /** Recognised by its ref although its words are quite others. */
  doubtful: boolean;
}>;

/** From here on two wordings are taken for one action whose ref stayed. */
const alikeWithSameRef = 0.4;
/** From here on for one action that was renumbered: nothing but its words speaks for it. */
const alikeWithOtherRef = 0.6;

type Pair = Readonly<{ proposed: ProposedAction; existing: ActionState }>;
type Found = ReadonlyArray<Pair>;
type Way = (open: ReadonlyArray<ProposedAction>, free: ReadonlyArray<ActionState>) => Found;

const sameRef = ({ proposed, existing }: Pair): boolean => proposed.ref === existing.ref;
const alike = ({ proposed, existing }: Pair): number => likeness(proposed.title, existing.title);
const sameWords = ({ proposed, existing }: Pair): boolean =>
  proposed.title.trim() === existing.title.trim();

/** All pairs that satisfy a rule; each side is used once, the likest pair first. */
const pairs =
  (rule: (pair: Pair) => boolean): Way =>
  (open, free) => {
    const candidates = open
      .flatMap((proposed) => free.map((existing) => ({ proposed, existing })))
      .filter(rule)
      .map((pair) => ({ pair, score: alike(pair) }))
      .toSorted((a, b) => b.score - a.score);
    const used = new Set<ProposedAction | ActionState>();
    return candidates.flatMap(({ pair }) => {
      if (used.has(pair.proposed) || used.has(pair.existing)) return [];
      used.add(pair.proposed).add(pair.existing);
      return [pair];
    });
  };

/** From the surest sign to the weakest. */
const ways: ReadonlyArray<Readonly<{ find: Way; doubtful: boolean }>> = [
  { find: pairs((pair) => sameRef(pair) && sameWords(pair)), doubtful: false },
  { find: pairs(sameWords), doubtful: false },
  { find: pairs((pair) => sameRef(pair) && alike(pair) >= alikeWithSameRef), doubtful: false },
  { find: pairs((pair) => alike(pair) >= alikeWithOtherRef), doubtful: false },
  { find: pairs(sameRef), doubtful: true },
];

/**
 * Recognises the actions of a document among those of the plan: by ref, or by likeness where an action
 * was renumbered. What is recognised by nothing is new.
 */
export const matchActions = (
  proposed: ReadonlyArray<ProposedAction>,
  existing: ReadonlyArray<ActionState>,
): ReadonlyArray<ActionMatch> => {
  const matched = new Map<ProposedAction, ActionMatch>();
  const taken = new Set<string>();
  for (const { find, doubtful } of ways) {
    const found = find(
      proposed.filter((action) => !matched.has(action)),
      existing.filter(({ id }) => !taken.has(id)),
    );
    for (const pair of found) {
      matched.set(pair.proposed, { ...pair, doubtful });
      taken.add(pair.existing.id);
    }
  }
  return proposed.map((action) => matched.get(action) ?? { proposed: action, doubtful: false });
};
