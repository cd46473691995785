import {
  endOfTime,
  existingParty,
  type Failure,
  invalid,
  loadStream,
  missing,
  streamOf,
  type Writable,
} from '@trackrecord/application';
import { IndicatorId, PartnershipId, PartyId } from '@trackrecord/domain';
import { isList, type StreamName } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type * as t from 'io-ts';
import { propertiesOf } from '../schema/schema-of.ts';
import type { Members } from './command-route.ts';

type Reference = Readonly<{ member: string; codec: t.Mixed; id: string }>;

/** Whom and what a value names that has a log of its own. */
const referencesIn = (codec: t.Mixed, value: unknown, member: string): ReadonlyArray<Reference> => {
  const isNamed = codec === PartyId || codec === IndicatorId || codec === PartnershipId;
  if (isNamed) return typeof value === 'string' ? [{ member, codec, id: value }] : [];
  if (isList(codec) && Array.isArray(value))
    return value.flatMap((one: unknown) => referencesIn(codec.type, one, member));
  return [];
};

const isSaidOf =
  ({ log }: Writable, stream: StreamName, what: string, member: string) =>
  (): TE.TaskEither<Failure, null> =>
    pipe(
      loadStream(log, stream, endOfTime),
      TE.filterOrElse(
        ({ state }) => state.cut.size > 0,
        () => missing(what, member),
      ),
      TE.map(() => null),
    );

const exists = (deps: Writable, { codec, id, member }: Reference): TE.TaskEither<Failure, null> => {
  if (codec === PartyId && PartyId.is(id))
    return pipe(
      existingParty(deps, id),
      TE.bimap(
        (failure) => (failure._tag === 'Missing' ? { ...failure, field: member } : failure),
        () => null,
      ),
    );
  return codec === IndicatorId
    ? isSaidOf(
        deps,
        streamOf('indicator', id),
        `There is no indicator "${id}": define it first.`,
        member,
      )()
    : isSaidOf(
        deps,
        streamOf('partnership', id),
        `There is no partnership "${id}": register it first.`,
        member,
      )();
};

/** What a body names that is not there is a mistake in it; what an address names is not found. */
const orMistaken =
  (inPath: ReadonlyMap<string, string>, member: string) =>
  (failure: Failure): Failure =>
    failure._tag === 'Missing' && !inPath.has(member) ? invalid(failure.message, member) : failure;

/** Checks that whom and what an order names is there: plans hold ids, and would hold any. */
export const knownReferences = (
  deps: Writable,
  data: t.Mixed,
  asked: Members,
  inPath: ReadonlyMap<string, string>,
): TE.TaskEither<Failure, null> =>
  pipe(
    (propertiesOf(data) ?? []).flatMap(({ name, codec }) => referencesIn(codec, asked[name], name)),
    TE.traverseSeqArray((reference) =>
      pipe(exists(deps, reference), TE.mapLeft(orMistaken(inPath, reference.member))),
    ),
    TE.map(() => null),
  );
