import type { LocalDate } from '@trackrecord/kernel';
import { canonicalJson } from '@trackrecord/kernel';
import type { ActionState } from '../plan-state/action-state.ts';
import { byRef } from '../plan-state/natural-order.ts';
import type { PlanFacts } from '../plan-state/plan-facts.ts';

/** What became of an action between two dates. One action may have several. */
export type ChangeKind =
  | 'new'
  | 'gone'
  | 'closed'
  | 'reopened'
  | 're-rated'
  | 'reworded'
  | 'moved'
  | 'renumbered'
  | 'slipped'
  | 'rescheduled'
  | 'owners'
  | 'noted'
  | 'silent';

/** One change of one action, in the words of both ends; `null` where an end has none. */
export type Change = Readonly<{
  kind: ChangeKind;
  ref: string;
  title: string;
  /** The priority that the action stands under at the second end, or stood under where it is gone; `null` for none. */
  priority: string | null;
  from: string | null;
  to: string | null;
}>;

type Both = Readonly<{ before: ActionState; after: ActionState }>;

const change = (
  kind: ChangeKind,
  { ref, title, under }: ActionState,
  from: string | null,
  to: string | null,
): Change => ({ kind, ref, title, priority: under.priority ?? null, from, to });

const placeOf = ({ under }: ActionState): string =>
  [
    under.priority === undefined ? [] : [`priority ${under.priority}`],
    under.theme === undefined ? [] : [`theme ${under.theme}`],
    under.enabler === undefined ? [] : [`enabler ${under.enabler}`],
    under.results.map((result) => `result ${result}`),
  ]
    .flat()
    .join(', ');

const ownersOf = ({ owners }: ActionState): string =>
  owners.map(({ id, value }) => `${id} (${value})`).join(', ');

const notesOf = ({ notes }: ActionState): string => notes.map(({ value }) => value).join('\n');

/** A change wherever two ends differ in one respect. */
const differs =
  (kind: ChangeKind, read: (action: ActionState) => string) =>
  ({ before, after }: Both): ReadonlyArray<Change> =>
    read(before) === read(after) ? [] : [change(kind, after, read(before), read(after))];

const latestOf = ({ timescale }: ActionState): string => timescale?.latest ?? '';

const rescheduled = ({ before, after }: Both): ReadonlyArray<Change> => {
  const [from, to] = [before.timescale, after.timescale];
  if (canonicalJson(from ?? null) === canonicalJson(to ?? null)) return [];
  const later = latestOf(before) !== '' && latestOf(after) > latestOf(before);
  return [
    change(
      later ? 'slipped' : 'rescheduled',
      after,
      from?.asWritten ?? null,
      to?.asWritten ?? null,
    ),
  ];
};

const closedOrReopened = ({ before, after }: Both): ReadonlyArray<Change> => {
  if (before.status === after.status) return [];
  const kind = after.status === 'open' ? 'reopened' : 'closed';
  return [change(kind, after, before.status, after.status)];
};

/** Open at both ends, and nobody had news of it after the first. */
const hasNoNews =
  (from: LocalDate) =>
  ({ before, after }: Both): boolean =>
    before.status === 'open' &&
    after.status === 'open' &&
    (after.lastUpdatedOn === null || after.lastUpdatedOn <= from);

/** Whether something was said of the action itself; another number is its document's own business. */
const isSaidOfIt = ({ kind }: Change): boolean => kind !== 'renumbered';

const aspects: ReadonlyArray<(both: Both) => ReadonlyArray<Change>> = [
  closedOrReopened,
  differs('re-rated', ({ rating }) => rating),
  differs('reworded', ({ title }) => title),
  differs('moved', placeOf),
  differs('renumbered', ({ ref }) => ref),
  rescheduled,
  differs('owners', ownersOf),
  differs('noted', notesOf),
];

/** What became of an action that stands at both ends. What slipped or was moved had no news, and is not silent. */
const changesOf =
  (from: LocalDate) =>
  (both: Both): ReadonlyArray<Change> => {
    const { after } = both;
    const changes = aspects.flatMap((aspect) => aspect(both));
    return hasNoNews(from)(both) && !changes.some(isSaidOfIt)
      ? [...changes, change('silent', after, after.lastUpdatedOn, null)]
      : changes;
  };

const standing = (plan: PlanFacts): ReadonlyMap<string, ActionState> =>
  new Map(
    plan.actions
      .filter(({ status }) => status !== 'withdrawn')
      .map((action) => [action.id, action] as const),
  );

/**
 * What changed in a plan's actions between two cuts of it: moved, slipped, re-rated, reworded, new,
 * closed, gone, silent … Each end is a cut of its own, so each may be as known at its own time.
 * @param fromDate the first end's date: an action without news after it, of which nothing else changed, is silent
 */
export const changesBetween = (
  before: PlanFacts,
  after: PlanFacts,
  fromDate: LocalDate,
): ReadonlyArray<Change> => {
  const [old, now] = [standing(before), standing(after)];
  const kept = [...now.values()].flatMap((action) => {
    const earlier = old.get(action.id);
    return earlier === undefined
      ? [change('new', action, null, action.rating)]
      : changesOf(fromDate)({ before: earlier, after: action });
  });
  const gone = [...old.values()]
    .filter(({ id }) => !now.has(id))
    .map((action) => change('gone', action, action.rating, null));
  return [...kept, ...gone].toSorted(byRef);
};
