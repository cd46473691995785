import type { PartyId } from '@trackrecord/domain';
import { addDays, type LocalDate, type Ordinal } from '@trackrecord/kernel';
import {
  canonicalParty,
  dateInWords,
  type Directory,
  leftOutOfTrails,
  usualTimeZone,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, invalid, missing, storage } from '../failure.ts';
import type { TrailFilter } from '../ports/views.ts';
import type { Readable } from '../trackrecord.ts';
import { loadDirectory } from './load-directory.ts';

/** What an audit trail is asked for. A day is London's. */
export type TrailAsked = Readonly<{
  /** Who recorded it, took it back, or on whose word that was: a party, with every spelling merged into it. */
  person?: PartyId | undefined;
  /**
   * What it is about: an action by its ref, anything else by its name in assertions (`theme:2.3`, `plan`), an
   * indicator with its own stream (`indicator:ni-901`), a person or an organisation (`party:p-1`), or who may come in:
   * all of it (`access`), an account by its sign-in name (`account:m.reed`), a token or a webhook by its name.
   */
  subject?: string | undefined;
  field?: string | undefined;
  effectiveFrom?: LocalDate | undefined;
  effectiveTo?: LocalDate | undefined;
  recordedFrom?: LocalDate | undefined;
  recordedTo?: LocalDate | undefined;
  channel?: string | undefined;
  /** Also what documents merely said again. */
  withConfirmed: boolean;
  /** Only what these plans speak of: of an indicator that none of them uses, not its own stream either. */
  withinPlans?: boolean | undefined;
  /** Also who may come in – accounts, roles and tokens – as of this date, for whoever may see that. */
  access?: Clocks | undefined;
}>;

/** The two clocks of a trail. */
export type Clocks = Readonly<{ asOf: LocalDate; knownAt: Ordinal }>;

/** What everybody's trail is filtered by alike, as the views know it. */
export type SharedFilter = Omit<TrailFilter, 'subject' | 'field'>;

const inOrder = (
  from: LocalDate | undefined,
  to: LocalDate | undefined,
  field: string,
): E.Either<Failure, null> =>
  from !== undefined && to !== undefined && from > to
    ? E.left(
        invalid(
          `${dateInWords(from)} is after ${dateInWords(to)}: the earlier date comes first.`,
          field,
        ),
      )
    : E.right(null);

/** The last ordinal recorded by the end of a day. */
const ordinalAtEndOf =
  (deps: Readable) =>
  (date: LocalDate | undefined): E.Either<Failure, Ordinal | undefined> =>
    date === undefined
      ? E.right(undefined)
      : E.mapLeft(storage)(deps.views.ordinalAt(deps.clock.endOfDay(date, usualTimeZone)));

/** Every spelling of a party, with the directory that says so; none where nobody is asked for. */
const spellingsOf = (
  deps: Readable,
  person: PartyId | undefined,
): E.Either<Failure, ReadonlyArray<string> | undefined> =>
  person === undefined
    ? E.right(undefined)
    : pipe(
        loadDirectory(deps),
        E.chain((directory) => partySpellings(directory, person, 'person')),
      );

/**
 * The ids that are one party: its own, and those merged into it.
 * @param field which field of what was asked names it
 */
export const partySpellings = (
  directory: Directory,
  id: string,
  field: string,
): E.Either<Failure, ReadonlyArray<string>> => {
  const canonical = canonicalParty(directory);
  return directory.has(id)
    ? E.right([...directory.keys()].filter((one) => canonical(one) === canonical(id)))
    : E.left(missing(`There is no person or organisation "${id}".`, field));
};

/** The part of a trail's filter that is the same for every plan. */
export const sharedFilter =
  (deps: Readable) =>
  (asked: TrailAsked): E.Either<Failure, SharedFilter> =>
    pipe(
      E.Do,
      E.chainFirst(() => inOrder(asked.effectiveFrom, asked.effectiveTo, 'effectiveFrom')),
      E.chainFirst(() => inOrder(asked.recordedFrom, asked.recordedTo, 'recordedFrom')),
      E.bind('parties', () => spellingsOf(deps, asked.person)),
      E.bind('recordedAfter', () =>
        ordinalAtEndOf(deps)(
          asked.recordedFrom === undefined ? undefined : addDays(-1)(asked.recordedFrom),
        ),
      ),
      E.bind('recordedUpTo', () => ordinalAtEndOf(deps)(asked.recordedTo)),
      E.map(({ parties, recordedAfter, recordedUpTo }) => ({
        parties,
        channel: asked.channel,
        recordedAfter,
        recordedUpTo,
        effectiveFrom: asked.effectiveFrom,
        effectiveTo: asked.effectiveTo,
        withConfirmed: asked.withConfirmed,
        leftOut: leftOutOfTrails,
      })),
    );
