import type { ActionDetails } from '@trackrecord/application';
import type { HistoryAnswer } from '@trackrecord/read-models';
import { ukDate } from '../words/uk-date.ts';
import type { ActionLinks } from './action-links.ts';

/** A note as it is shown: its words, since when, by whom, and what became of it. */
export type NoteView = Readonly<{
  text: string;
  on: string;
  /** On whose word or by whom; `null` where a document said it. */
  by: string | null;
  document: string | null;
  /** "Replaced on 31 December 2025"; `null` for a note that stands. */
  gone: string | null;
  replaceHref: string | null;
  withdrawHref: string | null;
}>;

type Dated = NoteView & Readonly<{ date: string }>;

type Said = Readonly<{ row: HistoryAnswer; on: string }>;

/** What the history says of each note first: who wrote it, and where it is from. */
const firstSaid = (rows: ReadonlyArray<HistoryAnswer>): ReadonlyMap<string, Said> =>
  new Map(
    rows
      .filter(
        ({ field, value, retracted }) => field === 'note' && value !== null && retracted === null,
      )
      .toReversed()
      .map((row) => [row.member ?? '', { row, on: row.effectiveOn }] as const),
  );

const byWhom = (said: Said | undefined): string | null => {
  if (said === undefined || said.row.documentName !== null) return null;
  return said.row.onWordOf ?? said.row.by;
};

const became: Readonly<Record<string, string>> = {
  NoteSuperseded: 'Replaced',
  NoteWithdrawn: 'Withdrawn',
};

/** The notes that gave way or were withdrawn, by what the history says of them last. */
const goneNotes = (
  rows: ReadonlyArray<HistoryAnswer>,
  standing: ReadonlySet<string>,
): ReadonlyArray<Dated> => {
  const first = firstSaid(rows);
  const last = new Map(
    rows
      .filter(({ field, retracted }) => field === 'note' && retracted === null)
      .toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))
      .map((row) => [row.member ?? '', row] as const),
  );
  return [...last].flatMap(([member, row]) => {
    const said = first.get(member);
    if (standing.has(member) || row.value !== null || said === undefined) return [];
    return [
      {
        text: row.from ?? said.row.to ?? '',
        on: ukDate(said.on),
        date: said.on,
        by: byWhom(said),
        document: said.row.documentName,
        gone: `${became[row.type] ?? 'Taken away'} on ${ukDate(row.effectiveOn)}`,
        replaceHref: null,
        withdrawHref: null,
      },
    ];
  });
};

/** The newest first; of one day the last that was written, but what one document wrote stays in its order. */
const newestFirst = (notes: ReadonlyArray<Dated>): ReadonlyArray<NoteView> =>
  notes
    .map((note, place) => ({ note, place }))
    .toSorted((a, b) => {
      if (a.note.date !== b.note.date) return a.note.date < b.note.date ? 1 : -1;
      const isOneDocument = a.note.document !== null && a.note.document === b.note.document;
      return isOneDocument ? a.place - b.place : b.place - a.place;
    })
    .map(({ note }) => note);

/** The notes of an action, the newest first: those that stand, and those that do not any more. */
export const actionNotes = (
  { notes }: Pick<ActionDetails, 'notes'>,
  rows: ReadonlyArray<HistoryAnswer>,
  links: ActionLinks,
  mayChange: boolean,
): Readonly<{ standing: ReadonlyArray<NoteView>; gone: ReadonlyArray<NoteView> }> => {
  const first = firstSaid(rows);
  return {
    standing: newestFirst(
      notes.map(({ note, text, on }) => ({
        text,
        date: on,
        on: ukDate(on),
        by: byWhom(first.get(note)),
        document: first.get(note)?.row.documentName ?? null,
        gone: null,
        replaceHref: mayChange ? links.form('replace-note', { note }) : null,
        withdrawHref: mayChange ? links.form('withdraw-note', { note }) : null,
      })),
    ),
    gone: newestFirst(goneNotes(rows, new Set(notes.map(({ note }) => note)))),
  };
};
