import { plan as planItself, type PlanId } from '@trackrecord/domain';
import { type Instant, type LocalDate, type Ordinal, Sha256 } from '@trackrecord/kernel';
import {
  type ImportedDocument,
  type PlanFacts,
  planFactsOf,
  usualTimeZone,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, invalid, missing, storage } from '../failure.ts';
import { noPlan } from '../no-plan.ts';
import type { Point } from '../ports/views.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { endOfTime } from './load-directory.ts';
import type { KnownAt, Question } from './question.ts';

/** A question at its place: the point that the views are read at, and how it is to be quoted. */
export type Resolved = Readonly<{
  plan: PlanId;
  point: Point;
  /** The instant or ordinal that was asked for; `null` for now. */
  knownAt: Instant | Ordinal | null;
  asIn: ImportedDocument | null;
}>;

const latest = (deps: Readable): E.Either<Failure, Ordinal> =>
  E.mapLeft(storage)(deps.views.head());

/** The ordinal up to which a question knows the log; one that is still to come is refused. */
export const resolveKnownAt = (
  deps: Readable,
  timeZone: string,
  knownAt: KnownAt | undefined,
): E.Either<Failure, Ordinal> => {
  if (knownAt === undefined) return latest(deps);
  switch (knownAt._tag) {
    case 'AtOrdinal':
      return pipe(
        latest(deps),
        E.filterOrElse(
          (head) => knownAt.ordinal <= head,
          (head) =>
            invalid(
              `The log knows ordinals up to ${head}; ${knownAt.ordinal} is still to come.`,
              'knownAt',
            ),
        ),
        E.map(() => knownAt.ordinal),
      );
    case 'AtInstant':
      return E.mapLeft(storage)(deps.views.ordinalAt(knownAt.instant));
    case 'AtEndOf':
      return E.mapLeft(storage)(deps.views.ordinalAt(deps.clock.endOfDay(knownAt.date, timeZone)));
  }
};

const quoted = (
  deps: Readable,
  timeZone: string,
  knownAt: KnownAt | undefined,
): Resolved['knownAt'] => {
  if (knownAt === undefined) return null;
  switch (knownAt._tag) {
    case 'AtOrdinal':
      return knownAt.ordinal;
    case 'AtInstant':
      return knownAt.instant;
    case 'AtEndOf':
      return deps.clock.endOfDay(knownAt.date, timeZone);
  }
};

const lookupDocument = (
  { documents }: PlanFacts,
  asIn: string,
): E.Either<Failure, ImportedDocument> => {
  const named = documents.filter(
    ({ sha256, name }) => name === asIn || (asIn.length >= 6 && sha256.startsWith(asIn)),
  );
  const [first] = named;
  if (first === undefined) {
    const list = documents.map(({ name, on }) => `${name} (${on})`).join(', ');
    return E.left(
      missing(`No document "${asIn}" was imported into the plan; there is: ${list}.`, 'asIn'),
    );
  }
  // One document may have been imported for several dates: its last one holds what all of them said.
  return E.right(named.reduce((last, one) => (one.on > last.on ? one : last), first));
};

const documentsUpTo = ({ documents }: PlanFacts, { on }: ImportedDocument): ReadonlySet<Sha256> =>
  new Set(
    documents
      .filter((one) => one.on <= on)
      .map(({ sha256 }) => sha256)
      .filter(Sha256.is),
  );

/** A plan itself on whatever date, as known at an ordinal: for its time zone and its documents. */
const everKnown = (
  deps: Readable,
  plan: PlanId,
  knownAt: Ordinal,
): E.Either<Failure, PlanFacts | undefined> =>
  pipe(
    // A plan's narratives and terms are much, and no part of this.
    deps.views.cutOf(streamOf('plan', plan), { asOf: endOfTime, knownAt }, planItself, [
      'exists',
      'timeZone',
      'document',
    ]),
    E.bimap(storage, (cut) => (cut.size === 0 ? undefined : planFactsOf(cut))),
  );

/** A plan whose import was undone is there no longer, but as known before it still is. */
const known = (plan: PlanId, now: PlanFacts | undefined, then: PlanFacts | undefined) =>
  E.fromNullable(noPlan(plan))(then ?? now);

/** Finds a question's place: both clocks default to now, and a document's date is the date that it asks of. */
export const resolveQuestion =
  (deps: Readable) =>
  (plan: PlanId, { asOf, knownAt, asIn }: Question): E.Either<Failure, Resolved> =>
    pipe(
      E.Do,
      E.bind('head', () => latest(deps)),
      E.bind('now', ({ head }) => everKnown(deps, plan, head)),
      // The zone in which a plan that is there no longer was kept is not known any more.
      E.let('zone', ({ now }) => now?.timeZone ?? usualTimeZone),
      E.bind('ordinal', ({ zone }) => resolveKnownAt(deps, zone, knownAt)),
      E.bind('then', ({ head, now, ordinal }) =>
        ordinal === head ? E.right(now) : everKnown(deps, plan, ordinal),
      ),
      E.bind('facts', ({ now, then }) => known(plan, now, then)),
      E.bind('document', ({ facts }) =>
        asIn === undefined ? E.right(null) : lookupDocument(facts, asIn),
      ),
      E.map(({ facts, zone, document, ordinal }): Resolved => {
        const date: LocalDate = asOf ?? document?.on ?? deps.clock.today(zone);
        return {
          plan,
          point: {
            asOf: date,
            knownAt: ordinal,
            ...(document === null ? {} : { documents: documentsUpTo(facts, document) }),
          },
          knownAt: quoted(deps, zone, knownAt),
          asIn: document,
        };
      }),
    );
