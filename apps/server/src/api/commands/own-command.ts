import { carryOutAs, type Done, type Failure } from '@trackrecord/application';
import type { EventBody, Refusal, StreamState } from '@trackrecord/domain';
import type { Decide, StreamName } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type * as t from 'io-ts';
import { DoneCodec } from '../answers/done-codec.ts';
import { type Change, type Changing, change } from '../change.ts';
import { authorOf } from '../circumstances.ts';
import type { Endpoint } from '../endpoint.ts';
import type { ByItsCodec, InOtherWords, Members } from './command-route.ts';
import { inItsCodec } from './its-codec.ts';
import { knownReferences } from './known-references.ts';
import { operationOf } from './order-of.ts';

/** Carries one order out on a stream of its own. */
export const carriedOutOn = <Asked, Reason extends Refusal, Body extends EventBody>(
  { desk, principal, around, looked, repeatable }: Changing,
  stream: StreamName,
  decide: Decide<StreamState, Asked, Reason, Body>,
  order: Asked,
): TE.TaskEither<Failure, Done> =>
  carryOutAs(desk)({
    author: authorOf(principal, around, looked),
    stream: () => stream,
    decide,
    commandId: repeatable?.commandId,
    steps: () => TE.right([{ order }]),
  });

/** A command on something that has a stream of its own: how it is asked for, and how it is carried out. */
export type Own = Readonly<{
  type: string;
  data: t.Mixed;
  route: ByItsCodec<Members> | InOtherWords;
  thing?: NonNullable<Change<Members, Done>['thing']>;
  carryOut: (changing: Changing, members: Members) => TE.TaskEither<Failure, Done>;
}>;

/** The endpoint by which a command on something with a stream of its own is given. */
export const ownCommand = ({ type, data, route, thing, carryOut }: Own): Endpoint => {
  if ('make' in route) throw new Error(`${type} is put in words that only plans know`);
  const { asks, filled, put } = inItsCodec(data, route);
  return change<Members, Done>({
    operationId: operationOf(type),
    method: route.method,
    path: route.path,
    summary: route.summary,
    description: route.description ?? `${route.summary}.`,
    tag: route.tag,
    may: route.may ?? 'manage',
    asks,
    ...(route.example === undefined ? {} : { example: route.example }),
    answers: DoneCodec,
    ...(thing === undefined ? {} : { thing }),
    change: (changing, asked) => {
      const members = put(changing.desk, asked, changing.exchange.params);
      return pipe(
        knownReferences(changing.desk, data, members, filled),
        TE.chain(() => carryOut(changing, members)),
      );
    },
  });
};
