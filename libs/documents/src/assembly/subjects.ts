import type { Finding } from '../outline/finding.ts';
import { type ActionRefs, assignActionRefs } from './action-refs.ts';
import { listFound } from './grouping.ts';
import { type ResultCounts, scopeOf } from './scope.ts';
import { slugOf, uniqueRefs } from './unique-refs.ts';

/** The refs of everything that was found under a key. */
export type Subjects = Readonly<{
  actions: ActionRefs['refs'];
  duplicates: ActionRefs['duplicates'];
  targets: ReadonlyMap<number, string>;
  indicators: ReadonlyMap<number, string>;
  stories: ReadonlyMap<number, string>;
  /** By the index of the block. */
  dataNeeds: ReadonlyMap<number, string>;
  outcomes: ReadonlyMap<number, string>;
  results: ResultCounts;
}>;

const countResults = (findings: ReadonlyArray<Finding>): ResultCounts => {
  const counts = new Map<string, number>();
  for (const { priority = '' } of listFound(findings, 'result')) {
    counts.set(priority, (counts.get(priority) ?? 0) + 1);
  }
  return counts;
};

const named = <A>(
  items: ReadonlyArray<A>,
  keyOf: (item: A) => number,
  wanted: (item: A) => string,
): ReadonlyMap<number, string> => {
  const unique = uniqueRefs();
  const refs = new Map<number, string>();
  for (const item of items) {
    if (!refs.has(keyOf(item))) refs.set(keyOf(item), unique(wanted(item)));
  }
  return refs;
};

const keyOf = ({ key }: Readonly<{ key: number }>): number => key;

/** Gives everything a ref that is unique among its kind, and stays the same when the next version says the same. */
export const nameSubjects = (findings: ReadonlyArray<Finding>): Subjects => {
  const results = countResults(findings);
  const actions = assignActionRefs(listFound(findings, 'action'), results);
  return {
    actions: actions.refs,
    duplicates: actions.duplicates,
    targets: named(
      listFound(findings, 'target'),
      keyOf,
      ({ ref, under }) => ref ?? `${scopeOf(under, results)}-target`,
    ),
    indicators: named(
      listFound(findings, 'indicator'),
      keyOf,
      ({ code, title }) => code ?? slugOf(title),
    ),
    stories: named(
      listFound(findings, 'story'),
      keyOf,
      ({ under }) => scopeOf(under, results) || 'plan',
    ),
    dataNeeds: named(
      listFound(findings, 'data need'),
      ({ block }) => block.index,
      ({ under }) => `${scopeOf(under, results) || 'plan'}-data`,
    ),
    outcomes: named(
      listFound(findings, 'outcome'),
      keyOf,
      ({ framework, ref, title }) => `${framework} ${ref ?? title}`,
    ),
    results,
  };
};
