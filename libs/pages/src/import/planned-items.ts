import type { PlannedChange } from '@trackrecord/application';
import { byColour } from '@trackrecord/read-models';
import { countedKind, fieldHeading, itemInWords } from './import-words.ts';

/** One field, before and after, and how it was read where not by words; or a sentence, where a field's two values would say little. */
export type PlannedField =
  | Readonly<{ field: string; from: string | null; to: string | null; how?: string }>
  | Readonly<{ sentence: string }>;

/** Something that the import would make: its words, and what comes with it. */
export type MadeItem = Readonly<{
  name: string;
  title: string;
  /** `null` for what is never rated. */
  rating: string | null;
  extras: string;
}>;

export type MadeGroup = Readonly<{ heading: string; items: ReadonlyArray<MadeItem> }>;

/** Something that is in the plan, with what would change of it. */
export type ChangedItem = Readonly<{
  name: string;
  title: string | null;
  /** Of an action: nothing else has a page of its own. */
  ref: string | null;
  fields: ReadonlyArray<PlannedField>;
}>;

/** What an import would do, for a person. */
export type PlannedItems = Readonly<{
  /** By kind, in the order in which a plan is read. */
  made: ReadonlyArray<MadeGroup>;
  changed: ReadonlyArray<ChangedItem>;
  /** What leaves the plan, since the document holds it no longer. */
  leaving: ReadonlyArray<Readonly<{ name: string; title: string | null; words: string }>>;
  /** What ends on the dates of later documents. */
  later: ReadonlyArray<PlannedChange>;
}>;

type Changes = ReadonlyArray<PlannedChange>;

/** The words of what is in the plan, or in the document, by subject: "action 27". */
export type TitleOf = (subject: string) => string | null;

const kindOf = ({ subject }: PlannedChange): string => subject.split(' ')[0] ?? '';

/** Things of a plan that are made; all else is something that the plan says. */
const itemKinds = ['priority', 'theme', 'enabler', 'result', 'action', 'target', 'dataNeed'];

const isOfItem = (change: PlannedChange): boolean => itemKinds.includes(kindOf(change));

/** Fields whose values are said in few words. */
const plainFields: ReadonlySet<string> = new Set([
  ...['title', 'words', 'statement', 'rating', 'timescale', 'under', 'label', 'ref', 'note'],
  ...['owner', 'status', 'period', 'ratingScale', 'cadenceMonths', 'priority'],
]);

/** A rating that is nothing but a colour in the document says so. */
const colourOf = ({ field, source }: PlannedChange): string | undefined =>
  field === 'rating' ? byColour(source?.words) : undefined;

const plainly = (change: PlannedChange): PlannedField => {
  const { field, from, to, words } = change;
  const colour = colourOf(change);
  if (!plainFields.has(field)) return { sentence: words };
  return {
    field: fieldHeading(field),
    from,
    to,
    ...(to === null || colour === undefined ? {} : { how: colour }),
  };
};

/** A note that takes another's place stands beside it: a document replaces the notes of the one before. */
const fieldsOf = (changes: Changes): ReadonlyArray<PlannedField> => {
  const notes = changes.filter(({ field }) => field === 'note');
  const [gone, come] = [
    notes.filter(({ to }) => to === null),
    notes.filter(({ to }) => to !== null),
  ];
  const pairs = come.slice(0, gone.length).map(({ to }, place) => ({
    field: fieldHeading('note'),
    from: gone[place]?.from ?? null,
    to,
  }));
  const rest = [
    ...changes.filter(({ field }) => field !== 'note'),
    ...come.slice(pairs.length),
    ...gone.slice(pairs.length),
  ];
  return [...rest.map(plainly), ...pairs];
};

const statusesGone: ReadonlySet<string | null> = new Set(['withdrawn', 'dropped', 'met']);

const isLeaving = (change: PlannedChange): boolean =>
  (change.from !== null &&
    (isOfItem(change)
      ? change.field === 'status' && statusesGone.has(change.to)
      : change.to === null)) ||
  (change.field === 'exists' && change.to === null);

const isMade = (change: PlannedChange): boolean =>
  isOfItem(change) ? change.isNew : change.from === null;

const given = (changes: Changes, field: string): string | null =>
  changes.find((change) => change.field === field)?.to ?? null;

