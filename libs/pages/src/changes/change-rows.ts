import type { ActionAnswer, PlanAnswer } from '@trackrecord/application';
import { notRated } from '@trackrecord/domain';
import { placeKey } from '../plan-places/plan-places.ts';
import { type AgendaKind, agendaKind, type Change } from './change-kinds.ts';

/** One change of an action, in words. */
export type ChangeView = Readonly<{
  kind: AgendaKind;
  label: string;
  /** Ratings as tags; `null` where it is about something else. */
  ratings: Readonly<{ from: string | null; to: string | null }> | null;
  /** Both ends in words, where both are worth saying. */
  from: string | null;
  to: string | null;
  /** What was written: new notes. */
  notes: ReadonlyArray<string>;
}>;

/** An action that changed. */
export type ChangedAction = Readonly<{
  ref: string;
  title: string;
  /** As a key of a place. */
  place: string;
  changes: ReadonlyArray<ChangeView>;
}>;

/** An action that was open all the time, and of which nobody had news. */
export type SilentAction = Readonly<{
  ref: string;
  title: string;
  place: string;
  rating: string;
  /** The date of the last news; `null` where there never was any. */
  since: string | null;
  owners: ReadonlyArray<string>;
}>;

type Ends = Readonly<{ before: PlanAnswer | null; after: PlanAnswer }>;

const labels: Readonly<Record<AgendaKind, string>> = {
  worse: 'Rated worse',
  better: 'Rated better',
  rated: 'Rated',
  slipped: 'Slipped',
  rescheduled: 'Timescale',
  new: 'New',
  closed: 'Closed',
  reopened: 'Reopened',
  withdrawn: 'Withdrawn',
  moved: 'Moved',
  renumbered: 'Renumbered',
  reworded: 'Reworded',
  owners: 'Owners',
  noted: 'News',
  silent: 'Silent',
};

const blank = (text: string | null): string | null => (text === '' ? null : text);

const withRatings = (kind: AgendaKind, { from, to }: Change): ChangeView => ({
  kind,
  label: labels[kind],
  ratings: { from, to },
  from: null,
  to: null,
  notes: [],
});

const inWords = (
  kind: AgendaKind,
  from: string | null,
  to: string | null,
  none: string,
): ChangeView => ({
  kind,
  label: labels[kind],
  ratings: null,
  from: blank(from) ?? none,
  to: blank(to) ?? none,
  notes: [],
});

const plain = (kind: AgendaKind, label = labels[kind]): ChangeView => ({
  kind,
  label,
  ratings: null,
  from: null,
  to: null,
  notes: [],
});

/** Notes that are there at the second date and were not at the first. */
const newNotes = (
  before: ActionAnswer | undefined,
  after: ActionAnswer | undefined,
): ReadonlyArray<string> => {
  const old = new Set(before?.notes.map(({ text }) => text));
  return (after?.notes ?? []).map(({ text }) => text).filter((text) => !old.has(text));
};

const noted = (before: ActionAnswer | undefined, after: ActionAnswer | undefined): ChangeView => {
  const notes = newNotes(before, after);
  return {
    ...plain('noted', notes.length === 0 ? 'Notes withdrawn' : labels.noted),
    notes,
  };
};

const viewOf =
  (before: ActionAnswer | undefined, after: ActionAnswer | undefined, isWithdrawn: boolean) =>
  (change: Change): ChangeView => {
    const kind = agendaKind(change);
    const { from, to } = change;
    switch (kind) {
      case 'worse':
      case 'better':
      case 'rated':
        return withRatings(kind, change);
      case 'new':
        return to === null || to === notRated
          ? plain(kind)
          : withRatings(kind, { ...change, from: null });
      case 'withdrawn':
        return plain(kind, isWithdrawn ? labels.withdrawn : 'No longer in the plan');
      case 'slipped':
      case 'rescheduled':
        return inWords(kind, from, to, 'no timescale');
      case 'moved':
        return inWords(kind, from, to, 'under no priority');
      case 'owners':
        return inWords(kind, from, to, 'nobody');
      case 'renumbered':
        return inWords(kind, from, to, 'no number');
      case 'reworded':
        return { ...plain(kind), from };
      case 'noted':
        return noted(before, after);
      case 'closed':
      case 'reopened':
      case 'silent':
        return plain(kind);
    }
  };

type Known = Readonly<{
  before: ReadonlyMap<string, ActionAnswer>;
  after: ReadonlyMap<string, ActionAnswer>;
  withdrawn: ReadonlySet<string>;
}>;

const known = ({ before, after }: Ends): Known => ({
  before: new Map(before?.actions.map((action) => [action.ref, action])),
  after: new Map(after.actions.map((action) => [action.ref, action])),
  withdrawn: new Set(after.withdrawn.map(({ ref }) => ref)),
});

/** The changes of each action together, in the order in which they came; what is merely silent is left out. */
export const changedActions = (
  changes: ReadonlyArray<Change>,
  ends: Ends,
): ReadonlyArray<ChangedAction> => {
  const { before, after, withdrawn } = known(ends);
  const told = changes.filter(({ kind }) => kind !== 'silent');
  // A ref may go from one action to another: what is gone and what is new under it are two.
  const byAction = Map.groupBy(told, ({ kind, ref }) => `${kind === 'gone' ? '-' : '+'}${ref}`);
  return [...byAction.values()].flatMap((some) => {
    const [first] = some;
    if (first === undefined) return [];
    const { ref, title } = first;
    const earlier = some.find(({ kind }) => kind === 'renumbered')?.from ?? ref;
    const [was, is] = [before.get(earlier), after.get(ref)];
    const standing = first.kind === 'gone' ? was : is;
    return [
      {
        ref,
        title,
        place: standing === undefined ? '' : placeKey(standing),
        changes: some.map(viewOf(was, is, withdrawn.has(ref))),
      },
    ];
  });
};

/** The actions that nobody had news of. */
export const silentActions = (
  changes: ReadonlyArray<Change>,
  ends: Ends,
): ReadonlyArray<SilentAction> => {
  const { after } = known(ends);
  return changes
    .filter(({ kind }) => kind === 'silent')
    .map(({ ref, title, from }) => {
      const action = after.get(ref);
      return {
        ref,
        title,
        place: action === undefined ? '' : placeKey(action),
        rating: action?.rating ?? notRated,
        since: from,
        owners: action?.owners.map(({ name }) => name) ?? [],
      };
    });
};
