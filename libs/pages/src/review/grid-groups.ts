import type { ActionAnswer, PlanAnswer } from '@trackrecord/application';
import { byRef } from '@trackrecord/read-models';
import { type GridParams, isAskedFor, openActions } from './grid-params.ts';
import { type ReviewRow, reviewRow, type RowsOf } from './review-row.ts';
import { filledIn, type TypedRows } from './typed-row.ts';

/** The actions of one priority or enabler on a grid. */
export type GridGroup = Readonly<{
  id: string;
  /** "Priority 7a": what the list of groups says. */
  short: string;
  title: string;
  rows: ReadonlyArray<ReviewRow>;
}>;

/** Which actions a grid shows: those that are asked for, or – on the way back from a refusal – those named. */
export type GridShows =
  | Readonly<{ _tag: 'AskedFor'; params: GridParams }>
  | Readonly<{ _tag: 'Named'; refs: ReadonlySet<string> }>;

const isShown =
  (shows: GridShows, filled: TypedRows) =>
  (action: ActionAnswer): boolean =>
    shows._tag === 'Named'
      ? shows.refs.has(action.ref)
      : isAskedFor(shows.params)(action) && (!shows.params.filledOnly || filled.has(action.ref));

type Place = Readonly<{ id: string; short: string; title: string }> &
  Readonly<{ holds: (action: ActionAnswer) => boolean }>;

const anchor = (kind: string, ref: string): string =>
  `${kind}-${ref.replace(/[^\p{L}\p{N}]+/gu, '-')}`;

const placesOf = ({ priorities, enablers }: PlanAnswer): ReadonlyArray<Place> => [
  ...priorities.map(({ ref, title }) => ({
    id: anchor('priority', ref),
    short: `Priority ${ref}`,
    title,
    holds: ({ under }: ActionAnswer) => under.priority === ref,
  })),
  ...enablers.map(({ ref, title }) => ({
    id: anchor('enabler', ref),
    short: `Enabler ${ref}`,
    title,
    holds: ({ under }: ActionAnswer) => under.priority === null && under.enabler === ref,
  })),
];

/** Each action stands in its first place; those without any come last. */
const grouped = (
  answer: PlanAnswer,
  actions: ReadonlyArray<ActionAnswer>,
  row: (action: ActionAnswer) => ReviewRow,
): ReadonlyArray<GridGroup> => {
  const places = placesOf(answer);
  const groups = places.map(({ holds, ...place }) => ({
    ...place,
    rows: actions.filter(holds).map(row),
  }));
  const elsewhere = actions.filter((action) => !places.some(({ holds }) => holds(action))).map(row);
  return [
    ...groups,
    {
      id: 'elsewhere',
      short: places.length === 0 ? 'Actions' : 'Under no priority',
      title: '',
      rows: elsewhere,
    },
  ].filter(({ rows }) => rows.length > 0);
};

/** What a grid shows: its groups, and the actions that are filled in and not shown. */
export type GridView = Readonly<{
  groups: ReadonlyArray<GridGroup>;
  /** The refs of all actions that it shows. */
  shown: ReadonlyArray<string>;
  filledElsewhere: ReadonlyArray<string>;
}>;

/**
 * The actions of a grid as it is asked for. What was filled in for an action that is closed by now, or gone, is shown
 * whatever is asked for: it stands in the way, and nothing that was typed is lost.
 */
export const gridView = (of: RowsOf, shows: GridShows): GridView => {
  const { plan } = of;
  const filled = filledIn(of.typed);
  const open = openActions(plan);
  const shown = open.filter(isShown(shows, filled)).toSorted(byRef);
  const isOpen = new Set(open.map(({ ref }) => ref));
  const ended = [...filled.keys()].filter((ref) => !isOpen.has(ref));
  const row = reviewRow(of);
  const groups = grouped(plan, shown, (action) => row(action.ref, action));
  const refs = new Set([...shown.map(({ ref }) => ref), ...ended]);
  return {
    groups:
      ended.length === 0
        ? groups
        : [
            {
              id: 'ended',
              short: 'No longer open',
              title: 'You filled something in for these; clear it, or it cannot be recorded',
              rows: ended.map((ref) =>
                row(
                  ref,
                  plan.actions.find((action) => action.ref === ref),
                ),
              ),
            },
            ...groups,
          ],
    shown: [...refs],
    filledElsewhere: open
      .filter(({ ref }) => filled.has(ref) && !refs.has(ref))
      .toSorted(byRef)
      .map(({ ref }) => ref),
  };
};
