import type { HistoryAnswer } from '../history-answer.ts';

type Telling = (row: HistoryAnswer) => string;

/**
 * How a field's change is told, as the beginning of "… by whom on which date": what it is now, that it was set
 * for the first time, changed, taken away.
 */
export type FieldWords = Readonly<{
  is: Telling;
  set: Telling;
  changed: Telling;
  removed: Telling;
}>;

/** The words of the fields of one kind of subject. */
export type SubjectWords = Readonly<Record<string, FieldWords>>;

export const quoted = (words: string | null): string => `“${words ?? ''}”`;

export const asIs = (words: string | null): string => words ?? '';

/** "theme:2.3" as people say it: "theme 2.3", "data need d-1". */
export const subjectInWords = (subject: string | null): string =>
  (subject ?? '').replace(/^([A-Za-z]+):/u, '$1 ').replace(/^dataNeed\b/u, 'data need');

/** A field that people call by a noun: "timescale set to …", "timescale changed from … to …". */
export const plainly = (
  noun: string,
  show: (words: string | null) => string = quoted,
): FieldWords => ({
  is: ({ to }) => `${noun} ${show(to)}`,
  set: ({ to }) => `${noun} set to ${show(to)}`,
  changed: ({ from, to }) => `${noun} changed from ${show(from)} to ${show(to)}`,
  removed: ({ from }) => `${noun} ${show(from)} removed`,
});

/** Words that came first in one way, and were reworded since. */
export const words = (first: string, noun = 'words'): FieldWords => ({
  ...plainly(noun),
  set: ({ to }) => `${first} ${quoted(to)}`,
  changed: ({ from, to }) => `reworded from ${quoted(from)} to ${quoted(to)}`,
});

/** A member of a set: a note, a reference. */
export const member = (noun: string, added = 'added', removed = 'removed'): FieldWords => ({
  is: ({ to }) => `${noun} ${quoted(to)}`,
  set: ({ to }) => `${noun} ${quoted(to)} ${added}`,
  changed: ({ from, to }) => `${noun} changed from ${quoted(from)} to ${quoted(to)}`,
  removed: ({ from }) => `${noun} ${quoted(from)} ${removed}`,
});

/** A state by what brings it about: "closed", "reopened"; first of all and later. */
export const states = (
  first: Readonly<Record<string, string>>,
  later: Readonly<Record<string, string>>,
): FieldWords => ({
  ...plainly('status', asIs),
  set: ({ to }) => first[to ?? ''] ?? later[to ?? ''] ?? `status set to ${asIs(to)}`,
  changed: ({ from, to }) => later[to ?? ''] ?? `status changed from ${asIs(from)} to ${asIs(to)}`,
});

/** "Removed": of an item that stands in its plan no longer. */
export const presence: FieldWords = {
  is: () => 'its being there',
  set: () => 'added',
  changed: () => 'added again',
  removed: () => 'removed from the plan',
};

export const story: FieldWords = member('story behind the baseline', 'told');

export const reference: FieldWords = member('reference');
