import { namedParties } from '@trackrecord/domain';
import type { Json } from '@trackrecord/kernel';
import {
  type Directory,
  type HistoryAnswer,
  type HistoryRow,
  nameOf,
  type Retraction,
  type RetractionAnswer,
} from '@trackrecord/read-models';
import { namedParty } from './naming.ts';
import {
  fieldAndMember,
  type RefsById,
  registerValueInWords,
  subjectInWords,
} from './register-in-words.ts';
import type { SubjectNames } from './subject-names.ts';

/** What the lines of a stream's trail are told with: what its subjects are called, and its documents. */
export type TrailNames = Readonly<{
  /** The refs of actions, by their ids. */
  refs: RefsById;
  /** The names of documents, by their hashes. */
  documents: ReadonlyMap<string, string>;
  /** What the plan is called. */
  title?: string | undefined;
  /** What people call subjects that they do not know by their refs. */
  called?: SubjectNames | undefined;
  /** In a stream that is about one thing alone, what that is called: "party M. Reed". */
  itself?: Readonly<{ subject: string; ref: string }> | undefined;
}>;

/** The parties that a value of a field names. */
const namedIn =
  ({ field }: HistoryRow) =>
  (value: Json): ReadonlyArray<string> =>
    namedParties({ field, value });

/** The parties that a line's value names; of one that is taken away, those that it named. */
const partiesIn = (row: HistoryRow): ReadonlyArray<string> => [
  ...new Set(namedIn(row)(row.value === null ? row.from : row.value)),
];

/** Every party that a line names: for a directory that holds no more than is needed. */
export const partiesNamedByRow = (row: HistoryRow): ReadonlyArray<string> =>
  [
    row.recordedBy.party,
    row.onWordOf,
    row.retracted?.recordedBy.party,
    row.retracted?.onWordOf,
    ...namedIn(row)(row.from),
    ...namedIn(row)(row.value),
  ].filter((id) => id !== undefined);

const subjectIn = (
  { refs, itself }: TrailNames,
  subject: string,
): Readonly<{ subject: string; ref: string | null }> => {
  if (itself !== undefined) return itself;
  const inWords = subjectInWords(refs, subject);
  const [, ...ref] = inWords.split(' ');
  return { subject: inWords, ref: ref.length === 0 ? null : ref.join(' ') };
};

const retractionIn = (
  directory: Directory,
  { ordinal, recordedAt, recordedBy, channel, onWordOf, why }: Retraction,
): RetractionAnswer => ({
  ordinal,
  recordedAt,
  by: nameOf(directory)(recordedBy.party),
  byParty: recordedBy.party,
  verified: recordedBy.verified,
  onWordOf: onWordOf === undefined ? null : nameOf(directory)(onWordOf),
  onWordOfParty: onWordOf ?? null,
  channel,
  why: why ?? null,
});

/** The document that a line is from: where it was read, or which only said again what stood. */
const documentOf = ({ source, document, confirmed }: HistoryRow): string =>
  source?.document ?? (confirmed ? document : undefined) ?? '';

/** A line of a trail for a reader: names for ids, words for values. */
export const historyLine =
  (directory: Directory, names: TrailNames) =>
  (row: HistoryRow): HistoryAnswer => {
    const inWords = (value: Json) => registerValueInWords(directory, row.field, value);
    return {
      ordinal: row.ordinal,
      recordedAt: row.recordedAt,
      effectiveOn: row.effectiveOn,
      by: nameOf(directory)(row.recordedBy.party),
      byParty: row.recordedBy.party,
      verified: row.recordedBy.verified,
      onWordOf: row.onWordOf === undefined ? null : nameOf(directory)(row.onWordOf),
      onWordOfParty: row.onWordOf ?? null,
      channel: row.channel,
      type: row.type,
      ...subjectIn(names, row.subject),
      ...fieldAndMember(row.field),
      from: inWords(row.from),
      to: inWords(row.value),
      value: row.value,
      fromValue: row.from,
      parties: partiesIn(row).map(namedParty(directory)),
      why: row.why ?? null,
      source: row.source ?? null,
      documentName: names.documents.get(documentOf(row)) ?? null,
      confirmed: row.confirmed,
      retracted: row.retracted === undefined ? null : retractionIn(directory, row.retracted),
    };
  };
