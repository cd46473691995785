import type { Block } from '../document/block.ts';
import type { FindingOf } from '../outline/finding.ts';
import { groupBy } from './grouping.ts';
import { type ResultCounts, scopeOf } from './scope.ts';
import { uniqueRefs } from './unique-refs.ts';

type ActionFound = FindingOf<'action'>;

export type ActionRefs = Readonly<{
  /** By the action's key. */
  refs: ReadonlyMap<number, string>;
  /** Actions whose number another one has already, with the ref that they got. */
  duplicates: ReadonlyArray<Readonly<{ block: Block; number: string; ref: string }>>;
}>;

const hasRepeats = (numbers: ReadonlyArray<string>): boolean =>
  new Set(numbers).size < numbers.length;

const numbersOf = (actions: ReadonlyArray<ActionFound>): ReadonlyArray<string> =>
  actions.flatMap(({ number }) => (number === undefined ? [] : [number]));

/** Numbers restart where they begin with 1 in each of several scopes. */
const restart = (scopes: Iterable<ReadonlyArray<ActionFound>>): boolean => {
  const firsts = [...scopes].flatMap((actions) => numbersOf(actions).slice(0, 1));
  return firsts.length > 1 && firsts.every((number) => number === '1');
};

/** A bullet is known by its position among the actions of its scope. */
const positions = (scopes: Iterable<ReadonlyArray<ActionFound>>): ReadonlyMap<number, number> =>
  new Map([...scopes].flatMap((actions) => actions.map(({ key }, at) => [key, at + 1] as const)));

/** A priority or theme that is known by its title. */
const isWords = (ref: string): boolean => /\p{L}{4}/u.test(ref);

/** What an action is numbered within. Words are no part of a number: where it has none, it is counted further out. */
const numberedWithin =
  (results: ResultCounts) =>
  ({ under, number }: ActionFound): string => {
    const scope = scopeOf(under, results);
    if (number !== undefined || !isWords(scope)) return scope;
    return under.priority === undefined || isWords(under.priority) ? '' : under.priority;
  };

/**
 * Gives every action a ref that is unique in its plan: its number, or where the document restarts its numbers or
 * uses bullets, its scope's ref, a full stop, and its number or position: "2(i).4".
 */
export const assignActionRefs = (
  actions: ReadonlyArray<ActionFound>,
  results: ResultCounts,
): ActionRefs => {
  const scopeIn = numberedWithin(results);
  const scopes = groupBy(actions, scopeIn);
  // Whether a number alone tells an action from the others of its plan.
  const planWide = !hasRepeats(numbersOf(actions)) || !restart(scopes.values());
  const position = positions(scopes.values());
  const unique = uniqueRefs();
  const refs = new Map<number, string>();
  const duplicates: Array<ActionRefs['duplicates'][number]> = [];
  for (const action of actions) {
    const { key, number, block } = action;
    const scope = scopeIn(action);
    const counted = number ?? String(position.get(key) ?? 0);
    const wanted =
      (number !== undefined && planWide) || scope === '' ? counted : `${scope}.${counted}`;
    const ref = unique(wanted);
    refs.set(key, ref);
    if (ref !== wanted && number !== undefined) duplicates.push({ block, number, ref });
  }
  return { refs, duplicates };
};
