import * as E from 'fp-ts/lib/Either.js';
import { Instant, LocalDate } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../samples/harbour-and-vale/', import.meta.url);

const Change = t.intersection([
  t.type({ id: t.string, on: LocalDate, after: t.string, command: t.array(t.string) }),
  t.partial({ retracts: t.string }),
]);

/** A change that somebody records between two documents: a command line without its plan. */
export type Change = t.TypeOf<typeof Change>;

const Changes = t.array(Change);

/** A document of the sample: its file, and the date of the board meeting that it was written for. */
export type Paper = Readonly<{ name: string; on: LocalDate }>;

const dateOf = (text: string): LocalDate => {
  if (LocalDate.is(text)) return text;
  throw new Error(`${text} is no date`);
};

/** The four board papers of the sample's year. */
export const papers: ReadonlyArray<Paper> = [
  { name: 'plan-2025-q1.txt', on: dateOf('2025-03-31') },
  { name: 'plan-2025-q2.txt', on: dateOf('2025-06-30') },
  { name: 'plan-2025-q3.txt', on: dateOf('2025-09-30') },
  { name: 'plan-2025-q4.txt', on: dateOf('2025-12-31') },
];

/** The day on which the tour looks back. */
export const today = dateOf('2026-01-15');

/** Ten in the morning of a day in the tour. */
export const morningOf = (date: LocalDate): Instant => {
  const morning = `${date}T10:00:00.000Z`;
  if (Instant.is(morning)) return morning;
  throw new Error(`${morning} is no instant`);
};

/** Where a file of the sample is. */
export const samplePath = (name: string): string => fileURLToPath(new URL(name, folder));

/** What people recorded between the board papers, in order. */
export const readChanges = (): ReadonlyArray<Change> => {
  const read: unknown = JSON.parse(readFileSync(samplePath('changes-between.json'), 'utf8'));
  const changes = Changes.decode(read);
  if (E.isRight(changes)) return changes.right;
  throw new Error('changes-between.json is not as the tour reads it');
};
