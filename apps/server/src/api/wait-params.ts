import { type Failure, placeOf, storage, type Token, waitFor } from '@trackrecord/application';
import type { Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../desk.ts';
import { both, param, type Params } from './params.ts';

/** For which change an answer waits, and how long at most. */
export type Waiting = Readonly<{ waitFor: Token | undefined; waitSeconds: number }>;

/** A connection that stands open for longer is cut by what lies between. */
const longest_seconds = 60;

const readSeconds = (text = '5'): E.Either<string, number> =>
  /^\d{1,2}(\.\d{1,3})?$/u.test(text) && Number(text) <= longest_seconds
    ? E.right(Number(text))
    : E.left(
        `"${text.slice(0, 80)}" is no time to wait; accepted are seconds from 0 to ${longest_seconds}, such as 5 or 0.5.`,
      );

const readToken = (text: string | undefined): E.Either<string, Token | undefined> =>
  text === undefined || E.isRight(placeOf(text))
    ? E.right(text)
    : E.left(`"${text.slice(0, 80)}" is no token; accepted is what a change answered as "token".`);

/** Waits for a change that another node was told of, as `--wait-for` does. */
export const waitParams: Params<Waiting> = both(
  param(
    {
      name: 'waitFor',
      description: 'Answer once the change that gave this token is here.',
      schema: { type: 'string' },
    },
    readToken,
    (token) => ({ waitFor: token }),
  ),
  param(
    {
      name: 'waitSeconds',
      description: 'How long to wait for it at most.',
      schema: { type: 'number', minimum: 0, maximum: longest_seconds, default: 5 },
    },
    readSeconds,
    (waitSeconds) => ({ waitSeconds }),
  ),
);

/** Lets the views take in what the log has, or what is waited for; gives the ordinal that they then stand at. */
export const caughtUp = (
  desk: Desk,
  { waitFor: token, waitSeconds }: Waiting,
): TE.TaskEither<Failure, Ordinal> =>
  token === undefined
    ? pipe(desk.views.catchUp(), TE.mapLeft(storage))
    : waitFor(desk)(token, { seconds: waitSeconds, pause: desk.pause });
