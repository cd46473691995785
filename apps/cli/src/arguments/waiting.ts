import { type Failure, invalid, placeOf, type Token } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';

/** For which change a question waits, and how long at most. */
export type Awaited = Readonly<{ token: Token; seconds: number }>;

const longest_seconds = 3600;

const parseSeconds = (text: string): E.Either<Failure, number> =>
  /^\d{1,4}(\.\d{1,3})?$/u.test(text) && Number(text) <= longest_seconds
    ? E.right(Number(text))
    : E.left(
        invalid(
          `--wait-seconds: "${text}" is no time to wait; accepted are seconds from 0 to ${longest_seconds}, such as 5 or 0.5.`,
        ),
      );

/** What a question is to wait for, as it was typed; nothing where no token was given. */
export const parseWaiting = ({
  waitFor,
  waitSeconds = '5',
}: Readonly<{ waitFor?: string; waitSeconds?: string }>): E.Either<Failure, Awaited | undefined> =>
  pipe(
    parseSeconds(waitSeconds),
    E.chain((seconds) =>
      waitFor === undefined
        ? E.right(undefined)
        : pipe(
            placeOf(waitFor),
            E.map(() => ({ token: waitFor, seconds })),
          ),
    ),
  );
