import type { CrossReference, Timescale } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import { type ActionState, type Directory, nameOf } from '@trackrecord/read-models';

export type OwnerAnswer = Readonly<{ party: string; name: string; role: string }>;

/** An action as an answer gives it. */
export type ActionAnswer = Readonly<{
  ref: string;
  /** The number in the ref; `null` where it has none. */
  number: number | null;
  label: string;
  title: string;
  rating: string;
  status: string;
  under: Readonly<{
    priority: string | null;
    theme: string | null;
    enabler: string | null;
    results: ReadonlyArray<string>;
  }>;
  owners: ReadonlyArray<OwnerAnswer>;
  timescale: Timescale | null;
  createdOn: LocalDate | null;
  lastUpdatedOn: LocalDate | null;
  updateOwed: boolean;
  notes: ReadonlyArray<Readonly<{ text: string; on: LocalDate }>>;
  requests: ReadonlyArray<
    Readonly<{ of: ReadonlyArray<string>; words: string; state: string; askedOn: LocalDate }>
  >;
  crossReferences: ReadonlyArray<CrossReference>;
  knownAs: ReadonlyArray<string>;
}>;

const numberIn = (ref: string): number | null => {
  const digits = /(\d+)\D*$/u.exec(ref)?.[1];
  return digits === undefined ? null : Number(digits);
};

/** Gives an action with names for ids; `owing` holds the refs of those whose update is owed. */
export const actionAnswer =
  (directory: Directory, owing: ReadonlySet<string | null>) =>
  (action: ActionState): ActionAnswer => ({
    ref: action.ref,
    number: numberIn(action.ref),
    label: action.label,
    title: action.title,
    rating: action.rating,
    status: action.status,
    under: {
      priority: action.under.priority ?? null,
      theme: action.under.theme ?? null,
      enabler: action.under.enabler ?? null,
      results: action.under.results,
    },
    owners: action.owners.map(({ id, value }) => ({
      party: id,
      name: nameOf(directory)(id),
      role: value,
    })),
    timescale: action.timescale,
    createdOn: action.createdOn,
    lastUpdatedOn: action.lastUpdatedOn,
    updateOwed: owing.has(action.ref),
    notes: action.notes
      .map(({ value, since }) => ({ text: value, on: since }))
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    requests: action.requests.map(({ value }) => ({
      of: value.of.map(nameOf(directory)),
      words: value.words,
      state: value.state,
      askedOn: value.askedOn,
    })),
    crossReferences: action.crossReferences,
    knownAs: action.knownAs.filter((ref) => ref !== action.ref),
  });
