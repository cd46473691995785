import { indicator } from '@trackrecord/domain';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import {
  filterInWords,
  type HistoryAnswer,
  type HistoryRow,
  historyRowOf,
  nameOf,
  sentenceAbout,
  trailSentence,
  usualTimeZone,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import type { TrailPage, TrailRecord } from '../ports/views.ts';
import type { Readable } from '../trackrecord.ts';
import { allAccess } from './access-sources.ts';
import { historyLine, partiesNamedByRow } from './history-line.ts';
import { loadParties } from './load-parties.ts';
import type { Resolved } from './resolve-question.ts';
import { indicatorNames } from './subject-names.ts';
import { type Clocks, type SharedFilter, sharedFilter, type TrailAsked } from './trail-filter.ts';
import { cursorOf, readPaging, type TrailPaging } from './trail-paging.ts';
import type { TrailSource } from './trail-source.ts';
import { trailSources } from './trail-sources.ts';

/** A line of a trail that may be of several plans, with the whole of it in a sentence. */
export type AuditRow = HistoryAnswer &
  Readonly<{
    /** The plan that it is of; `null` for a line of a party's, an indicator's or an account's own trail. */
    plan: string | null;
    sentence: string;
  }>;

/** A page of an audit trail. */
export type AuditTrailAnswer = Readonly<{
  plans: ReadonlyArray<string>;
  asOf: LocalDate;
  ordinal: Ordinal;
  /** What was asked for, in words. */
  filter: string;
  newestFirst: boolean;
  /** How many lines there are on all pages. */
  total: number;
  rows: ReadonlyArray<AuditRow>;
  /** What to ask for as `after` to have the next page; `null` where this is the last. */
  next: string | null;
}>;

/** Without a plan, as of today and as known now, where nothing else is asked. */
const clocksOf = (
  deps: Readable,
  [first]: ReadonlyArray<Resolved>,
  { access }: TrailAsked,
): E.Either<Failure, Clocks> => {
  const asked = first?.point ?? access;
  return asked !== undefined
    ? E.right(asked)
    : pipe(
        deps.views.head(),
        E.bimap(storage, (knownAt) => ({ asOf: deps.clock.today(usualTimeZone), knownAt })),
      );
};

const earlier = (a: LocalDate, b: LocalDate | undefined): LocalDate =>
  b === undefined || a < b ? a : b;

type Line = Readonly<{ source: TrailSource; record: TrailRecord }>;

type Lines = Readonly<{ lines: ReadonlyArray<Line>; total: number }>;

const linesOf =
  (deps: Readable, knownAt: Ordinal, shared: SharedFilter, field: string | undefined) =>
  (page: TrailPage) =>
  (source: TrailSource): E.Either<Failure, Lines> =>
    pipe(
      deps.views.trailOf(
        source.stream,
        knownAt,
        {
          ...shared,
          leftOut: {
            ...shared.leftOut,
            fields: [...shared.leftOut.fields, ...(source.leftOut ?? [])],
          },
          field,
          subject: source.subject,
          effectiveTo: earlier(source.asOf, shared.effectiveTo),
        },
        page,
      ),
      E.bimap(storage, ({ records, total }) => ({
        total,
        lines: records.map((record) => ({ source, record })),
      })),
    );

const byPlace =
  (newestFirst: boolean) =>
  (a: Line, b: Line): number =>
    (a.record.ordinal - b.record.ordinal || a.record.place - b.record.place) *
    (newestFirst ? -1 : 1);

/** One line more than a page holds says whether there is a next page. */
const cutToPage = (
  found: ReadonlyArray<Lines>,
  { newestFirst, limit }: TrailPage,
): Readonly<{ lines: ReadonlyArray<Line>; next: string | null; total: number }> => {
  const all = found.flatMap(({ lines }) => lines).toSorted(byPlace(newestFirst));
  const lines = all.slice(0, limit);
  const last = lines.at(-1);
  return {
    lines,
    next: last === undefined || all.length <= limit ? null : cursorOf(last.record),
    total: found.reduce((sum, { total }) => sum + total, 0),
  };
};

type Row = Readonly<{ source: TrailSource; row: HistoryRow }>;

/** A line's subject by its name in assertions, in a stream of its own too. */
const subjectOf = ({ source, row }: Row): string => {
  const { itself } = source.names;
  return itself !== undefined && row.subject === indicator
    ? `${indicator}:${itself.ref}`
    : row.subject;
};

const rowsOf = (
  deps: Readable,
  knownAt: Ordinal,
  lines: ReadonlyArray<Line>,
): E.Either<Failure, ReadonlyArray<AuditRow>> => {
  const rows = lines.map(({ source, record }) => ({ source, row: historyRowOf(record) }));
  return pipe(
    E.Do,
    E.bind('directory', () =>
      loadParties(
        deps,
        rows.flatMap(({ row }) => partiesNamedByRow(row)),
      ),
    ),
    E.bind('indicators', () => indicatorNames(deps, knownAt, rows.map(subjectOf))),
    E.map(({ directory, indicators }) =>
      rows.map((one) => {
        const { names, plan } = one.source;
        const subject = subjectOf(one);
        const about = indicators.get(subject) ?? names.called?.get(subject);
        const line = historyLine(directory, names)(one.row);
        const sentence = about === undefined ? trailSentence(line) : sentenceAbout(about)(line);
        return { plan, sentence, ...line };
      }),
    ),
  );
};

/** What the subject is called: "action 28", by the ref that it has now. */
const subjectAsked = (
  { subject }: TrailAsked,
  [source]: ReadonlyArray<TrailSource>,
): string | null => {
  if (subject === undefined) return null;
  if (subject === allAccess) return 'accounts, roles and tokens';
  if (source?.names.itself !== undefined) return source.names.itself.subject;
  const [kind = '', ...id] = (source?.subject ?? subject).split(':');
  const ref = id.join(':');
  return `${kind} ${kind === 'action' ? (source?.names.refs.get(ref) ?? ref) : ref}`.trim();
};

const filterOf = (
  deps: Readable,
  asked: TrailAsked,
  { asOf, knownAt }: Clocks,
  sources: ReadonlyArray<TrailSource>,
): E.Either<Failure, string> =>
  pipe(
    loadParties(deps, asked.person === undefined ? [] : [asked.person]),
    E.map((directory) =>
      filterInWords({
        ...asked,
        plans: [
          ...sources.flatMap(({ plan, names }) => (plan === null ? [] : [names.title ?? plan])),
          ...(asked.access !== undefined && asked.subject === undefined
            ? ['accounts, roles and tokens']
            : []),
        ],
        asOf,
        knownAt,
        person: asked.person === undefined ? null : nameOf(directory)(asked.person),
        subject: subjectAsked(asked, sources),
      }),
    ),
  );

/**
 * A page of the audit trail of plans, or of a party's or an indicator's own: who said what, when, on whose word,
 * why and from where, and what took it back. Pages stay what they are while others append: a page's `next` is a
 * place in the order of recording.
 * @param questions the plans, each at its place on both clocks; all as known at the same ordinal
 */
export const auditTrailAnswer =
  (deps: Readable) =>
  (
    questions: ReadonlyArray<Resolved>,
    asked: TrailAsked,
    paging: TrailPaging,
  ): E.Either<Failure, AuditTrailAnswer> =>
    pipe(
      E.Do,
      E.bind('page', () => readPaging(paging)),
      E.bind('shared', () => sharedFilter(deps)(asked)),
      E.bind('clocks', () => clocksOf(deps, questions, asked)),
      E.bind('sources', () => trailSources(deps)(questions, asked)),
      E.bind('found', ({ page, shared, clocks, sources }) => {
        const read = linesOf(deps, clocks.knownAt, shared, asked.field);
        return pipe(sources, E.traverseArray(read({ ...page, limit: page.limit + 1 })));
      }),
      E.let('cut', ({ found, page }) => cutToPage(found, page)),
      E.bind('rows', ({ cut, clocks }) => rowsOf(deps, clocks.knownAt, cut.lines)),
      E.bind('filter', ({ clocks, sources }) => filterOf(deps, asked, clocks, sources)),
      E.map(({ clocks, filter, cut, rows, page }) => ({
        plans: questions.map(({ plan }) => plan),
        asOf: clocks.asOf,
        ordinal: clocks.knownAt,
        filter,
        newestFirst: page.newestFirst,
        total: cut.total,
        rows,
        next: cut.next,
      })),
    );