const counted = (changes: Changes, field: string, one: string): ReadonlyArray<string> => {
  const howMany = changes.filter((change) => change.field === field).length;
  return howMany === 0 ? [] : [`${howMany} ${howMany === 1 ? one : `${one}s`}`];
};

const madeItem = (changes: Changes): ReadonlyArray<MadeItem> =>
  changes.slice(0, 1).map((first) => ({
    name: itemInWords(kindOf(first), first.ref),
    title: given(changes, 'title') ?? given(changes, 'words') ?? '',
    rating: kindOf(first) === 'action' ? (given(changes, 'rating') ?? 'Not rated') : null,
    extras: [
      ...changes.flatMap((change) => colourOf(change) ?? []).map((colour) => `rated ${colour}`),
      ...counted(changes, 'owner', 'owner'),
      ...counted(changes, 'note', 'note'),
      ...counted(changes, 'request', 'update request'),
      ...counted(changes, 'crossReference', 'cross-reference'),
    ].join(', '),
  }));

const grouped = (changes: Changes): ReadonlyArray<Changes> => [
  ...Map.groupBy(changes, ({ subject }) => subject).values(),
];

const madeItems = (changes: Changes): ReadonlyArray<MadeGroup> =>
  itemKinds
    .map((kind) => ({
      kind,
      items: grouped(changes.filter((change) => kindOf(change) === kind)).flatMap(madeItem),
    }))
    .map(({ kind, items }) => ({ heading: countedKind(items.length, kind), items }));

const said = (name: string, title: string): MadeItem => ({ name, title, rating: null, extras: '' });

/** What the log keeps for itself. */
const notTold: ReadonlySet<string> = new Set(['timeZone', 'status']);

/** How what a plan says of itself is listed; what is not here is a fact about the plan. */
const sayings: Readonly<Record<string, (change: PlannedChange, titleOf: TitleOf) => MadeItem>> = {
  link: ({ subject, words }, titleOf) => said(titleOf(subject) ?? 'Indicator', words),
  glossary: ({ member, to }) => said(member ?? '', to ?? ''),
  narrative: ({ words }) => said('', words.replace(/ (?:added|recorded)$/u, '')),
  crossReference: ({ to }) => said('', to ?? ''),
};

const madeSayings = (changes: Changes, titleOf: TitleOf): ReadonlyArray<MadeGroup> => {
  const groups = Object.entries(sayings).map(([field, tell]) => {
    const some = changes.filter((change) => change.field === field);
    return {
      heading: countedKind(some.length, field),
      items: some.map((change) => tell(change, titleOf)),
    };
  });
  const facts = changes.filter(({ field }) => sayings[field] === undefined && !notTold.has(field));
  return [
    {
      heading: 'About the plan itself',
      items: facts.map(({ field, to, words }) =>
        said(fieldHeading(field), plainFields.has(field) ? (to ?? '') : words),
      ),
    },
    ...groups,
  ];
};

/** Changes of what is in the plan already, thing by thing. */
export const changedItems = (changes: Changes, titleOf: TitleOf): ReadonlyArray<ChangedItem> =>
  grouped(changes).flatMap((some) =>
    some.slice(0, 1).map((first) => ({
      name: itemInWords(kindOf(first), first.ref),
      title: titleOf(first.subject),
      ref: kindOf(first) === 'action' ? first.ref : null,
      fields: fieldsOf(some),
    })),
  );

/**
 * What an import would do, thing by thing.
 * @param effectiveOn the document's date: what changes on other dates stands apart
 */
export const plannedItems = (
  changes: Changes,
  effectiveOn: string,
  titleOf: TitleOf,
): PlannedItems => {
  const now = changes.filter((change) => change.effectiveOn === effectiveOn);
  const leaving = now.filter(isLeaving);
  const made = now.filter((change) => isMade(change) && !leaving.includes(change));
  const changed = now.filter((change) => !made.includes(change) && !leaving.includes(change));
  const [facts = { heading: '', items: [] }, ...others] = madeSayings(
    made.filter((change) => !isOfItem(change)),
    titleOf,
  );
  return {
    made: [facts, ...madeItems(made), ...others].filter(({ items }) => items.length > 0),
    changed: changedItems(changed, titleOf),
    leaving: leaving.map((change) => ({
      name: itemInWords(kindOf(change), change.ref),
      title: titleOf(change.subject),
      words: change.words,
    })),
    later: changes.filter((change) => change.effectiveOn !== effectiveOn),
  };
};
