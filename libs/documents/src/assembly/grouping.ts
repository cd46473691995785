import type { Finding, FindingOf } from '../outline/finding.ts';

type Kind = Finding['found'];

const isOf =
  <K extends Kind>(kind: K) =>
  (finding: Finding): finding is FindingOf<K> =>
    finding.found === kind;

/** Groups in the order of their first members. */
export const groupBy = <A, K>(
  items: ReadonlyArray<A>,
  keyOf: (item: A) => K,
): ReadonlyMap<K, ReadonlyArray<A>> => {
  const groups = new Map<K, Array<A>>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};

/** A whole document's findings are asked for by some thirty kinds, one after another: they are sorted once. */
const sorted = new WeakMap<ReadonlyArray<Finding>, ReadonlyMap<Kind, ReadonlyArray<Finding>>>();

/** So few are gone through as quickly as they are sorted: the findings of one action. */
const few = 50;

const ofKind = (findings: ReadonlyArray<Finding>, kind: Kind): ReadonlyArray<Finding> => {
  if (findings.length <= few) return findings;
  const byKind = sorted.get(findings) ?? groupBy(findings, ({ found }) => found);
  sorted.set(findings, byKind);
  return byKind.get(kind) ?? [];
};

/** The findings of one kind, in the document's order. */
export const listFound = <K extends Kind>(
  findings: ReadonlyArray<Finding>,
  kind: K,
): ReadonlyArray<FindingOf<K>> => ofKind(findings, kind).filter(isOf(kind));

/** The first of each key, and the others. */
export const splitFirsts = <A>(
  items: ReadonlyArray<A>,
  keyOf: (item: A) => string,
): Readonly<{ firsts: ReadonlyArray<A>; repeats: ReadonlyArray<A> }> => {
  const seen = new Set<string>();
  const firsts: Array<A> = [];
  const repeats: Array<A> = [];
  for (const item of items) {
    (seen.has(keyOf(item)) ? repeats : firsts).push(item);
    seen.add(keyOf(item));
  }
  return { firsts, repeats };
};
