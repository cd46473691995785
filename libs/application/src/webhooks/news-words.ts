import { actionOwner, type DomainEvent } from '@trackrecord/domain';
import type { LocalDate, Ordinal, StreamName, Values } from '@trackrecord/kernel';
import type { Hint } from './news-of.ts';

/** What one command recorded, each event with its place in the log's order. At least one event. */
export type OneCommand = Readonly<{
  stream: StreamName;
  events: ReadonlyArray<Readonly<{ event: DomainEvent; ordinal: Ordinal }>>;
}>;

export type Placed = OneCommand['events'][number];

/** A hint about an action, with the event that gave it. */
export type Told = Readonly<{ hint: Exclude<Hint, { _tag: 'TakenBack' }> }> & Placed;

const joined = (words: ReadonlyArray<string>): string | null =>
  words.length === 0 ? null : [...new Set(words)].join('\n\n');

/** What people wrote with it: the words of requests, or the notes of the same command and the reason for it. */
export const wordsOf = ({ events }: OneCommand, some: ReadonlyArray<Told>): string | null => {
  const asked = some.flatMap(({ hint }) =>
    hint._tag === 'Owed' ? (hint.words === null ? [] : [hint.words]) : [],
  );
  const [first] = some;
  if (first === undefined || first.hint._tag === 'Owed') return joined(asked);
  const { action } = first.hint;
  const notes = events.flatMap(({ event }) =>
    event.type === 'NoteAdded' && event.data.action === action ? [event.data.text] : [],
  );
  return joined([...notes, ...(first.event.why === undefined ? [] : [first.event.why])]);
};

/** The first day by which any of it is due. */
export const dueOnOf = (some: ReadonlyArray<Told>): LocalDate | null =>
  some
    .flatMap(({ hint }) => (hint._tag === 'Owed' && hint.dueOn !== null ? [hint.dueOn] : []))
    .toSorted()[0] ?? null;

/** Who owes it: those who were asked, else those who lead the action. */
export const debtorsOf = (
  some: ReadonlyArray<Told>,
  now: Values,
  subject: string,
): ReadonlyArray<string> => {
  const asked = some.flatMap(({ hint }) => (hint._tag === 'Owed' ? hint.of : []));
  return asked.length > 0
    ? [...new Set(asked)]
    : actionOwner
        .membersOf(now, subject)
        .filter(({ value }) => value === 'lead')
        .map(({ id }) => id);
};
