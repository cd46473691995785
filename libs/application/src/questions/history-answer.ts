import type { Source } from '@trackrecord/domain';
import type { Instant, Json, LocalDate, Ordinal, Values } from '@trackrecord/kernel';
import {
  type Directory,
  type HistoryRow,
  historyRows,
  listActions,
  nameOf,
  planFactsOf,
  type Retraction,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, invalid, missing, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { endOfTime, loadDirectory } from './load-directory.ts';
import {
  fieldAndMember,
  type RefsById,
  registerValueInWords,
  subjectInWords,
} from './register-in-words.ts';
import type { Resolved } from './resolve-question.ts';

/** Who took a line back, when, on whose word and why. */
export type RetractionAnswer = Readonly<{
  ordinal: Ordinal;
  recordedAt: Instant;
  by: string;
  verified: boolean;
  onWordOf: string | null;
  channel: string;
  why: string | null;
}>;

/** One line of an audit trail. */
export type HistoryAnswer = Readonly<{
  ordinal: Ordinal;
  recordedAt: Instant;
  effectiveOn: LocalDate;
  by: string;
  /** Whether the channel could prove that it was they. */
  verified: boolean;
  onWordOf: string | null;
  channel: string;
  type: string;
  subject: string;
  ref: string | null;
  field: string;
  member: string | null;
  from: string | null;
  to: string | null;
  value: Json;
  why: string | null;
  source: Source | null;
  /** The name of the document that `source` is a place in. */
  documentName: string | null;
  confirmed: boolean;
  /** What took it back, where something did. */
  retracted: RetractionAnswer | null;
}>;

export type HistoryFilter = Readonly<{
  ref?: string | undefined;
  field?: string | undefined;
  /** Also what documents merely said again. */
  withConfirmed: boolean;
}>;

type Names = Readonly<{
  directory: Directory;
  refs: RefsById;
  documents: ReadonlyMap<string, string>;
}>;

const retractionIn = (
  directory: Directory,
  { ordinal, recordedAt, recordedBy, channel, onWordOf, why }: Retraction,
): RetractionAnswer => ({
  ordinal,
  recordedAt,
  by: nameOf(directory)(recordedBy.party),
  verified: recordedBy.verified,
  onWordOf: onWordOf === undefined ? null : nameOf(directory)(onWordOf),
  channel,
  why: why ?? null,
});

const answerOf =
  ({ directory, refs, documents }: Names) =>
  (row: HistoryRow): HistoryAnswer => {
    const inWords = (value: Json) => registerValueInWords(directory, row.field, value);
    const [kind, ...id] = row.subject.split(':');
    return {
      ordinal: row.ordinal,
      recordedAt: row.recordedAt,
      effectiveOn: row.effectiveOn,
      by: nameOf(directory)(row.recordedBy.party),
      verified: row.recordedBy.verified,
      onWordOf: row.onWordOf === undefined ? null : nameOf(directory)(row.onWordOf),
      channel: row.channel,
      type: row.type,
      subject: subjectInWords(refs, row.subject),
      ref: kind === 'action' ? (refs.get(id.join(':')) ?? id.join(':')) : id.join(':') || null,
      ...fieldAndMember(row.field),
      from: inWords(row.from),
      to: inWords(row.value),
      value: row.value,
      why: row.why ?? null,
      source: row.source ?? null,
      documentName: documents.get(row.source?.document ?? '') ?? null,
      confirmed: row.confirmed,
      retracted: row.retracted === undefined ? null : retractionIn(directory, row.retracted),
    };
  };

const subjectFor = (
  refs: RefsById,
  ref: string | undefined,
): E.Either<Failure, string | undefined> => {
  if (ref === undefined) return E.right(undefined);
  const found = [...refs].find(([, current]) => current === ref)?.[0] ?? (refs.has(ref) ? ref : '');
  if (found !== '') return E.right(`action:${found}`);
  return ref === 'plan' || ref.includes(':')
    ? E.right(ref)
    : E.left(missing(`There is no action "${ref}" in the plan.`));
};

/** A field that nothing in the plan has is a slip of the pen, not a field without a history. */
const knownField = (cut: Values, field: string | undefined): E.Either<Failure, null> => {
  const fields = new Set(
    [...cut.values()].flatMap((held) => [...held.keys()].map((name) => name.split('/')[0] ?? '')),
  );
  return field === undefined || fields.has(field.split('/')[0] ?? '')
    ? E.right(null)
    : E.left(
        invalid(
          `"${field}" is no field of this plan; its fields are: ${[...fields].sort().join(', ')}.`,
        ),
      );
};

/** The history of a plan, of one action, or of one field: who said what, when, on whose word, why, from where. */
export const historyAnswer =
  (deps: Readable) =>
  (
    { plan, point }: Resolved,
    { ref, field, withConfirmed }: HistoryFilter,
  ): E.Either<Failure, ReadonlyArray<HistoryAnswer>> =>
    pipe(
      E.Do,
      E.bind('directory', () => loadDirectory(deps)),
      E.bind('ever', () =>
        pipe(
          deps.views.cutOf(streamOf('plan', plan), { asOf: endOfTime, knownAt: point.knownAt }),
          E.mapLeft(storage),
        ),
      ),
      E.chainFirst(({ ever }) => knownField(ever, field)),
      E.let('refs', ({ ever }) => refsOf(ever)),
      E.bind('subject', ({ refs }) => subjectFor(refs, ref)),
      E.bind('records', ({ subject }) =>
        pipe(
          deps.views.recordsOf(streamOf('plan', plan), point.knownAt, { subject, field }),
          E.mapLeft(storage),
        ),
      ),
      E.map(({ records, refs, directory, ever }) =>
        historyRows(
          records.filter(({ effectiveOn }) => effectiveOn <= point.asOf),
          withConfirmed,
        ).map(answerOf({ directory, refs, documents: documentsOf(ever) })),
      ),
    );

/** Withdrawn actions last: another may have their ref by now. */
export const refsOf = (cut: Values): RefsById =>
  new Map(
    listActions(cut)
      .toSorted((a, b) => Number(a.status === 'withdrawn') - Number(b.status === 'withdrawn'))
      .map(({ id, ref }) => [id, ref]),
  );

const documentsOf = (cut: Values): ReadonlyMap<string, string> =>
  new Map(planFactsOf(cut).documents.map(({ sha256, name }) => [sha256, name]));
