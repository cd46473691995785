import {
  type Circumstances,
  decideParty,
  type PartyId,
  type PartyKind,
  PartyId as PartyIdCodec,
  RegisterParty,
  Text,
} from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import { partiesNamed } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, invalid } from '../failure.ts';
import { loadDirectory } from '../questions/load-directory.ts';
import { streamOf } from '../streams.ts';
import type { Writable } from '../trackrecord.ts';
import { bringingIn } from './bringing-in.ts';
import { carryOut } from '../carrying-out/carry-out.ts';
import { circumstancesOf, type Said } from '../carrying-out/circumstances.ts';

export type Named = Readonly<{ name: string; kind: PartyKind }>;

const onlyOne = (
  name: string,
  found: ReadonlyArray<string>,
): E.Either<Failure, PartyId | undefined> => {
  const [id] = found;
  if (found.length > 1)
    return E.left(
      invalid(`Several go by the name "${name}": say which by id (${found.join(', ')}).`),
    );
  return E.right(id !== undefined && PartyIdCodec.is(id) ? id : undefined);
};

/** Who names somebody; by which channel alone, where whoever is named stands for themselves. */
export type Namer = Said | Pick<Said, 'channel'>;

/** Who is registered before anybody says anything stands for themselves: nobody else is known yet. */
const registeredBy = (
  deps: Writable,
  id: PartyId,
  effectiveOn: LocalDate,
  namer: Namer,
): Circumstances =>
  circumstancesOf(deps, {
    ...('by' in namer ? namer : { by: id, channel: namer.channel }),
    effectiveOn,
  });

const register = (
  deps: Writable,
  { name, kind }: Named,
  effectiveOn: LocalDate,
  namer: Namer,
): TE.TaskEither<Failure, PartyId> => {
  const id = deps.ids.partyId();
  if (!Text.is(name)) return TE.left(invalid('A name cannot be empty.'));
  return pipe(
    carryOut(deps)({
      stream: streamOf('party', id),
      decide: decideParty,
      circumstances: registeredBy(deps, id, effectiveOn, namer),
      steps: () => E.right([{ order: RegisterParty.of({ kind, name }) }]),
    }),
    TE.map(() => id),
  );
};

/** The party of a name or an id; `undefined` where there is none. Several of one name are refused. */
export const lookupParty =
  (deps: Writable) =>
  (nameOrId: string): E.Either<Failure, PartyId | undefined> =>
    pipe(
      loadDirectory(deps),
      E.chain((directory) =>
        PartyIdCodec.is(nameOrId) && directory.has(nameOrId)
          ? E.right(nameOrId)
          : onlyOne(nameOrId, partiesNamed(directory)(nameOrId)),
      ),
    );

const known = (
  deps: Writable,
  { name }: Named,
  otherwise: () => TE.TaskEither<Failure, PartyId>,
): TE.TaskEither<Failure, PartyId> =>
  pipe(
    TE.fromIOEither(() => lookupParty(deps)(name)),
    TE.chain((id) => (id === undefined ? otherwise() : TE.right(id))),
  );

/**
 * The party of a name, registered first where there is none: harmless alone, found by the next try.
 * @param namer who names them, where that is known already: it is they who register
 */
export const partyNamed =
  (deps: Writable) =>
  (
    named: Named,
    effectiveOn: LocalDate,
    namer: Namer = { channel: 'command line' },
  ): TE.TaskEither<Failure, PartyId> =>
    known(deps, named, () =>
      bringingIn(deps)((inTurn) =>
        known(inTurn, named, () => register(inTurn, named, effectiveOn, namer)),
      ),
    );
