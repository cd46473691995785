import {
  type Author,
  type Authored,
  type Failure,
  invalid,
  knownParty,
  type Principal,
  type Writable,
} from '@trackrecord/application';
import { type PartyId, Text } from '@trackrecord/domain';
import { LocalDate, Ordinal } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import type { Desk } from '../desk.ts';
import { NameOrId } from './schema/name-or-id.ts';

/** What every change may say around what it asks. */
export const Around = t.partial({
  effectiveOn: LocalDate,
  why: Text,
  onWordOf: NameOrId,
  basedOn: Ordinal,
});
export type Around = t.TypeOf<typeof Around>;

/** What each of it means. */
export const aroundWords: Readonly<Record<keyof Around, string>> = {
  effectiveOn: 'Since when it is true; today where it is left out.',
  why: 'The reason, for the history.',
  onWordOf:
    'Whose word it is, if not that of whom the request acts for: a party’s id or name, who is known.',
  basedOn:
    'The ordinal that was looked at: a later change of the same field is then a conflict, and nothing is written. Without it, the ordinal in If-Match counts.',
};

/** The zone whose calendar says which day it is where a change does not say. */
const usualZone = 'Europe/London';

/** The date that a change is of. */
export const dateOf = ({ clock }: Pick<Desk, 'clock'>, { effectiveOn }: Around): LocalDate =>
  effectiveOn ?? clock.today(usualZone);

/** Whose word it is. Who is not known is a mistake in what was sent. */
const whose = (stage: Writable, { onWordOf }: Around): E.Either<Failure, PartyId | undefined> =>
  onWordOf === undefined
    ? E.right(undefined)
    : pipe(
        knownParty(stage, onWordOf, 'onWordOf'),
        E.mapLeft((failure) =>
          failure._tag === 'Missing' ? invalid(failure.message, 'onWordOf') : failure,
        ),
      );

/** Who says it: whoever the request acts for, as their token or their sign-in has proved. */
export const authorOf =
  ({ party }: Principal, around: Around, looked: Ordinal | undefined): Author =>
  (stage) =>
    pipe(
      whose(stage, around),
      E.map((onWordOf): Authored => ({
        by: party,
        onWordOf,
        effectiveOn: around.effectiveOn ?? stage.clock.today(usualZone),
        why: around.why,
        basedOn: around.basedOn ?? looked,
        channel: 'api',
        verified: true,
      })),
      TE.fromEither,
    );
